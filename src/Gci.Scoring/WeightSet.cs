using System.Collections.Immutable;

namespace Gci.Scoring;

/// <summary>
/// A named set of weights, one for every node but the root. Only the proportions among siblings count: a set whose weights are all
/// multiplied by the same factor gives the same scores.
/// </summary>
public sealed record WeightSet(string Name, ImmutableDictionary<string, double> ByCode)
{
    /// <summary>The weight of a node.</summary>
    /// <exception cref="KeyNotFoundException">The set has no weight for the code.</exception>
    public double this[string code] => ByCode.TryGetValue(code, out var weight)
        ? weight
        : throw new KeyNotFoundException($"The weight set {Name} has no weight for {code}.");

    /// <summary>Equal weights for all siblings of a tree.</summary>
    public static WeightSet Equal(IndexTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new("equal", tree.Nodes.ToImmutableDictionary(node => node.Code, _ => 1.0, StringComparer.Ordinal));
    }
}
