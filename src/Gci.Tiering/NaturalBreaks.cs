using System.Collections.Immutable;

namespace Gci.Tiering;

/// <summary>
/// Fisher-Jenks natural breaks: the classes whose sum of squared deviations from their means is the least there is, found exactly by
/// dynamic programming. Source: W. D. Fisher, On Grouping for Maximum Homogeneity, JASA 53 (1958). For comparison with fixed thresholds:
/// a country's tier depends on all countries.
/// </summary>
public sealed record NaturalBreaks(string Name, ImmutableArray<Tier> BestFirst) : TierScheme(Name, BestFirst)
{
    public override ImmutableArray<double> Bounds(ReadOnlySpan<double> scores, double maximum)
    {
        var sorted = new SortedScores(scores, BestFirst.Length);
        return sorted.Bounds(Starts(sorted, BestFirst.Length));
    }

    /// <summary>Goodness of variance fit of this scheme for the scores, 1 - SSW / SST, in [0, 1]; 1 where all scores are equal.</summary>
    public double GoodnessOfFit(ReadOnlySpan<double> scores)
    {
        var sorted = new SortedScores(scores, BestFirst.Length);
        var starts = Starts(sorted, BestFirst.Length);
        var within = starts.Select((start, i) => sorted.Spread(start, i + 1 < starts.Length ? starts[i + 1] : sorted.Values.Length)).Sum();
        var total = sorted.Spread(0, sorted.Values.Length);
        return total == 0 ? 1 : 1 - (within / total);
    }

    // least[j]: least spread of the first j values in the classes so far; from[k][j]: where the last of those classes begins.
    private static int[] Starts(SortedScores sorted, int classes)
    {
        var n = sorted.Values.Length;
        double[] least = [.. Enumerable.Range(0, n + 1).Select(end => end == 0 ? double.PositiveInfinity : sorted.Spread(0, end))];
        var from = new int[classes][];
        for (var k = 1; k < classes; k++)
        {
            (least, from[k]) = Extend(sorted, least, k);
        }

        var starts = new int[classes];
        for (var (k, end) = (classes - 1, n); k > 0; k--)
        {
            end = starts[k] = from[k][end];
        }

        return starts;
    }

    private static (double[] Least, int[] From) Extend(SortedScores sorted, double[] before, int k)
    {
        var (least, from) = (new double[before.Length], new int[before.Length]);
        Array.Fill(least, double.PositiveInfinity);
        for (var end = k + 1; end < before.Length; end++)
        {
            for (var start = k; start < end; start++)
            {
                var total = before[start] + sorted.Spread(start, end);
                (least[end], from[end]) = total < least[end] ? (total, start) : (least[end], from[end]);
            }
        }

        return (least, from);
    }
}
