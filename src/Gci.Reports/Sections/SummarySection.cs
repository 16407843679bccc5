using System.Collections.Immutable;
using System.Globalization;
using Gci.Reports.Blocks;

namespace Gci.Reports.Sections;

/// <summary>The first chapter: how many countries are in each tier, and how to read the report.</summary>
internal static class SummarySection
{
    internal static IEnumerable<Block> Build(Publication publication)
    {
        var (results, edition) = (publication.Results, publication.Edition);
        yield return new Heading(1, "Summary");
        yield return new KeyFigures(
        [
            (Number(results.Countries.Length), "countries in this report"),
            .. edition.Tiers.BestFirst.Take(4).Select(tier => (Number(results.Countries.Count(country => country.Tier == tier.Tier)), $"in {tier.Tier.Code} {tier.Tier.Name}")),
        ]);
        yield return new Paragraph(
            $"{edition.Title} puts countries into {edition.Tiers.BestFirst.Length} tiers by what they reach in {edition.Pillars.Length} pillars: {List(edition.Pillars.Select(pillar => Lower(pillar.Title)))}. "
            + edition.About);
        yield return new Note(
            "Countries are presented in tiers and not by individual ranking. Within a tier their order is alphabetical and says nothing about a score.");
        if (publication.Robustness is { } robustness)
        {
            yield return new Paragraph($"{RobustnessSection.Counts(publication, robustness)}. The mark says how surely a country stays in its tier if other plausible choices are made in the method. The chapter \"{RobustnessSection.Title}\" says more.");
        }

        yield return new Heading(2, "The tiers");
        yield return Tiers(publication);
        foreach (var block in Caveats(publication))
        {
            yield return block;
        }
    }

    private static Table Tiers(Publication publication) => new(
        "The tiers and how many countries are in each",
        [new("Tier", 6, Align.Centre), new("Name", 15), new("Points", 16), new("Countries", 10, Align.End), new("What it means", 45)],
        [
            .. publication.Edition.Tiers.BestFirst.Select(tier => (ImmutableArray<Cell>)
            [
                new TierCell(tier.Tier.Code),
                new TextCell(tier.Tier.Name),
                new TextCell(Bounds(tier.From, tier.To, isBest: tier.Tier.Place == 0)),
                new NumberCell(publication.Results.Countries.Count(country => country.Tier == tier.Tier), 0),
                new TextCell(tier.Description),
            ]),
        ]);

    private static IEnumerable<Block> Caveats(Publication publication)
    {
        var caveats = new List<string>();
        if (publication.UsesIllustrativeWeights)
        {
            caveats.Add($"The weights of indicators and questions are illustrative. {publication.Edition.Weights.Source}");
        }

        if (publication.Results.WithoutData is { Length: > 0 } missing)
        {
            var names = missing.Select(country => country.NameIn(publication.Language)).Order(StringComparer.Create(CultureInfo.GetCultureInfo(publication.Language), CompareOptions.None));
            caveats.Add($"No data were handed in for {(missing.Length == 1 ? "1 country" : $"{missing.Length} countries")} of the edition: {string.Join(", ", names)}.");
        }

        if (publication.Results.Countries.Count(country => country.Tier is null) is var untiered and > 0)
        {
            caveats.Add($"For {(untiered == 1 ? "1 country" : $"{untiered} countries")} too little is known to place them in a tier.");
        }

        if (caveats.Count > 0)
        {
            yield return new Heading(2, "What to keep in mind");
            yield return new Bullets([.. caveats]);
        }
    }

    private static string Bounds(double? from, double? to, bool isBest) => from is null ? "from the data"
        : isBest ? $"{Number(from)} to {Number(to)}"
        : $"{Number(from)} to below {Number(to)}";

    private static string Number(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    /// <summary>Parts of a sentence: "a, b and c".</summary>
    internal static string List(IEnumerable<string> parts) => parts.ToArray() is [.. var first, var last] && first.Length > 0
        ? $"{string.Join(", ", first)} and {last}"
        : string.Concat(parts);
}
