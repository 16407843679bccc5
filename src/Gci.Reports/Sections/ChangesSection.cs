using System.Collections.Immutable;
using Gci.Editions.Results;
using Gci.Reports.Blocks;
using Gci.Tiering;

namespace Gci.Reports.Sections;

/// <summary>What changed since the previous edition: moves from tier to tier. (Method 4.6)</summary>
internal static class ChangesSection
{
    internal static IEnumerable<Block> Build(Publication publication)
    {
        if (publication.Previous is not { } previous)
        {
            yield break;
        }

        var moves = publication.Results.MovesSince(previous);
        yield return new Heading(1, "What changed since the previous edition");
        yield return new KeyFigures([($"{moves.Up}", "countries in a higher tier"), ($"{moves.Stayed}", "in the same tier"), ($"{moves.Down}", "in a lower tier")]);
        yield return new Paragraph(
            $"The tiers of {publication.Edition.Title} beside those of {previous.Title}, both under the scheme of this edition. "
            + "Questions, weights and experts differ between editions: a move is a fact about two editions and not a measurement of progress.");
        yield return Matrix(publication, moves);
        foreach (var (title, isUp) in new[] { ("Countries in a higher tier than before", true), ("Countries in a lower tier than before", false) })
        {
            if (Lists(publication, previous, isUp).ToArray() is { Length: > 0 } lists)
            {
                yield return new Heading(2, title);
                foreach (var list in lists)
                {
                    yield return list;
                }
            }
        }
    }

    private static Table Matrix(Publication publication, TierMoves moves)
    {
        var tiers = publication.Edition.Tiers.Scheme.BestFirst;
        return new(
            "From the tier before (rows) to the tier now (columns)",
            [new("Before", 22), .. tiers.Select(tier => new Column($"Now {tier.Code}", 9, Align.End))],
            [.. tiers.Select((tier, row) => (ImmutableArray<Cell>)[new TierCell(tier.Code), .. moves.Counts[row].Select(count => new NumberCell(count, 0))])]);
    }

    private static IEnumerable<NameList> Lists(Publication publication, PreviousResults previous, bool isUp)
    {
        var scheme = publication.Edition.Tiers.Scheme;
        var moved = publication.Results.Countries
            .Where(country => country.Tier is not null && previous.Tiers.ContainsKey(country.Country.Iso3))
            .Select(country => (Country: country, Before: scheme.BestFirst.First(tier => tier.Code == previous.Tiers[country.Country.Iso3]), Now: country.Tier!))
            .Where(move => isUp ? move.Now.Place < move.Before.Place : move.Now.Place > move.Before.Place);
        return moved.GroupBy(move => (move.Before, move.Now)).OrderBy(group => group.Key.Now.Place).ThenBy(group => group.Key.Before.Place)
            .Select(group => new NameList(
                $"From {group.Key.Before.Code} to {group.Key.Now.Code} {group.Key.Now.Name}",
                group.Key.Now.Code,
                [.. publication.ByName(group.Select(move => move.Country)).Select(publication.NameOf)]));
    }
}
