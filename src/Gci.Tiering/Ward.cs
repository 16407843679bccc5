using System.Collections.Immutable;

namespace Gci.Tiering;

/// <summary>
/// Ward's clustering on one score: starting with every value alone, the two neighbours whose union costs least are joined until as many
/// classes are left as there are tiers. Source: J. H. Ward, Hierarchical Grouping to Optimize an Objective Function, JASA 58 (1963).
/// </summary>
public sealed record Ward(string Name, ImmutableArray<Tier> BestFirst) : TierScheme(Name, BestFirst)
{
    public override ImmutableArray<double> Bounds(ReadOnlySpan<double> scores, double maximum)
    {
        var sorted = new SortedScores(scores, BestFirst.Length);
        var starts = Enumerable.Range(0, sorted.Values.Length).ToList();
        while (starts.Count > BestFirst.Length)
        {
            starts.RemoveAt(Cheapest(sorted, starts));
        }

        return sorted.Bounds(starts);
    }

    // The class that is joined to the one below it. In one dimension the cheapest union is always one of neighbours.
    private static int Cheapest(SortedScores sorted, List<int> starts) =>
        Enumerable.Range(1, starts.Count - 1).MinBy(k => Cost(sorted, starts[k - 1], starts[k], k + 1 < starts.Count ? starts[k + 1] : sorted.Values.Length));

    private static double Cost(SortedScores sorted, int from, int middle, int to)
    {
        var (below, above) = (sorted.Size(from, middle), sorted.Size(middle, to));
        var gap = sorted.Mean(middle, to) - sorted.Mean(from, middle);
        return (double)below * above / (below + above) * gap * gap;
    }
}
