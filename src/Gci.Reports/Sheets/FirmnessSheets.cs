using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Results;
using Gci.Reports.Blocks;
using Gci.Reports.Sections;
using Gci.Reports.Stability;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Reports.Sheets;

/// <summary>The sheets that say how firm the tiers are, and why.</summary>
internal static class FirmnessSheets
{
    private const int Decimals = 4;

    internal static IEnumerable<Sheet> Of(Publication publication, Robustness robustness) =>
    [
        ByCountry(publication, robustness),
        ByTier(publication, robustness),
        .. robustness.Sensitivity.IsEmpty ? Array.Empty<Sheet>() : [Sensitivity(publication, robustness)],
    ];

    /// <summary>What the first sheet says of them.</summary>
    internal static IEnumerable<(string Name, string Value)> Facts(Publication publication, Robustness robustness)
    {
        yield return ("Firmness", $"{RobustnessSection.Counts(publication, robustness)}. Firm: the country keeps its tier {MarkWords.HowOften(Firmness.Firm, "draws")}; "
            + $"likely: {MarkWords.HowOften(Firmness.Likely, "draws")}; borderline: {MarkWords.HowOften(Firmness.Borderline, "draws")}.");
        yield return ("Draws", string.Create(CultureInfo.InvariantCulture, $"{RobustnessSection.Number(robustness.Edition.Draws)}, seed {robustness.Seed}"));
        foreach (var (_, name, sentence) in new SourceWords(publication.Edition, robustness.Sources).All)
        {
            yield return ("Drawn", $"{name}: {sentence}");
        }

        yield return ("Sheet \"Firmness\"", "How firm the tier of each country is.");
        yield return ("Sheet \"Firmness by tier\"", "Marks by tier, and the shares of draws in which the countries of a tier come into each tier.");
        if (!robustness.Sensitivity.IsEmpty)
        {
            yield return ("Sheet \"Sensitivity\"", "Which source of uncertainty explains how much of the changes of tiers: by itself (first), by itself and with others (total), and of two sources only together (second).");
        }
    }

    private static Sheet ByCountry(Publication publication, Robustness robustness) => new("Firmness",
    [
        new Table(
            "How firm the tier of each country is",
            [
                .. CountrySheets.CountryColumns, new("Tier", 8, Align.Centre), new("Mark", 12),
                .. publication.ShowsPoints ? robustness.BestFirst.Select(tier => new Column($"Share in {tier.Code}", 12, Align.End)).Prepend(new("Tier of most draws", 12, Align.Centre)) : [],
                .. publication.ShowsScores
                    ? new Column[] { new("Score, 2.5 %", 12, Align.End), new("Score, median", 12, Align.End), new("Score, 97.5 %", 12, Align.End), new("To the next tier up", 12, Align.End), new("Above the lower bound", 12, Align.End), new("Length of the smallest change", 14, Align.End), new("It brings it to", 10, Align.Centre), new("Smallest change of weights", 64) }
                    : [],
            ],
            [.. publication.Results.Countries.Where(country => publication.StabilityOf(country) is not null).Select(country => Row(publication, robustness, country, publication.StabilityOf(country)!))]),
    ]);

    private static ImmutableArray<Cell> Row(Publication publication, Robustness robustness, CountryResult country, CountryStability stability) =>
    [
        .. CountrySheets.Country(publication, country), new TierCell(stability.Nominal.Code), new TextCell(MarkWords.Word(stability.Firmness)),
        .. publication.ShowsPoints
            ? stability.Probabilities.Select(share => (Cell)new NumberCell(share, Decimals)).Prepend(new TierCell(robustness.BestFirst[stability.ModalPlace].Code))
            : [],
        .. publication.ShowsScores
            ?
            [
                new NumberCell(stability.Interval.Low, 2), new NumberCell(stability.Interval.Middle, 2), new NumberCell(stability.Interval.High, 2),
                new NumberCell(stability.Distance?.ToNextTierUp, 2), new NumberCell(stability.Distance?.AboveLowerBound, 2), .. Change(publication, robustness, stability),
            ]
            : Array.Empty<Cell>(),
    ];

    private static IEnumerable<Cell> Change(Publication publication, Robustness robustness, CountryStability stability)
    {
        var change = new ShownStability(publication, robustness).SmallestChanges(stability).FirstOrDefault();
        return [new NumberCell(change?.Length, Decimals), new TierCell(change?.To.Code), new TextCell(change is null ? "" : new WeightWords(publication.Edition).Short(change))];
    }

    private static Sheet ByTier(Publication publication, Robustness robustness) => new("Firmness by tier",
    [
        FirmnessTables.ByTier(publication, robustness),
        FirmnessTables.Flips(publication, robustness, share => new NumberCell(new ShownStability(publication, robustness).InFull(share), Decimals)),
    ]);

    private static NumberCell Number(double value) => new(double.IsNaN(value) ? null : value, Decimals);

    private static Sheet Sensitivity(Publication publication, Robustness robustness)
    {
        var (shown, sources) = (new ShownStability(publication, robustness), new SourceWords(publication.Edition, robustness.Sources));
        return new("Sensitivity",
        [
            new Table(
                "Which source explains how much of the changes of tiers",
                [new("Outcome", 12), new("Source", 34), new("With", 34), new("Index", 10), new("Value", 12, Align.End), new("Low", 12, Align.End), new("High", 12, Align.End)],
                [.. shown.Sensitivity.SelectMany(SensitivityRow.Of).Select(row => (ImmutableArray<Cell>)
                [
                    new TextCell(row.Outcome), new TextCell(sources.Name(row.Source)), new TextCell(row.With is null ? "" : sources.Name(row.With)), new TextCell(row.Kind),
                    Number(row.Index), Number(row.Low), Number(row.High),
                ])]),
        ]);
    }
}
