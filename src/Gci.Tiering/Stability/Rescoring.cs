using Gci.Scoring;

namespace Gci.Tiering.Stability;

/// <summary>Scores made again with a part of the index left out.</summary>
internal static class Rescoring
{
    /// <param name="leftOut">Any node but the root; what lies below it goes too.</param>
    internal static Scores Without(IndexNode leftOut, Scores scores, WeightSet weights, double? points)
    {
        var (whole, tree) = (scores.Scorer, Without(scores.Scorer.Tree, leftOut));
        var levels = Enumerable.Range(0, whole.Tree.Depth + 1).Select(depth => whole.Level(whole.Tree.Nodes.First(node => node.Depth == depth).Position));
        var scorer = new Scorer(tree, weights, [.. levels], points);
        var observed = new Observations(tree, scores.Countries);
        foreach (var node in tree.Nodes)
        {
            Observe(observed, node, scorer.Maximum(node.Position), scores, whole.Tree[node.Code].Position);
        }

        return scorer.Score(observed);
    }

    // Children stand before their parents, so that what lies below the node are the positions just before its own.
    private static IndexTree Without(IndexTree tree, IndexNode leftOut)
    {
        var first = leftOut;
        while (!first.IsLeaf)
        {
            first = tree.Nodes[first.Children[0]];
        }

        return IndexTree.Build(tree.Nodes
            .Where(node => node.Position < first.Position || node.Position > leftOut.Position)
            .Select(node => (node.Code, node.Parent < 0 ? null : tree.Nodes[node.Parent].Code)));
    }

    // What was not added up from parts is taken over, as the same share of what can be earned now.
    private static void Observe(Observations observed, IndexNode node, double maximum, Scores scores, int before)
    {
        var scale = scores.Scorer.Maximum(before) == 0 ? 1 : maximum / scores.Scorer.Maximum(before);
        var column = scores.Column(before);
        for (var country = 0; country < column.Length; country++)
        {
            if (node.IsLeaf ? !double.IsNaN(column[country]) : scores.IsObserved(country, before))
            {
                observed[country, node.Code] = column[country] * scale;
            }
        }
    }
}
