using System.Collections.Immutable;
using Gci.Editions.Yaml;

namespace Gci.Editions.Methodology;

/// <summary>Reads <c>published.yaml</c>: pillar points that were published for the edition.</summary>
internal static class PublishedReader
{
    internal static PublishedPoints Read(MapReader map, Frame frame, IReadOnlyCollection<string> countries)
    {
        var source = map.Text("source");
        var points = ImmutableSortedDictionary.CreateBuilder<string, ImmutableDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (country, value) in map.Map("points")?.Entries() ?? [])
        {
            if (!countries.Contains(country.Text))
            {
                map.Problems.Add(map.File, country.Line, $"{country.Text} is not a country of this edition.");
            }

            if (map.AsMap(value, $"The points of {country.Text} must be a map of pillars.") is { } row)
            {
                points[country.Text] = frame.Pillars.DistinctBy(pillar => pillar.Code).ToImmutableDictionary(pillar => pillar.Code, pillar => Points(row, pillar));
                row.Done();
            }
        }

        map.Done();
        return new(source, points.ToImmutable());
    }

    private static double Points(MapReader row, Pillar pillar)
    {
        var points = row.Number(pillar.Variable);
        if (points < 0 || points > pillar.Points)
        {
            row.Problem(pillar.Variable, FormattableString.Invariant($"\"{pillar.Variable}\" is {points}; a pillar has between 0 and {pillar.Points} points."));
        }

        return points;
    }
}
