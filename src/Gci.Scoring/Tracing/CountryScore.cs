using System.Collections.Immutable;

namespace Gci.Scoring.Tracing;

/// <summary>The score of one country, with the tree of parts it was added up from.</summary>
public sealed record CountryScore(string Country, NodeScore Root);

/// <summary>The value of one country at one node, and the parts that made it.</summary>
/// <param name="Value">On the node's own scale, unrounded; NaN where it is not known.</param>
/// <param name="Maximum">The most the node can reach.</param>
/// <param name="Observed">The value came from outside; the parts did not make it.</param>
public sealed record NodeScore(string Code, double Value, double Maximum, bool Observed, ImmutableArray<NodeScore> Parts)
{
    public bool IsKnown => !double.IsNaN(Value);

    /// <summary>This node and all below it, parents first.</summary>
    public IEnumerable<NodeScore> AndBelow() => Parts.SelectMany(part => part.AndBelow()).Prepend(this);
}
