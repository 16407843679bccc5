using System.Collections.Immutable;
using System.Globalization;
using Gci.Reports.Blocks;

namespace Gci.Reports.Tests.Writing;

/// <summary>A report of invented countries that has every block, large enough to show what a real one costs.</summary>
internal static class SampleReport
{
    public const string Notice = "Internal: not for publication";

    public static readonly ImmutableDictionary<string, string> Colours = ImmutableDictionary.CreateRange(
    [
        KeyValuePair.Create("T1", "#0b3c5d"), KeyValuePair.Create("T2", "#1f6f8b"), KeyValuePair.Create("T3", "#3fa7a0"),
        KeyValuePair.Create("T4", "#9ccfb8"), KeyValuePair.Create("T5", "#e0d8b0"),
    ]);

    public static Report English(int countries = 194)
    {
        var all = SampleCountry.Many(countries);
        return new(
            "Global Cybersecurity Index 2026",
            "Measuring commitment to cybersecurity in 194 countries",
            "Invented Union for Digital Measurement",
            "en",
            Notice,
            new DateOnly(2026, 3, 31),
            Colours,
            [("Edition", "Fifth edition, data as of 31 December 2025"), ("Definition", "sha256:4f1c0e9a77b2"), ("Countries", "194"), ("Contact", "gci@example.org")],
            [.. Front(all), .. Tables(all), new Heading(1, "Country profiles"), new Paragraph(Prose), .. all.Select(SamplePages.Of)]);
    }

    private static IEnumerable<Block> Front(ImmutableArray<SampleCountry> all)
    {
        yield return new Heading(1, "Summary");
        yield return new KeyFigures([("194", "countries assessed"), ("172", "national focal points"), ("46", "countries in the highest tier"), ("+27 %", "mean growth since the last edition")]);
        yield return new Paragraph(Prose);
        yield return new Paragraph(Prose);
        yield return new Note("The index measures commitments, not the quality of their execution. Tiers group countries; the order of names inside a tier is alphabetical and says nothing about the score.");
        yield return new Heading(2, "Tier performance by region");
        yield return new Paragraph(Prose);
        yield return SamplePages.Regions(all);
        yield return new Heading(2, "What changed since the last edition");
        yield return new Bullets(["Legal measures remain the strongest pillar.", "Capacity development grew fastest. " + Prose, "Small states share response teams."]);
        yield return new Heading(2, "Means by pillar");
        yield return new Bars("Mean score by pillar, all countries", "Bars: Legal 17.1, Technical 12.3, Organizational 12.9, Capacity development 11.2, Cooperation 13.5, of 20.", 20, 1, [("Legal", 17.1), ("Technical", 12.3), ("Organizational", 12.9), ("Capacity development", 11.2), ("Cooperation", 13.5)]);
        yield return SamplePages.Spread(all);
        yield return new Heading(1, "Method in brief");
        yield return new Numbered([("1.1", Prose), ("1.2", Prose), ("1.10", "A short one.")]);
    }

    private static IEnumerable<Block> Tables(ImmutableArray<SampleCountry> all)
    {
        yield return new Heading(1, "Tiers");
        foreach (var tier in Colours.Keys.Order(StringComparer.Ordinal))
        {
            ImmutableArray<string> names = [.. all.Where(country => country.Tier == tier).Select(country => country.Name)];
            yield return new NameList(string.Create(CultureInfo.InvariantCulture, $"{SamplePages.TierName(tier)}: {names.Length} countries"), tier, names);
        }

        yield return new Heading(1, "Results by country");
        yield return new Paragraph(Prose);
        yield return Results(all);
    }

    public static Table Results(ImmutableArray<SampleCountry> all) => new(
        "Tier and pillar scores by country, in alphabetical order",
        [new("Country", 34), new("Tier", 8, Align.Centre), .. SampleCountry.Pillars.Select(pillar => new Column(pillar, 12))],
        [.. all.Select(country => (ImmutableArray<Cell>)[new TextCell(country.Name), new TierCell(country.Tier), .. country.Scores.Select(score => new NumberCell(score, 2))])]);

    private const string Prose =
        "Countries continue to invest in legal frameworks, national response teams and international agreements, while gaps remain in training, "
        + "in research and in the protection of children online. The assessment rests on a questionnaire answered by national focal points and on evidence "
        + "that reviewers verified; an answer without evidence earns nothing. Every weight was set by a panel of experts whose ballots are published with the edition.";
}
