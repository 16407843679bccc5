using System.Collections.Immutable;
using Gci.Scoring;
using Gci.Scoring.Statistics;

namespace Gci.Tiering.Stability;

/// <summary>
/// Leaves out each node of a depth in turn, scores anew, and compares the tiers with those of the whole index. Source: the test of elements' influence in
/// Becker's COINr, <c>remove_elements</c>, on tiers.
/// </summary>
/// <remarks>
/// The node is taken out of the tree, so that it counts neither as a weight nor as something unknown. What a country earns elsewhere stays the same share
/// of what can be earned there. Where the other nodes of a group are unknown, the level's policy decides, as ever. A country of which only the group above
/// the node is known keeps the share it has of the group.
/// </remarks>
public static class RemovalTest
{
    /// <param name="scores">Scores of the whole index.</param>
    /// <param name="weights">The weights they were made with.</param>
    /// <param name="points">The points they were made with; null where all nodes share one scale.</param>
    /// <param name="depth">1 for the pillars, 2 for the nodes below, and so on.</param>
    /// <returns>One a node of the depth, in the order of the tree. A node without which the index has nothing left is not among them.</returns>
    public static ImmutableArray<Removal> Of(Scores scores, WeightSet weights, double? points, TierScheme scheme, int depth)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(scheme);
        var tree = scores.Scorer.Tree;
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, tree.Depth);
        var nominal = Tiers(scores, scheme);
        return
        [
            .. from node in tree.Nodes
               where node.Depth == depth
               let leftOut = LeftOut(tree, weights, node)
               where leftOut.Parent >= 0
               select Compared(node, leftOut, scores.Countries, nominal, Tiers(Rescoring.Without(leftOut, scores, weights, points), scheme), scheme),
        ];
    }

    // A group of which nothing with a weight is left goes too.
    private static IndexNode LeftOut(IndexTree tree, WeightSet weights, IndexNode node)
    {
        while (node.Parent >= 0 && tree.Nodes[node.Parent].Children.All(child => child == node.Position || weights[tree.Nodes[child].Code] == 0))
        {
            node = tree.Nodes[node.Parent];
        }

        return node;
    }

    private static ImmutableArray<Tier?> Tiers(Scores scores, TierScheme scheme)
    {
        var root = scores.Scorer.Tree.Root.Position;
        return scheme.Assign(scores.Column(root), scores.Scorer.Maximum(root));
    }

    private static Removal Compared(
        IndexNode node, IndexNode leftOut, IReadOnlyList<string> countries, ImmutableArray<Tier?> before, ImmutableArray<Tier?> after, TierScheme scheme)
    {
        var tiers = scheme.BestFirst.Length;
        var counts = new int[tiers * tiers];
        foreach (var (from, to) in before.Zip(after))
        {
            if (from is not null && to is not null)
            {
                counts[(from.Place * tiers) + to.Place]++;
            }
        }

        var (kept, tiered) = (Enumerable.Range(0, tiers).Sum(place => counts[place * (tiers + 1)]), before.Count(tier => tier is not null));
        return new(
            node.Code,
            leftOut.Code,
            [.. countries.Select((country, row) => new TierChange(country, before[row], after[row])).Where(change => change.From != change.To)],
            tiered == 0 ? null : (double)kept / tiered,
            AdjustedRandIndex.Of(counts, tiers),
            WeightedKappa.Quadratic(counts, tiers));
    }
}
