using System.Collections.Immutable;

namespace Gci.Tiering;

/// <summary>
/// Lloyd's k-means on one score, from several fixed starts, the best kept: a local search where <see cref="NaturalBreaks"/> is exact. Kept
/// because the field reports it. Source: S. P. Lloyd, Least Squares Quantization in PCM (1982).
/// </summary>
public sealed record KMeans(string Name, ImmutableArray<Tier> BestFirst) : TierScheme(Name, BestFirst)
{
    private const int Starts = 64;

    public override ImmutableArray<double> Bounds(ReadOnlySpan<double> scores, double maximum)
    {
        var sorted = new SortedScores(scores, BestFirst.Length);
        return sorted.Bounds(Enumerable.Range(0, Starts)
            .Select(start => Search(sorted, FirstClasses(sorted.Values.Length, BestFirst.Length, start)))
            .MinBy(starts => Within(sorted, starts))!);
    }

    // Start s bends an even division towards one end or the other: the same starts on every machine, and no random numbers.
    private static int[] FirstClasses(int values, int classes, int start)
    {
        var bend = Math.Pow(4, (start - (Starts / 2.0)) / (Starts / 2.0));
        var starts = new int[classes];
        for (var k = 1; k < classes; k++)
        {
            var even = (int)(values * Math.Pow((double)k / classes, bend));
            starts[k] = Math.Clamp(even, starts[k - 1] + 1, values - (classes - k));
        }

        return starts;
    }

    private static int[] Search(SortedScores sorted, int[] starts)
    {
        while (true)
        {
            var next = Reassign(sorted, starts);
            if (next.SequenceEqual(starts))
            {
                return starts;
            }

            starts = next;
        }
    }

    // In one dimension "the nearest mean" is a cut half way between neighbouring means.
    private static int[] Reassign(SortedScores sorted, int[] starts)
    {
        var next = new int[starts.Length];
        for (var k = 1; k < starts.Length; k++)
        {
            var end = k + 1 < starts.Length ? starts[k + 1] : sorted.Values.Length;
            var cut = (sorted.Mean(starts[k - 1], starts[k]) + sorted.Mean(starts[k], end)) / 2;
            var first = sorted.Values.BinarySearch(cut);
            next[k] = Math.Clamp(first < 0 ? ~first : first, next[k - 1] + 1, sorted.Values.Length - (starts.Length - k));
        }

        return next;
    }

    private static double Within(SortedScores sorted, int[] starts) =>
        starts.Select((start, k) => sorted.Spread(start, k + 1 < starts.Length ? starts[k + 1] : sorted.Values.Length)).Sum();
}
