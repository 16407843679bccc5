using Gci.Editions.Methodology;
using Gci.Editions.Results;

namespace Gci.Editions.Tests;

/// <summary>What was published of the 2024 edition comes out of the published pillar points.</summary>
public sealed class PublishedFiguresTests
{
    private static readonly Edition s_edition = Shipped.Edition2024;

    private static readonly EditionResults s_results = EditionResults.Of(s_edition, s_edition.Published!.Points);

    [Fact]
    public void There_are_194_countries_and_points_of_each()
    {
        Assert.Equal(194, s_edition.Countries.Count);
        Assert.Equal(s_edition.Countries.Keys, s_edition.Published!.Points.Keys);
    }

    [Theory]
    [InlineData("AFR", 44)]
    [InlineData("AMS", 35)]
    [InlineData("ARB", 22)]
    [InlineData("ASP", 38)]
    [InlineData("CIS", 9)]
    [InlineData("EUR", 46)]
    [InlineData("LDC", 45)]
    [InlineData("LLDC", 32)]
    [InlineData("SIDS", 36)]
    public void Groups_have_their_members(string code, int members) => Assert.Equal(members, Group(code).Members.Count);

    [Fact]
    public void Every_country_is_in_one_region() =>
        Assert.Equal(s_edition.Countries.Keys, s_edition.Regions.SelectMany(region => region.Members).Order(StringComparer.Ordinal));

    [Fact]
    public void Developing_countries_are_the_union_of_the_four_groups()
    {
        string[] parts = ["LDC", "LLDC", "SIDS", "TRANSITION"];

        Assert.Equal(GroupKind.Union, Group("DEVELOPING").Kind);
        Assert.True(Group("DEVELOPING").Members.SetEquals(parts.SelectMany(code => Group(code).Members)));
    }

    [Theory]
    [InlineData("", 46, 29, 49, 56, 14)]
    [InlineData("AFR", 5, 4, 15, 16, 4)]
    [InlineData("AMS", 2, 4, 10, 18, 1)]
    [InlineData("ARB", 8, 0, 4, 9, 1)]
    [InlineData("ASP", 11, 3, 10, 7, 7)]
    [InlineData("CIS", 0, 4, 2, 3, 0)]
    [InlineData("EUR", 20, 14, 8, 3, 1)]
    [InlineData("LDC", 3, 3, 13, 18, 8)]
    [InlineData("LLDC", 1, 4, 13, 11, 3)]
    [InlineData("SIDS", 2, 0, 7, 20, 7)]
    public void Countries_of_the_world_and_of_each_group_are_in_the_published_tiers(string group, params int[] expected)
    {
        var countries = group.Length == 0 ? s_results.Countries : s_results.In(Group(group));

        Assert.Equal(expected, s_edition.Tiers.BestFirst.Select(tier => countries.Count(country => country.Tier == tier.Tier)));
    }

    [Theory]
    [InlineData("", 65.79)]
    [InlineData("AFR", 57.18)]
    [InlineData("AMS", 53.62)]
    [InlineData("ARB", 65.69)]
    [InlineData("ASP", 62.19)]
    [InlineData("CIS", 66.85)]
    [InlineData("EUR", 86.10)]
    [InlineData("LDC", 47.61)]
    [InlineData("LLDC", 57.56)]
    [InlineData("SIDS", 39.53)]
    public void Means_of_the_world_and_of_each_group_are_the_published_ones(string group, double expected) =>
        Assert.Equal(expected, Math.Round(group.Length == 0 ? s_results.Mean("GCI") : s_results.Mean(Group(group), "GCI"), 2));

    [Theory]
    [InlineData("LEG", 16.08)]
    [InlineData("TEC", 11.40)]
    [InlineData("ORG", 13.43)]
    [InlineData("CAP", 11.39)]
    [InlineData("COO", 13.49)]
    public void Means_of_the_pillars_are_the_published_ones(string pillar, double expected) => Assert.Equal(expected, Math.Round(s_results.Mean(pillar), 2));

    [Theory]
    [InlineData("EST", "T1")]
    [InlineData("SVK", "T2")]
    [InlineData("URY", "T2")]
    [InlineData("MEX", "T2")]
    [InlineData("UKR", "T3")]
    [InlineData("KIR", "T3")]
    [InlineData("FJI", "T4")]
    [InlineData("TUV", "T4")]
    [InlineData("AFG", "T5")]
    public void Countries_near_a_threshold_are_in_their_published_tier(string country, string tier) =>
        Assert.Equal(tier, s_results.Countries.Single(result => result.Country.Iso3 == country).Tier!.Code);

    [Fact]
    public void Twelve_countries_have_full_marks()
    {
        var full = s_results.Countries.Where(country => s_results.Scores[country.Row, s_edition.Tree.Root.Position] == 100).Select(country => country.Country.Iso3);

        Assert.Equal(["ARE", "DNK", "EGY", "FIN", "GBR", "IDN", "ITA", "KOR", "MUS", "QAT", "SAU", "TUR"], full);
    }

    private static CountryGroup Group(string code) => s_edition.Groups.Single(group => group.Code == code);
}
