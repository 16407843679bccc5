using System.Collections.Immutable;
using Gci.Reports.Blocks;
using Gci.Reports.Stability;
using Gci.Tiering.Stability;

namespace Gci.Reports.Sections;

/// <summary>Marks by tier, where draws put the countries, and the countries whose tier is not firm.</summary>
internal static class FirmnessTables
{
    private static readonly Firmness[] s_marks = Enum.GetValues<Firmness>();

    internal static StackedBars Bars(Publication publication, Robustness robustness)
    {
        var shown = new ShownStability(publication, robustness);
        var rows = robustness.BestFirst.Select(tier => (Name: $"{tier.Code} {tier.Name}", Counts: s_marks.Select(mark => shown.Count(tier.Place, mark)).ToImmutableArray())).ToImmutableArray();
        var words = rows.Select(row => $"{row.Name}: {string.Join(", ", s_marks.Zip(row.Counts, (mark, count) => $"{count} {MarkWords.Word(mark)}"))}");
        return new(
            "Countries of each tier by how firm it is (F firm, L likely, B borderline)",
            $"Countries of each tier by how firm it is. {string.Join("; ", words)}.",
            [.. s_marks.Select(mark => MarkWords.Title(mark)[..1])],
            rows)
        { IsShaded = true };
    }

    internal static Table ByTier(Publication publication, Robustness robustness)
    {
        var shown = new ShownStability(publication, robustness);
        return new(
            "Countries of each tier by how firm it is, in figures",
            [new("Tier", 8, Align.Centre), new("Name", 22), new("Countries", 11, Align.End), .. s_marks.Select(mark => new Column(MarkWords.Title(mark), 11, Align.End))],
            [
                .. robustness.BestFirst.Select(tier => (ImmutableArray<Cell>)
                [
                    new TierCell(tier.Code), new TextCell(tier.Name), new NumberCell(shown.Count(tier.Place), 0), .. s_marks.Select(mark => new NumberCell(shown.Count(tier.Place, mark), 0)),
                ]),
            ]);
    }

    /// <param name="cell">How a share is shown.</param>
    internal static Table Flips(Publication publication, Robustness robustness, Func<double, Cell> cell)
    {
        var shown = new ShownStability(publication, robustness);
        return new(
            "From the published tier (rows) to the tier of a draw (columns), shares of draws",
            [new("Published", 13, Align.Centre), new("Countries", 11, Align.End), .. robustness.BestFirst.Select(tier => new Column($"Drawn {tier.Code}", 11, Align.End))],
            [
                .. robustness.BestFirst.Select(tier => (ImmutableArray<Cell>)
                [
                    new TierCell(tier.Code), new NumberCell(shown.Count(tier.Place), 0),
                    .. shown.Flips(tier.Place) is { IsEmpty: false } shares ? shares.Select(cell) : robustness.BestFirst.Select(_ => new TextCell(shown.Count(tier.Place) == 0 ? "" : "not shown")),
                ]),
            ]);
    }

    internal static Table Unfirm(Publication publication, Robustness robustness)
    {
        var countries = publication.ByName(publication.Results.Countries.Where(country => publication.StabilityOf(country)?.Firmness is Firmness.Likely or Firmness.Borderline));
        return new(
            publication.ShowsPoints ? "Likely and borderline tiers, with the share of draws in each tier" : "Likely and borderline tiers",
            [
                new("Country", 38), new("Tier", 8, Align.Centre), new("Mark", 13),
                .. publication.ShowsPoints ? robustness.BestFirst.Select(tier => new Column(tier.Code, 8, Align.End)) : [],
            ],
            [
                .. countries.Select(country => (ImmutableArray<Cell>)
                [
                    new TextCell(publication.NameOf(country)), new TierCell(country.Tier!.Code), .. Cells(publication, publication.StabilityOf(country)!),
                ]),
            ]);
    }

    /// <summary>A share in a table of a page; a dash where there is nothing at all.</summary>
    internal static TextCell Share(string text, double share) => new(share == 0 ? "–" : text);

    private static IEnumerable<Cell> Cells(Publication publication, CountryStability country) =>
    [
        new TextCell(MarkWords.Title(country.Firmness)),
        .. publication.ShowsPoints ? country.Probabilities.Select((share, place) => Share(place == country.Nominal.Place ? ShareText.KeptShort(share) : ShareText.Short(share), share)) : [],
    ];
}
