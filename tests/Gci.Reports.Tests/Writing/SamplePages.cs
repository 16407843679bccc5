using System.Collections.Immutable;
using System.Globalization;
using Gci.Reports.Blocks;

namespace Gci.Reports.Tests.Writing;

/// <summary>The figures and country pages of the sample.</summary>
internal static class SamplePages
{
    private static readonly (string Code, string Name)[] Steps =
        [("T5", "Building"), ("T4", "Evolving"), ("T3", "Establishing"), ("T2", "Advancing"), ("T1", "Role-modelling")];

    public static string TierName(string code) => Steps.Single(step => step.Code == code).Name;

    public static Block Of(SampleCountry country)
    {
        var ranked = country.Scores.Zip(SampleCountry.Pillars).OrderByDescending(pair => pair.First).Select(pair => pair.Second + " measures").ToArray();
        return new CountryPage(
            country.Name,
            country.Region,
            [Radar(country)],
            [
                new Heading(3, "Areas of relative strength"), new Bullets([.. ranked.Take(2)]),
                new Heading(3, "Areas of potential growth"), new Bullets([.. ranked.Skip(2)]),
            ],
            [Stairs(country.Tier), Scores(country)],
            country.Tier,
            TierName(country.Tier));
    }

    public static Radar Radar(SampleCountry country) => new(
        "Pillar scores and the mean of the region",
        $"Radar of {country.Name}: " + string.Join(", ", country.Scores.Zip(SampleCountry.Pillars, (score, name) => string.Create(CultureInfo.InvariantCulture, $"{name} {score:F2}"))) + ", of 20 each.",
        SampleCountry.Pillars,
        20,
        [(0, "0"), (5, "5"), (10, "10"), (15, "15"), (20, "20")],
        [new(country.Region + " region average", [14.9, 8.2, 10.9, 8.9, 10.8], true), new(country.Name, country.Scores, false)]);

    public static Staircase Stairs(string tier) =>
        new("Tier performance", $"Five steps from Building to Role-modelling; the country stands on {TierName(tier)}.", [.. Steps], tier);

    public static StackedBars Regions(ImmutableArray<SampleCountry> all) => new(
        "Tier performance by region, number of countries",
        "Six bars, one a region, each split into the number of countries in tiers T1 to T5.",
        ["T1", "T2", "T3", "T4", "T5"],
        [.. SampleCountry.Regions.Select(region => (region, Counts(all.Where(country => country.Region == region))))]);

    public static Histograms Spread(ImmutableArray<SampleCountry> all) => new(
        "How the scores spread, by pillar",
        "Five histograms of scores from 0 to 20 in classes of 2.",
        [.. Enumerable.Range(0, 11).Select(edge => edge * 2.0)],
        [.. SampleCountry.Pillars.Select((pillar, at) => (pillar, (ImmutableArray<int>)[.. Enumerable.Range(0, 10).Select(bin => all.Count(country => Math.Min(9, (int)(country.Scores[at] / 2)) == bin))]))]);

    private static ImmutableArray<int> Counts(IEnumerable<SampleCountry> some) =>
        [.. SampleReport.Colours.Keys.Order(StringComparer.Ordinal).Select(tier => some.Count(country => country.Tier == tier))];

    private static Table Scores(SampleCountry country) => new(
        "Score out of 20 points a pillar",
        [new("Pillar", 30), new("Score", 12), new("Region average", 16), new("Highest possible", 16)],
        [.. country.Scores.Zip(SampleCountry.Pillars, (score, name) => (ImmutableArray<Cell>)[new TextCell(name), new NumberCell(score, 2), new NumberCell(10.9, 2), new NumberCell(20, 0)])]);
}
