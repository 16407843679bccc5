using System.Collections.Immutable;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;

namespace Gci.Tiering.Stability;

/// <summary>
/// How often each country comes into each tier when the weights are drawn and all else stays. Every level adds up points or takes arithmetic means,
/// so a score is a sum over the questions, and a draw costs as many multiplications as there are answers.
/// </summary>
public sealed class WeightStability
{
    private const int BlocksAtOnce = 64;
    private const int BlockSize = WeightNoise.BlockSize;

    private readonly WeightNoise _noise;
    private readonly double[] _earned;
    private readonly double[] _bounds;
    private readonly ImmutableArray<string> _countries;

    /// <param name="scores">Scores of answers; countries whose index is not known are left out.</param>
    /// <exception cref="ArgumentException">A level aggregates in another way, or a country has questions that are unknown and not zero.</exception>
    public WeightStability(Scores scores, WeightNoise noise, FixedThresholds scheme)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(noise);
        ArgumentNullException.ThrowIfNull(scheme);
        var (scorer, tree) = (scores.Scorer, scores.Scorer.Tree);
        if (tree.Nodes.Any(node => !node.IsLeaf && scorer.Level(node.Position).Aggregator is not (Points or ArithmeticMean)))
        {
            throw new ArgumentException("Weights are drawn this way only where every level adds up points or takes arithmetic means.", nameof(scores));
        }

        int[] rows = [.. Enumerable.Range(0, scores.Countries.Count).Where(row => !double.IsNaN(scores[row, tree.Root.Position]))];
        (_noise, _countries) = (noise, [.. rows.Select(row => scores.Countries[row])]);
        _earned = [.. tree.Leaves.SelectMany(leaf => rows.Select(row => Earned(scores, row, leaf.Position)))];
        _bounds = [.. scheme.Bounds([], scorer.Maximum(tree.Root.Position)).Select(ExactBounds.Of)];
    }

    public ImmutableArray<string> Countries => _countries;

    /// <summary>Counts a range of draws on all processors, or on as many threads as are given. The same range gives the same counts on any number.</summary>
    /// <param name="progress">Told the number of draws done so far.</param>
    public TierCounts Run(ulong seed, DrawRange range, int? threads = null, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(range.From, nameof(range));
        ArgumentOutOfRangeException.ThrowIfLessThan(range.To, range.From, nameof(range));
        var (lots, done) = ((range.Count + (BlockSize * BlocksAtOnce) - 1) / (BlockSize * BlocksAtOnce), 0L);
        var counters = new System.Collections.Concurrent.ConcurrentBag<TierCounter>();
        Parallel.For(
            0L, lots, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancel },
            () => (Counter: new TierCounter(_earned, _countries.Length, _bounds), Weights: new double[_noise.Leaves * BlockSize]),
            (lot, _, own) =>
            {
                var from = range.From + (lot * BlockSize * BlocksAtOnce);
                var to = Math.Min(range.To, from + (BlockSize * BlocksAtOnce));
                for (var first = from; first < to; first += BlockSize)
                {
                    _noise.Fill(seed, first, (int)Math.Min(BlockSize, to - first), own.Weights);
                    own.Counter.Add(own.Weights);
                }

                progress?.Report(Interlocked.Add(ref done, to - from));
                return own;
            },
            own => counters.Add(own.Counter));
        return Summed(counters, range.Count);
    }

    private TierCounts Summed(IReadOnlyCollection<TierCounter> counters, long draws) => new(_countries, draws,
    [
        .. Enumerable.Range(0, _countries.Length).Select(country =>
        {
            // What reaches a bound reaches all lower ones too.
            long[] reached = [.. Enumerable.Range(0, _bounds.Length).Select(bound => counters.Sum(counter => counter[country, bound])), draws];
            return reached.Select((count, tier) => tier == 0 ? count : count - reached[tier - 1]).ToImmutableArray();
        }),
    ]);

    private static double Earned(Scores scores, int row, int leaf)
    {
        var (value, maximum) = (scores[row, leaf], scores.Scorer.Maximum(leaf));
        return double.IsNaN(value) ? throw new ArgumentException($"An answer of {scores.Countries[row]} is unknown and does not count as zero.", nameof(scores))
            : maximum == 0 ? 0 : value / maximum * scores.Scorer.Maximum(scores.Scorer.Tree.Root.Position);
    }
}
