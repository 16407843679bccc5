using System.Collections.Immutable;
using System.Diagnostics;
using Gci.Scoring.Aggregation;

namespace Gci.Scoring;

/// <summary>A node made from its children. Sums run over the children in the tree's fixed order and over known children only.</summary>
internal abstract class Group(ImmutableArray<int> children, double maximum, double needed)
{
    protected ImmutableArray<int> Children { get; } = children;

    protected double Maximum { get; } = maximum;

    internal static Group Of(IndexNode node, Scorer scorer, WeightSet weights)
    {
        var level = scorer.Level(node.Position);
        var maximum = scorer.Maximum(node.Position);
        var needed = Needed(node, scorer, level.Availability);
        double[] maxima = [.. node.Children.Select(scorer.Maximum)];
        return level.Aggregator switch
        {
            Points => new PointsGroup(node.Children, maximum, needed, maxima),
            Mean mean => new MeanGroup(
                node.Children, maximum, needed, maxima, [.. node.Children.Select(child => weights[scorer.Tree.Nodes[child].Code])], mean),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Fills the group's column from its children's.</summary>
    internal abstract void Combine(ScoringBlock block, Span<double> column);

    /// <summary>Too few of the children are known for the group to have a value. (Method 3.6)</summary>
    protected bool TooFew(int known) => known == 0 || (double)known / Children.Length < needed;

    // All children where one unknown child blocks, otherwise the least share of them. Shares are compared, not counts: 0.28 of 25 is more
    // than 7 in binary, but 7 / 25 is 0.28.
    internal static double Needed(IndexNode node, Scorer scorer, double availability) =>
        scorer.Level(node.Children[0]).Unknown == UnknownPolicy.Block ? 1 : availability;
}
