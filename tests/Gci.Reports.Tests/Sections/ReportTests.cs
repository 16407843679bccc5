using Gci.Reports.Blocks;
using Gci.Testing;

namespace Gci.Reports.Tests.Sections;

/// <summary>The whole text of a small report.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    [InlineData(Disclosure.Internal)]
    public void A_report_says_what_its_level_of_disclosure_allows(Disclosure level) =>
        Golden.Matches(BlockText.Of(ResultsReport.Of(Shores.At(level))), $"report-{level.ToString().ToLowerInvariant()}.txt");

    [Fact]
    public void A_chapter_says_what_changed_where_there_is_an_earlier_publication()
    {
        var with = ResultsReport.Of(Shores.At(Disclosure.Tiers, Shores.Before)).Blocks;
        var without = ResultsReport.Of(Shores.At(Disclosure.Tiers)).Blocks;
        var start = with.IndexOf(with.OfType<Heading>().Single(heading => heading.Text == "What changed since the previous edition"));
        var length = with.Length - without.Length;

        Golden.Matches(BlockText.Of(ResultsReport.Of(Shores.At(Disclosure.Tiers)) with { Blocks = with.Slice(start, length) }), "what-changed.txt");
        Assert.DoesNotContain(without, block => block is Heading { Text: "What changed since the previous edition" });
    }

    [Theory]
    [InlineData("en", "Åland, Côte d'Ivoire, Estonia, Finland, France, Kenya, Türkiye")]
    [InlineData("fr", "Åland, Côte d’Ivoire, Estonie, Finlande, France, Kenya, Türkiye")]
    public void Countries_stand_by_their_names_in_the_readers_language(string language, string expected) =>
        Assert.Equal(expected, string.Join(", ", ResultsReport.Of(Shores.At(Disclosure.Tiers, language: language)).Blocks.OfType<CountryPage>().Select(page => page.Name)));

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    [InlineData(Disclosure.Internal)]
    public void No_country_page_holds_an_overall_score_at_any_level(Disclosure level)
    {
        var report = ResultsReport.Of(Shores.At(level));
        var pages = report.Blocks.OfType<CountryPage>().ToArray();

        Assert.Equal(7, pages.Length);
        Assert.All(pages, page =>
        {
            var iso3 = Shores.Edition.Countries.Values.First(country => country.NameIn("en") == page.Name).Iso3;
            var row = Shores.Results.Countries.First(country => country.Country.Iso3 == iso3).Row;
            var score = Shores.Results.Scores[row, Shores.Edition.Tree.Root.Position];
            var text = BlockText.Of(report with { Blocks = [page], Particulars = [] });

            // Åland's 100 is its score, and the outermost ring of every radar of points as well.
            Assert.True(page.Name == "Åland" || Written(score).All(number => !Disclosures.Record.NumbersIn(text).Contains(number)), text);
            Assert.DoesNotContain("score", text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void The_mean_of_a_region_is_plain_and_hidden_below_five_countries()
    {
        var pages = ResultsReport.Of(Shores.At(Disclosure.Pillars)).Blocks.OfType<CountryPage>().ToDictionary(page => page.Name);

        // The north: six countries, of which five have known air.
        var mean = Assert.Single(Radar(pages["Estonia"]).Series, series => series.IsReference);
        Assert.Equal([179.125 / 6 * 2, 82.56 / 6 * 4, 75.0 / 5 * 4], mean.Values.Select(value => Math.Round(value, 9)), (expected, found) => Math.Abs(expected - found) < 1e-9);
        Assert.DoesNotContain(Radar(pages["Côte d'Ivoire"]).Series, series => series.IsReference);
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void A_mean_that_is_not_shown_is_not_said_in_other_words(Disclosure level)
    {
        var pages = ResultsReport.Of(new(Shores.WithoutFinland, level)).Blocks.OfType<CountryPage>().Select(Radar).ToArray();

        Assert.Equal(6, pages.Length);
        Assert.All(pages, radar => Assert.DoesNotContain("region", radar.Alternative, StringComparison.Ordinal));
        Assert.All(pages, radar => Assert.False(Assert.Single(radar.Series).IsReference));
    }

    private static Radar Radar(CountryPage page) => page.Left.OfType<Radar>().Single();

    private static IEnumerable<string> Written(double score) => ((string[])["0", "0.0", "0.00", "0.000", "0.000000", "R"])
        .Select(format => score.ToString(format, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Where(text => text != "NaN");
}
