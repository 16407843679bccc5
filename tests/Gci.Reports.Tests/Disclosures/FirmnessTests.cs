using System.Globalization;
using System.Text.Json;
using Gci.Reports.Blocks;
using Gci.Reports.Files;
using Gci.Reports.Stability;
using Gci.Reports.Writing;
using Gci.Testing;
using Gci.Tiering.Stability;
using UglyToad.PdfPig;

namespace Gci.Reports.Tests.Disclosures;

/// <summary>How near a country is to another tier is not said below the level that allows it, and no list is ordered by it.</summary>
public sealed class FirmnessTests
{
    private static readonly Robustness s_study = Studies.Of(Published.Results);

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void Below_the_internal_level_no_interval_distance_or_change_of_weights_is_said(Disclosure level)
    {
        // Points of pillars and their means, up to 20, may be the same by chance.
        var secrets = s_study.Countries.SelectMany(country => (double?[])[country.Interval.Low, country.Interval.Middle, country.Interval.High, country.Score, country.Distance?.ToNextTierUp, country.Distance?.AboveLowerBound])
            .OfType<double>().Where(secret => secret > 20 && secret != Math.Round(secret)).SelectMany(secret => ((string[])["F2", "F4", "R"]).Select(format => secret.ToString(format, CultureInfo.InvariantCulture))).ToHashSet();

        Assert.NotEmpty(secrets);
        Assert.All(Texts(level), text => Assert.DoesNotContain(Record.NumbersIn(text), secrets.Contains));
        Assert.All(Texts(level), text => Assert.DoesNotContain("bring it to", text, StringComparison.Ordinal));
        Assert.Contains(Texts(Disclosure.Internal), text => text.Contains("bring it to", StringComparison.Ordinal));
        Assert.Contains(Texts(Disclosure.Internal), text => Record.NumbersIn(text).Any(secrets.Contains));
    }

    [Fact]
    public void At_tiers_no_share_of_draws_is_said_of_a_country()
    {
        using var json = JsonDocument.Parse(ResultsJson.Text(Of(Disclosure.Tiers)));
        var countries = json.RootElement.GetProperty("robustness").GetProperty("countries").EnumerateArray().ToArray();
        Assert.Equal(194, countries.Length);
        Assert.All(countries, country => Assert.Equal(["iso3", "tier", "mark"], country.EnumerateObject().Select(property => property.Name)));

        var pages = ResultsReport.Of(Of(Disclosure.Tiers)).Blocks.OfType<CountryPage>().ToArray();
        Assert.All(pages, page => Assert.Empty(page.Foot.OfType<Paragraph>().SelectMany(paragraph => Record.NumbersIn(paragraph.Text)).Except(["95", "80", "100"])));

        var sheets = ResultsWorkbook.Of(Of(Disclosure.Tiers)).Sheets;
        var byCountry = sheets.Single(sheet => sheet.Name == "Firmness").Blocks.OfType<Table>().Single();
        Assert.All(byCountry.Rows, row => Assert.DoesNotContain(row, cell => cell is NumberCell));
        var outcomes = sheets.Single(sheet => sheet.Name == "Sensitivity").Blocks.OfType<Table>().Single().Rows.Select(row => Assert.IsType<TextCell>(row[0]).Text).Distinct();
        Assert.Equal(["edition"], outcomes);
        Assert.Single(json.RootElement.GetProperty("robustness").GetProperty("sensitivity").EnumerateArray());
    }

