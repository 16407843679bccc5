using System.Collections.Immutable;
using Gci.Scoring;
using Gci.Scoring.Aggregation;

namespace Gci.Tiering.Stability;

/// <summary>The smallest changes of weights that change a country's tier: among the pillars, and among all that is known of the country.</summary>
internal sealed class WeightFlips
{
    /// <summary>Of many small changes so many are named.</summary>
    internal const int MostMoves = 5;

    private readonly Scores _scores;
    private readonly FixedThresholds? _scheme;
    private readonly double _maximum;
    private readonly (int Depth, IndexNode[] Nodes)[] _levels;

    /// <param name="scheme">Where it finds its bounds from the scores, nothing is said.</param>
    internal WeightFlips(Scores scores, TierScheme scheme)
    {
        var tree = scores.Scorer.Tree;
        (_scores, _scheme, _maximum) = (scores, scheme as FixedThresholds, scores.Scorer.Maximum(tree.Root.Position));

        // Where a mean is not a sum, the closed form and the QP do not hold.
        var isSum = tree.Nodes.All(node => node.IsLeaf || scores.Scorer.Level(node.Position).Aggregator is Points or ArithmeticMean);
        _levels = isSum && _scheme is not null
            ? [.. Enumerable.Range(1, tree.Depth).Select(depth => (depth, tree.Nodes.Where(node => node.Depth == depth || (node.IsLeaf && node.Depth < depth)).ToArray()))]
            : [];
    }

    internal ImmutableArray<WeightFlip> Of(int row)
    {
        var known = _levels.Where(level => level.Nodes.All(node => !double.IsNaN(_scores[row, node.Position]))).ToArray();
        return known.Length == 0 ? [] : [.. new[] { known[0], known[^1] }.DistinctBy(level => level.Depth).Select(level => Of(row, level.Depth, level.Nodes)).OfType<WeightFlip>()];
    }

    private WeightFlip? Of(int row, int depth, IndexNode[] nodes)
    {
        double[] weights = [.. nodes.Select(node => _scores.Scorer.EffectiveWeight(node.Position))];
        double[] earned = [.. nodes.Select(node => Share(row, node.Position) * _maximum)];
        if (SmallestWeightChange.OfTier(weights, earned, _scheme!, _maximum) is not { } change)
        {
            return null;
        }

        var tier = _scheme!.Of(_scores[row, _scores.Scorer.Tree.Root.Position], _maximum);
        var isUp = tier.Place > 0 && change.Target >= _scheme.LowerBound(_scheme.BestFirst[tier.Place - 1], _maximum);
        var moves = nodes.Select((node, part) => new WeightMove(node.Code, weights[part], change.Weights[part]));
        return new(_scheme.BestFirst[tier.Place + (isUp ? -1 : 1)], depth, change.Length,
            [.. moves.OrderByDescending(move => Math.Abs(move.To - move.From)).ThenBy(move => move.Code, StringComparer.Ordinal).Take(Math.Max(MostMoves, depth == 1 ? nodes.Length : 0))]);
    }

    private double Share(int row, int node) => _scores.Scorer.Maximum(node) == 0 ? 0 : _scores[row, node] / _scores.Scorer.Maximum(node);
}
