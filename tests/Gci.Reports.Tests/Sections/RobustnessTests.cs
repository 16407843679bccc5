using System.Globalization;
using System.Text.RegularExpressions;
using Gci.Reports.Blocks;
using Gci.Reports.Files;
using Gci.Reports.Tests.Disclosures;
using Gci.Testing;
using Gci.Tiering.Stability;

namespace Gci.Reports.Tests.Sections;

/// <summary>What a study of how firm the tiers are adds to a small publication.</summary>
public sealed partial class RobustnessTests
{
    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    [InlineData(Disclosure.Internal)]
    public void A_report_says_how_firm_the_tiers_are_as_far_as_its_level_allows(Disclosure level) =>
        Golden.Matches(Added(BlockText.Of(ResultsReport.Of(Shores.At(level))), BlockText.Of(ResultsReport.Of(Shores.Studied(level)))), $"firm-report-{Name(level)}.txt");

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    [InlineData(Disclosure.Internal)]
    public void A_workbook_says_how_firm_the_tiers_are_as_far_as_its_level_allows(Disclosure level) =>
        Golden.Matches(Added(BlockText.Of(ResultsWorkbook.Of(Shores.At(level))), BlockText.Of(ResultsWorkbook.Of(Shores.Studied(level)))), $"firm-workbook-{Name(level)}.txt");

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    [InlineData(Disclosure.Internal)]
    public void Results_in_JSON_say_how_firm_the_tiers_are_as_far_as_their_level_allows(Disclosure level)
    {
        var (without, with) = (ResultsJson.Text(Shores.At(level)), ResultsJson.Text(Shores.Studied(level)));
        var start = without.Length - "\n}\n".Length;

        Assert.Equal(without[..start], with[..start]);
        Golden.Matches("{" + with[(start + 1)..], $"firm-results-{Name(level)}.json");
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Internal)]
    public void Tiers_have_a_mark_beside_them_at_every_level(Disclosure level)
    {
        var lines = TiersCsv.Text(Shores.Studied(level)).Split('\n');

        Assert.Equal("iso3,tier,firmness,tier_water,tier_sand,tier_air,region,basis,name", lines[0]);
        Assert.StartsWith("ALA,PEARL,firm,PEARL,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("FRA,SHELL,likely,SHELL,", lines[5], StringComparison.Ordinal);
        Assert.StartsWith("KEN,,,GRIT,", lines[6], StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_without_a_tier_has_no_mark()
    {
        var kenya = ResultsReport.Of(Shores.Studied(Disclosure.Internal)).Blocks.OfType<CountryPage>().Single(page => page.Name == "Kenya");

        Assert.Null(kenya.Mark);
        Assert.DoesNotContain(kenya.Foot, block => block is Paragraph);
    }

    [Fact]
    public void A_study_of_other_tiers_is_not_published_with_these() =>
        Assert.Throws<ArgumentException>(() => Shores.At(Disclosure.Internal) with { Robustness = Studies.Of(Shores.WithoutFinland) });

    [Fact]
    public void A_report_cites_the_paragraph_on_firmness_where_its_method_has_one()
    {
        Assert.All(ResultsReport.Of(Shores.Studied(Disclosure.Pillars)).Blocks, block => Assert.DoesNotContain("(7.", BlockText.Of(Report([block])), StringComparison.Ordinal));
        var cited = Citation().Matches(BlockText.Of(ResultsReport.Of(Published.Of(Disclosure.Pillars) with { Robustness = Studies.Of(Published.Results) }))).Select(match => match.Groups[1].Value).Distinct().ToArray();

        Assert.Contains("7.2", cited);
        Assert.All(cited, number => Assert.True(Published.Edition.Method.Has(number), number));
    }

    [Fact]
    public void A_study_in_which_nothing_changes_says_so()
    {
        var study = Studies.Of(Shores.Results, spread: 0.001);
        var nothing = study.Sensitivity[0] with
        {
            Sources = [.. study.Sensitivity[0].Sources.Select(source => source with { Index = new(double.NaN, double.NaN), Low = new(double.NaN, double.NaN), High = new(double.NaN, double.NaN) })],
            Pairs = [],
        };
        var text = BlockText.Of(ResultsReport.Of(Shores.At(Disclosure.Pillars) with { Robustness = study with { Sensitivity = [nothing] } }));

        Assert.Contains("No tier changed, so that no source matters more than another.", text, StringComparison.Ordinal);
        Assert.Contains("There is none: every tier is firm.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_study_of_sensitivity_nothing_is_said_of_sources_that_matter()
    {
        var publication = Shores.At(Disclosure.Internal) with { Robustness = Studies.Of(Shores.Results, spread: 6) with { Sensitivity = [] } };

        Assert.DoesNotContain("matters most", BlockText.Of(ResultsReport.Of(publication)), StringComparison.Ordinal);
        Assert.DoesNotContain(ResultsWorkbook.Of(publication).Sheets, sheet => sheet.Name == "Sensitivity");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Countries_that_are_not_firm_stand_by_their_names_in_the_readers_language(string language)
    {
        var publication = Published.Of(Disclosure.Pillars) with { Language = language, Robustness = Studies.Of(Published.Results) };
        var table = ResultsReport.Of(publication).Blocks.OfType<Table>().Single(table => table.Title.StartsWith("Likely and borderline", StringComparison.Ordinal));
        string[] names = [.. table.Rows.Select(row => Assert.IsType<TextCell>(row[0]).Text)];

        Assert.Equal(publication.Robustness.Countries.Count(country => country.Firmness != Firmness.Firm), names.Length);
        Assert.Equal(names.Order(StringComparer.Create(CultureInfo.GetCultureInfo(language), CompareOptions.None)), names);
    }

    private static Report Report(System.Collections.Immutable.ImmutableArray<Block> blocks) => ResultsReport.Of(Shores.At(Disclosure.Tiers)) with { Blocks = blocks, Particulars = [] };

    // The lines that are not in the text without a study.
    private static string Added(string without, string with)
    {
        var known = without.Split('\n').ToHashSet();
        return string.Join('\n', with.Split('\n').Where(line => line.StartsWith('#') || !known.Contains(line))).Trim() + "\n";
    }

    private static string Name(Disclosure level) => level.ToString().ToLowerInvariant();

    [GeneratedRegex(@"\((\d\.\d)\)")]
    private static partial Regex Citation();
}