    [Fact]
    public void At_pillars_shares_are_said_and_nothing_nearer()
    {
        using var json = JsonDocument.Parse(ResultsJson.Text(Of(Disclosure.Pillars)));

        Assert.All(json.RootElement.GetProperty("robustness").GetProperty("countries").EnumerateArray(), country =>
            Assert.Equal(["iso3", "tier", "mark", "modal", "shares"], country.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void At_tiers_no_share_is_said_of_fewer_than_five_countries_nor_one_from_which_it_can_be_worked_out()
    {
        // Two, three and one country a tier: six that are left out of the rows tell nothing of one in their mean.
        var hidden = new ShownStability(Shores.Studied(Disclosure.Tiers), Shores.Studied(Disclosure.Tiers).Robustness!);
        Assert.All(Enumerable.Range(0, 3), place => Assert.Null(hidden.Flips(place)));
        Assert.NotNull(hidden.Kept);

        var few = new Publication(Shores.WithoutFinland, Disclosure.Tiers) { Robustness = Studies.Of(Shores.WithoutFinland) };
        Assert.NotNull(new ShownStability(few, few.Robustness).Kept);

        // Four countries of 194 in a tier of their own: with the mean of all, theirs could be worked out.
        var (study, four) = (s_study, s_study.Countries.Where(country => country.Nominal.Place == 4).Skip(4).Select(country => country.Country).ToHashSet());
        var smaller = study with { Countries = study.Countries.RemoveAll(country => four.Contains(country.Country)) };
        var shown = new ShownStability(new(Published.Results, Disclosure.Tiers), smaller);
        Assert.Null(shown.Flips(4));
        Assert.Null(shown.Kept);
        Assert.Null(shown.Changing);
        Assert.NotNull(shown.Flips(3));
        Assert.NotNull(new ShownStability(new(Published.Results, Disclosure.Pillars), smaller).Kept);
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    [InlineData(Disclosure.Internal)]
    public void Countries_stand_by_code_in_files_and_by_name_in_the_report(Disclosure level)
    {
        using var json = JsonDocument.Parse(ResultsJson.Text(Of(level)));
        IsBy(StringComparer.Ordinal, json.RootElement.GetProperty("robustness").GetProperty("countries").EnumerateArray().Select(country => country.GetProperty("iso3").GetString()!));
        IsBy(StringComparer.Ordinal, StabilityCsv.Text(s_study).Split('\n')[1..^1].Select(line => line[..3]));

        var tables = ResultsWorkbook.Of(Of(level)).Sheets.SelectMany(sheet => sheet.Blocks.OfType<Table>()).Where(table => table.Columns[0].Title == "ISO 3166").ToArray();
        Assert.Contains(tables, table => table.Title == "How firm the tier of each country is");
        Assert.All(tables, table => IsBy(StringComparer.Ordinal, table.Rows.Select(row => Assert.IsType<TextCell>(row[0]).Text)));

        var english = StringComparer.Create(CultureInfo.GetCultureInfo("en"), CompareOptions.None);
        Assert.All(ResultsReport.Of(Of(level)).Blocks.OfType<NameList>(), list => IsBy(english, list.Names));
    }

    [Fact]
    public async Task Every_country_has_one_page_with_its_mark_and_nothing_on_it_reaches_into_the_foot()
    {
        using var folder = new TemporaryFolder();
        await Written.FilesAsync(Of(Disclosure.Internal), folder.Path);
        using var pdf = PdfDocument.Open(folder.At("report-en.pdf"));
        var (pages, foot) = (CountryPages.Of(pdf), string.Concat(Of(Disclosure.Internal).Notice!.Split(' ')));

        Assert.Equal(194, pages.Values.Select(page => page.Number).Distinct().Count());
        Assert.All(pages, page =>
        {
            Assert.Contains($"{MarkWords.Title(s_study[page.Key]!.Firmness)}:", page.Value.GetWords().Select(word => word.Text));

            // The lower margin is 27 mm wide.
            var below = page.Value.GetWords().Where(word => word.BoundingBox.Bottom < 76).Select(word => word.Text);
            Assert.Equal(foot + page.Value.Number.ToString(CultureInfo.InvariantCulture), string.Concat(below));
        });
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Internal)]
    public async Task The_same_study_gives_the_same_bytes(Disclosure level)
    {
        using var folder = new TemporaryFolder();
        await Written.FilesAsync(Shores.Studied(level), folder.At("first"));
        await Written.FilesAsync(Shores.Studied(level), folder.At("second"));

        Assert.Equal(TemporaryFolder.Content(folder.At("first")), TemporaryFolder.Content(folder.At("second")));
    }

    private static Publication Of(Disclosure level) => Published.Of(level) with { Robustness = s_study };

    private static string[] Texts(Disclosure level) =>
        [BlockText.Of(ResultsReport.Of(Of(level))), BlockText.Of(ResultsWorkbook.Of(Of(level))), ResultsJson.Text(Of(level)), TiersCsv.Text(Of(level)), GroupsCsv.Text(Of(level))];

    private static void IsBy(StringComparer comparer, IEnumerable<string> countries)
    {
        string[] found = [.. countries];
        Assert.True(found.Length > 1);
        Assert.Equal(found.Order(comparer), found);
    }
}
