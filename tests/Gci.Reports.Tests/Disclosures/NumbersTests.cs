using System.Globalization;

namespace Gci.Reports.Tests.Disclosures;

/// <summary>
/// At tiers nothing that is said of a country has a number in it, at pillars nothing but the points of its pillars: so no overall score,
/// at any number of decimals, can be among them.
/// </summary>
[Collection(nameof(Published))]
public sealed class NumbersTests(Published published)
{
    private static readonly string[] s_countryTables = ["tiers.csv", "results.json", "results.xlsx, Tiers", "results.xlsx, Pillars"];

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void Each_country_stands_once_in_each_table_of_countries_and_in_no_other(Disclosure level)
    {
        var records = Record.All(published.Folder(level)).GroupBy(record => record.Where).ToDictionary(group => group.Key, group => group.Select(record => record.Iso3).ToArray());

        Assert.Equal(s_countryTables.Order(), records.Keys.Order());
        Assert.All(records.Values, codes => Assert.Equal(Published.Edition.Countries.Keys, codes));
    }

    [Fact]
    public void At_tiers_no_row_and_no_object_of_a_country_has_a_number() =>
        Assert.All(Record.All(published.Folder(Disclosure.Tiers)), record => Assert.Empty(record.Numbers));

    [Fact]
    public void At_pillars_the_numbers_of_a_country_are_the_points_of_its_pillars() =>
        Assert.All(Record.All(published.Folder(Disclosure.Pillars)), record =>
        {
            double[] points = record.Where is "tiers.csv" or "results.xlsx, Tiers" ? [] : Points(record.Iso3);
            Assert.Equal(points, record.Numbers.Select(number => double.Parse(number, CultureInfo.InvariantCulture)));
        });

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void A_country_page_prints_the_numbers_it_must_and_no_other(Disclosure level)
    {
        using var pdf = published.Pdf(level);
        var pages = CountryPages.Of(pdf);

        Assert.Equal(Published.Edition.Countries.Keys, pages.Keys.Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.Equal(
            Expected(page.Key, page.Value.Number, level).Order(StringComparer.Ordinal),
            CountryPages.Numbers(page.Value).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void No_other_page_that_names_a_country_prints_a_number_with_decimals(Disclosure level)
    {
        using var pdf = published.Pdf(level);
        var own = CountryPages.Of(pdf).Values.Select(page => page.Number).ToHashSet();
        var others = pdf.GetPages().Where(page => !own.Contains(page.Number) && CountryPages.Names(page).Any()).ToArray();

        // The contents, the lists by tier and those of what changed name every country.
        Assert.Subset(others.SelectMany(CountryPages.Names).ToHashSet(), Published.Codes.Keys.ToHashSet());
        Assert.All(others, page => Assert.DoesNotContain(CountryPages.Numbers(page), number => number.Contains('.', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void No_part_of_any_file_holds_a_score_with_three_decimals_or_more(Disclosure level)
    {
        // Where one pillar alone has points, the points of that pillar are the score as well.
        var secrets = Published.Edition.Countries.Keys.Where(iso3 => !Points(iso3).Contains(Published.Score(iso3))).Select(Published.Score).ToList();
        if (level == Disclosure.Tiers)
        {
            secrets.AddRange(Published.Edition.Countries.Keys.SelectMany(Points).Where(points => points != Math.Round(points, 2)));
        }

        string[] formats = ["R", "F3", "F4", "F5", "F6", "F7", "F8", "F9"];
        var written = secrets.SelectMany(secret => formats.Select(format => secret.ToString(format, CultureInfo.InvariantCulture)))
            .Where(text => text.Contains('.', StringComparison.Ordinal)).ToHashSet();

        Assert.All(RawText.Of(published.Folder(level)), part => Assert.DoesNotContain(Record.NumbersIn(part.Text), written.Contains));
    }

    private static double[] Points(string iso3) => [.. Published.Row(iso3).Pillars.Select(pillar => pillar.Points)];

    // The edition's year in the head, the page's number, and digits in the titles of groups; at pillars the rings, points, means and maxima.
    private static IEnumerable<string> Expected(string iso3, int page, Disclosure level)
    {
        var edition = Published.Edition;
        var groups = edition.Groups.Where(group => group.Members.Contains(iso3)).SelectMany(group => Record.NumbersIn(group.TitleIn("en")));
        var always = groups.Concat(["2024", page.ToString(CultureInfo.InvariantCulture)]);
        return level == Disclosure.Tiers ? always :
        [
            .. always, "5", "10", "15", "20",
            .. edition.Pillars.SelectMany((pillar, i) => (string[])[Print(Points(iso3)[i]), Print(Published.Results.Mean(edition.RegionOf(iso3), pillar.Code)), "20"]),
        ];
    }

    private static string Print(double points) => Math.Round(points, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
}
