using System.Collections.Immutable;

namespace Gci.Scoring;

/// <summary>
/// The structure of an index: a tree of any depth. Nodes are kept children first, siblings in ordinal order of their codes,
/// so that sums are made in the same order however the definition was written.
/// </summary>
public sealed class IndexTree
{
    private readonly ImmutableDictionary<string, int> _positions;

    private IndexTree(ImmutableArray<IndexNode> nodes)
    {
        Nodes = nodes;
        Leaves = [.. nodes.Where(node => node.IsLeaf)];
        _positions = nodes.ToImmutableDictionary(node => node.Code, node => node.Position, StringComparer.Ordinal);
    }

    /// <summary>All nodes, children before their parent; the root is the last.</summary>
    public ImmutableArray<IndexNode> Nodes { get; }

    /// <summary>The nodes without children, in the order of <see cref="Nodes"/>.</summary>
    public ImmutableArray<IndexNode> Leaves { get; }

    public IndexNode Root => Nodes[^1];

    public int Depth => Nodes.Max(node => node.Depth);

    public IndexNode this[string code] => Nodes[_positions[code]];

    public bool Contains(string code) => _positions.ContainsKey(code);

    /// <summary>Builds the tree from pairs of a node and its parent; exactly one node, the root, has no parent.</summary>
    /// <exception cref="ArgumentException">A code stands twice, a parent is unknown, there is not one root, or there is a cycle.</exception>
    public static IndexTree Build(IEnumerable<(string Code, string? Parent)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (code, parent) in pairs)
        {
            if (!parents.TryAdd(code, parent))
            {
                throw new ArgumentException($"The code {code} stands twice in the tree.", nameof(pairs));
            }
        }

        var roots = parents.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray();
        if (roots is not [var root])
        {
            throw new ArgumentException($"A tree has one root; this one has {roots.Length}.", nameof(pairs));
        }

        if (parents.Values.FirstOrDefault(parent => parent is not null && !parents.ContainsKey(parent)) is { } unknown)
        {
            throw new ArgumentException($"The parent {unknown} is not in the tree.", nameof(pairs));
        }

        var nodes = Arrange(root, parents);
        return nodes.Length == parents.Count ? new(nodes) : throw new ArgumentException("The tree has a cycle.", nameof(pairs));
    }

    /// <summary>The tree down to a depth: the nodes there are leaves.</summary>
    public IndexTree DownTo(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        return depth >= Depth ? this : Build(Nodes.Where(node => node.Depth <= depth).Select(node => (node.Code, node.Parent < 0 ? null : Nodes[node.Parent].Code)));
    }

    private static ImmutableArray<IndexNode> Arrange(string root, Dictionary<string, string?> parents)
    {
        var children = parents.Where(pair => pair.Value is not null).ToLookup(pair => pair.Value!, pair => pair.Key, StringComparer.Ordinal);
        var nodes = ImmutableArray.CreateBuilder<IndexNode>(parents.Count);
        Add(root, 0);
        foreach (var node in nodes.ToArray())
        {
            foreach (var child in node.Children)
            {
                nodes[child] = nodes[child] with { Parent = node.Position };
            }
        }

        return nodes.ToImmutable();

        int Add(string code, int depth)
        {
            ImmutableArray<int> below = [.. children[code].Order(StringComparer.Ordinal).Select(child => Add(child, depth + 1))];
            nodes.Add(new(code, nodes.Count, depth, Parent: -1, below));
            return nodes.Count - 1;
        }
    }
}
