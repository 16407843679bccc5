using System.Collections.Immutable;

namespace Gci.Tiering;

/// <summary>
/// The different scores in ascending order with how often each occurs, and sums that give the spread of any run of them at once.
/// Scores equal at nine decimals are one value, so that no scheme can put them into two tiers; the sums are those of the unrounded scores.
/// </summary>
internal sealed class SortedScores
{
    private readonly double[] _sums;
    private readonly double[] _squares;
    private readonly double _centre;

    internal SortedScores(ReadOnlySpan<double> scores, int tiers)
    {
        var known = scores.ToArray().Where(score => !double.IsNaN(score)).Order().ToArray();
        var groups = known.GroupBy(Rounding.Compared).OrderBy(group => group.Key).ToArray();
        if (groups.Length < tiers)
        {
            throw new ArgumentException($"There are {groups.Length} different scores; they cannot fill {tiers} tiers.", nameof(scores));
        }

        Values = [.. groups.Select(group => group.Key)];
        Counts = [.. groups.Select(group => group.Count())];
        (_centre, _sums, _squares) = (known.Average(), new double[groups.Length + 1], new double[groups.Length + 1]);
        for (var i = 0; i < groups.Length; i++)
        {
            _sums[i + 1] = _sums[i] + groups[i].Sum(score => score - _centre);
            _squares[i + 1] = _squares[i] + groups[i].Sum(score => (score - _centre) * (score - _centre));
        }

        Ends = new int[groups.Length + 1];
        for (var i = 0; i < groups.Length; i++)
        {
            Ends[i + 1] = Ends[i] + Counts[i];
        }
    }

    internal ImmutableArray<double> Values { get; }

    internal ImmutableArray<int> Counts { get; }

    private int[] Ends { get; }

    internal double Mean(int from, int to) => _centre + ((_sums[to] - _sums[from]) / (Ends[to] - Ends[from]));

    internal int Size(int from, int to) => Ends[to] - Ends[from];

    /// <summary>Sum of squared deviations from their mean of the values in [from, to).</summary>
    internal double Spread(int from, int to)
    {
        var sum = _sums[to] - _sums[from];
        return Math.Max(0, _squares[to] - _squares[from] - (sum * sum / (Ends[to] - Ends[from])));
    }

    /// <summary>Lower bounds, best tier first, of classes given by where each begins, lowest first (the first begins at 0).</summary>
    internal ImmutableArray<double> Bounds(IReadOnlyList<int> starts) => [.. starts.Skip(1).Reverse().Select(start => Values[start])];
}
