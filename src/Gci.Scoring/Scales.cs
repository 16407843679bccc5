using System.Collections.Immutable;

namespace Gci.Scoring;

/// <summary>What every node can reach, and how much of the whole it stands for.</summary>
internal static class Scales
{
    /// <summary>
    /// Points of every node: the root's, shared out among children in proportion to their weights. Without points every node has the
    /// same scale, of maximum 1. (Method 3.3)
    /// </summary>
    internal static double[] Maxima(IndexTree tree, WeightSet weights, double? points) => points is { } root
        ? ShareOut(tree, weights, root)
        : [.. tree.Nodes.Select(_ => 1.0)];

    /// <summary>e_root = 1; e_child = e_parent w_child / S w_siblings. Source: COINr's effective weights.</summary>
    internal static double[] EffectiveWeights(IndexTree tree, WeightSet weights) => ShareOut(tree, weights, 1);

    private static double[] ShareOut(IndexTree tree, WeightSet weights, double root)
    {
        var shares = new double[tree.Nodes.Length];
        shares[^1] = root;
        for (var position = shares.Length - 1; position >= 0; position--)
        {
            var children = tree.Nodes[position].Children;
            var sum = Sum(tree, weights, children);
            var scale = sum == 0 || shares[position] == 0 ? 0 : Exact(shares[position] / sum);
            foreach (var child in children)
            {
                shares[child] = scale * weights[tree.Nodes[child].Code];
            }
        }

        return shares;
    }

    // Where the weights are points already, they stay what they are, to the last bit: their sum may miss the parent by rounding. The same
    // holds for any power of two of them, so that doubling all weights changes not one bit.
    private static double Exact(double scale)
    {
        var power = Math.ScaleB(1, (int)Math.Round(Math.Log2(scale)));
        return Math.Abs((scale / power) - 1) < 1e-12 ? power : scale;
    }

    private static double Sum(IndexTree tree, WeightSet weights, ImmutableArray<int> children)
    {
        var sum = 0.0;
        foreach (var child in children)
        {
            sum += Checked(weights, tree.Nodes[child].Code);
        }

        return sum;
    }

    private static double Checked(WeightSet weights, string code) =>
        !weights.ByCode.TryGetValue(code, out var weight) ? throw new ArgumentException($"The weight set {weights.Name} has no weight for {code}.")
        : weight >= 0 && double.IsFinite(weight) ? weight
        : throw new ArgumentException($"The weight of {code} is {weight}; a weight is at least 0 and finite.");
}
