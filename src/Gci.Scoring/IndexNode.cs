using System.Collections.Immutable;

namespace Gci.Scoring;

/// <summary>One node of an index: the whole index, a pillar, an indicator, a question, or whatever an edition calls them.</summary>
/// <param name="Code">Stable code, unique in the tree.</param>
/// <param name="Position">Place of the node in <see cref="IndexTree.Nodes"/>; children stand before their parent.</param>
/// <param name="Depth">0 for the root, 1 for its children, and so on.</param>
/// <param name="Parent">Position of the parent; -1 for the root.</param>
/// <param name="Children">Positions of the children, in the fixed order in which they are added up.</param>
public sealed record IndexNode(string Code, int Position, int Depth, int Parent, ImmutableArray<int> Children)
{
    public bool IsLeaf => Children.IsEmpty;
}
