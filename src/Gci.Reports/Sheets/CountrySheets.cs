using System.Collections.Immutable;
using Gci.Editions.Results;
using Gci.Reports.Blocks;
using Gci.Reports.Stability;
using Gci.Scoring;
using Gci.Tiering;

namespace Gci.Reports.Sheets;

/// <summary>The sheets with a row a country.</summary>
internal static class CountrySheets
{
    internal static Sheet Tiers(Publication publication)
    {
        var shows = publication.ShowsScores;
        return new("Tiers",
        [
            new Table(
                "Tier of each country",
                [
                    .. CountryColumns, new("Tier", 8, Align.Centre), new("Tier name", 16), .. publication.Robustness is null ? Array.Empty<Column>() : [new Column("Firmness", 12)], new("Region", 24), new("Basis", 12),
                    .. publication.Snapshot is null ? Array.Empty<Column>() : [new Column("Answers from", 28)],
                    .. shows ? new Column[] { new("Overall score", 14, Align.End), new("To the next tier up", 18, Align.End), new("Above the lower bound", 20, Align.End) } : [],
                ],
                [.. publication.Results.Countries.Select(country => (ImmutableArray<Cell>)
                [
                    .. Country(publication, country),
                    new TierCell(country.Tier?.Code),
                    new TextCell(country.Tier?.Name ?? "Not known"),
                    .. publication.Robustness is null ? Array.Empty<Cell>() : [new TextCell(publication.StabilityOf(country) is { } stability ? MarkWords.Word(stability.Firmness) : "")],
                    new TextCell(country.Region.TitleIn(publication.Language)),
                    new TextCell(BasisText(country.Basis)),
                    .. publication.Snapshot is null ? Array.Empty<Cell>() : [new TextCell(publication.SourceOf(country) ?? "")],
                    .. shows ? Score(publication, country) : [],
                ])]),
        ]);
    }

    internal static Sheet Pillars(Publication publication) => new("Pillars",
    [
        new Table(
            publication.ShowsPoints ? "Tier and points of each country by pillar" : "Tier of each country by pillar",
            [
                .. CountryColumns,
                .. publication.Edition.Pillars.Select(pillar => new Column($"{pillar.Title}: tier", 16, Align.Centre)),
                .. publication.ShowsPoints ? publication.Edition.Pillars.Select(pillar => new Column($"{pillar.Title}: points", 16, Align.End)) : [],
            ],
            [.. publication.Results.Countries.Select(country => (ImmutableArray<Cell>)
            [
                .. Country(publication, country),
                .. country.Pillars.Select(pillar => new TierCell(pillar.Tier?.Code)),
                .. publication.ShowsPoints ? country.Pillars.Select(pillar => Number(pillar.Points)) : [],
            ])]),
    ]);

    /// <summary>Points at every node, but those that say what a country answered in confidence; internal only.</summary>
    internal static Sheet Scores(Publication publication)
    {
        var (tree, scores) = (publication.Edition.Tree, publication.Results.Scores);
        var nodes = tree.Nodes.OrderBy(node => node.Code, StringComparer.Ordinal).ToArray();
        var withheld = new WithheldPoints(publication);
        return new("Scores",
        [
            new Table(
                "Points of each country at every node",
                [.. CountryColumns, .. nodes.Select(node => new Column(node.Code, 11, Align.End))],
                [.. publication.Results.Countries.Select(country => (ImmutableArray<Cell>)
                    [.. Country(publication, country), .. nodes.Select(node => Shown(withheld, country, node, scores[country.Row, node.Position]))])]),
        ]);
    }

    internal static string BasisText(Basis basis) => basis == Basis.Answers ? "answers" : "points";

    internal static readonly Column[] CountryColumns = [new("ISO 3166", 10), new("Country", 38)];

    internal static Cell[] Country(Publication publication, CountryResult country) =>
        [new TextCell(country.Country.Iso3), new TextCell(publication.NameOf(country))];

    private static Cell[] Score(Publication publication, CountryResult country)
    {
        var score = publication.Results.Scores[country.Row, publication.Edition.Tree.Root.Position];
        var distance = publication.Edition.Tiers.Scheme is FixedThresholds scheme && !double.IsNaN(score) ? scheme.Distance(score, publication.Edition.Points) : null;
        return [Number(score), new NumberCell(distance?.ToNextTierUp, 2), new NumberCell(distance?.AboveLowerBound, 2)];
    }

    private static Cell Shown(WithheldPoints withheld, CountryResult country, IndexNode node, double points) =>
        !double.IsNaN(points) && withheld.Of(country.Country.Iso3).Contains(node.Position) ? new TextCell("withheld") : Number(points);

    private static NumberCell Number(double points) => new(double.IsNaN(points) ? null : points, 2);
}
