using System.Collections.Immutable;
using Gci.Scoring.Draws;
using Gci.Scoring.Elicitation;

namespace Gci.Scoring.Tests.Draws;

/// <summary>An index of three levels whose weights are drawn.</summary>
internal static class Drawn
{
    internal const int Count = 1 << 12;

    /// <summary>"A" of five, "B" of two of the same weight and one, "C" of which one has no weight, "D" of which none has.</summary>
    internal static readonly IndexTree Tree = IndexTree.Build(
    [
        ("I", null), ("A", "I"), ("B", "I"), ("C", "I"), ("D", "I"),
        ("A.1", "A"), ("A.2", "A"), ("A.3", "A"), ("A.4", "A"), ("A.5", "A"),
        ("B.1", "B"), ("B.2", "B"), ("B.3", "B"), ("C.1", "C"), ("C.2", "C"), ("C.3", "C"), ("D.1", "D"), ("D.2", "D"),
        ("A.1.a", "A.1"), ("A.1.b", "A.1"),
    ]);

    internal static readonly WeightSet Weights = Small.Weights(
        ("A", 4), ("B", 3), ("C", 2), ("D", 1), ("A.1", 5), ("A.2", 1), ("A.3", 4), ("A.4", 2), ("A.5", 3),
        ("B.1", 2), ("B.2", 1), ("B.3", 2), ("C.1", 3), ("C.2", 0), ("C.3", 1), ("D.1", 0), ("D.2", 0), ("A.1.a", 0.3), ("A.1.b", 0.7));

    /// <summary>All voted on "I", "A" and "C"; Ada alone on "B".</summary>
    internal static readonly ImmutableArray<Ballot> Ballots =
    [
        Ballot("Ada", ("A", 40), ("B", 30), ("C", 20), ("D", 10), ("A.1", 40), ("A.2", 30), ("A.3", 20), ("A.4", 10), ("A.5", 0), ("C.1", 40), ("C.2", 40), ("C.3", 20), ("B.1", 80), ("B.2", 15), ("B.3", 5)),
        Ballot("Ben", ("A", 25), ("B", 25), ("C", 25), ("D", 25), ("A.1", 25), ("A.2", 5), ("A.3", 30), ("A.4", 25), ("A.5", 15), ("C.1", 25), ("C.2", 5), ("C.3", 70)),
        Ballot("Cy", ("A", 70), ("B", 10), ("C", 10), ("D", 10), ("A.1", 70), ("A.2", 10), ("A.3", 10), ("A.4", 5), ("A.5", 5), ("C.1", 70), ("C.2", 20), ("C.3", 10)),
        Ballot("Di", ("A", 10), ("B", 20), ("C", 30), ("D", 40), ("A.1", 10), ("A.2", 60), ("A.3", 10), ("A.4", 10), ("A.5", 10), ("C.1", 10), ("C.2", 45), ("C.3", 45)),
    ];

    internal static WeightDraws Draws(params ReadOnlySpan<(int Depth, WeightSampler Sampler)> samplers) => Draws(Tree, Weights, samplers);

    internal static WeightDraws Draws(IndexTree tree, WeightSet weights, params ReadOnlySpan<(int Depth, WeightSampler Sampler)> samplers) =>
        new(tree, weights, samplers.ToArray().ToDictionary(pair => pair.Depth, pair => pair.Sampler), Ballots);

    /// <summary>The same sampler at all depths.</summary>
    internal static WeightDraws Everywhere(WeightSampler sampler) => Draws((1, sampler), (2, sampler), (3, sampler));

    /// <summary>The share of each node among its siblings in the first draws of a seed, by code.</summary>
    internal static Dictionary<string, double[]> Shares(this WeightDraws draws, IndexTree? tree = null) => Take((tree ?? Tree).Nodes, draws.Shares);

    /// <summary>The share of each leaf in the whole, by code.</summary>
    internal static Dictionary<string, double[]> Effective(this WeightDraws draws) => Take(Tree.Leaves, draws.Effective);

    private delegate void Fill(DrawBlock block, Span<double> drawn);

    private static Dictionary<string, double[]> Take(ImmutableArray<IndexNode> nodes, Fill fill)
    {
        var (block, drawn, taken) = (new DrawBlock(7), new double[nodes.Length * DrawBlock.Size], nodes.ToDictionary(node => node.Code, _ => new double[Count]));
        for (var start = 0; start < Count; start += DrawBlock.Size)
        {
            block.Take([.. Enumerable.Range(start, DrawBlock.Size).Select(draw => (long)draw)]);
            fill(block, drawn);
            for (var node = 0; node < nodes.Length; node++)
            {
                drawn.AsSpan(node * DrawBlock.Size, DrawBlock.Size).CopyTo(taken[nodes[node].Code].AsSpan(start));
            }
        }

        return taken;
    }

    private static Ballot Ballot(string expert, params ReadOnlySpan<(string Code, double Points)> points) => new(expert, Small.Weights(points).ByCode);
}
