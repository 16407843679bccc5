using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using Gci.Scoring.Elicitation;

namespace Gci.Scoring.Draws;

/// <summary>Draws weight sets around a nominal one, level by level and group by group.</summary>
public sealed class WeightDraws
{
    /// <summary>The source of all groups that are drawn from ballots: one draw of experts for all of them.</summary>
    public const string BallotsSource = "ballots";

    private readonly IndexTree _tree;
    private readonly (int Group, int[] Children, GroupDraw Draw)[] _groups;

    /// <param name="samplers">By the depth of the weights drawn, 1 for the children of the root; other depths keep their weights.</param>
    /// <param name="ballots">For <see cref="BallotWeights"/>.</param>
    /// <exception cref="ArgumentException">A depth is not in the tree, or ballots are drawn from and there are none.</exception>
    public WeightDraws(IndexTree tree, WeightSet weights, IReadOnlyDictionary<int, WeightSampler> samplers, ImmutableArray<Ballot> ballots)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(samplers);
        if (samplers.Keys.Any(depth => depth < 1 || depth > tree.Depth))
        {
            throw new ArgumentException($"The tree has weights at the depths 1 to {tree.Depth}.", nameof(samplers));
        }

        if (samplers.Values.Any(sampler => sampler is BallotWeights) && ballots.IsDefaultOrEmpty)
        {
            throw new ArgumentException("Weights are drawn from ballots, and there are none.", nameof(ballots));
        }

        _tree = tree;
        _groups = [.. tree.Nodes.Where(node => !node.IsLeaf).Reverse().Select(node => (node.Position, node.Children.ToArray(), Of(node, weights, samplers, ballots)))];
    }

    /// <summary>The code of the source that draws the weights of a depth.</summary>
    public static string Source(int depth) => string.Create(CultureInfo.InvariantCulture, $"weights-{depth}");

    /// <summary>The share of each leaf in the whole.</summary>
    /// <param name="weights">Leaf after leaf, <see cref="DrawBlock.Size"/> draws each.</param>
    public void Effective(DrawBlock block, Span<double> weights)
    {
        Span<Vector256<double>> drawn = stackalloc Vector256<double>[_tree.Nodes.Length];
        for (var vector = 0; vector < DrawBlock.Size / DrawBlock.Lanes; vector++)
        {
            Draw(block, vector, drawn);
            foreach (var (group, children, _) in _groups)
            {
                foreach (var child in children)
                {
                    drawn[child] *= drawn[group];
                }
            }

            for (var leaf = 0; leaf < _tree.Leaves.Length; leaf++)
            {
                drawn[_tree.Leaves[leaf].Position].CopyTo(weights[((leaf * DrawBlock.Size) + (vector * DrawBlock.Lanes))..]);
            }
        }
    }

    /// <summary>The share of each node among its siblings; 1 for the root.</summary>
    /// <param name="shares">Node after node, <see cref="DrawBlock.Size"/> draws each.</param>
    public void Shares(DrawBlock block, Span<double> shares)
    {
        Span<Vector256<double>> drawn = stackalloc Vector256<double>[_tree.Nodes.Length];
        for (var vector = 0; vector < DrawBlock.Size / DrawBlock.Lanes; vector++)
        {
            Draw(block, vector, drawn);
            for (var node = 0; node < drawn.Length; node++)
            {
                drawn[node].CopyTo(shares[((node * DrawBlock.Size) + (vector * DrawBlock.Lanes))..]);
            }
        }
    }

    /// <summary>The weights of the first draw of a block: the share of each node among its siblings; below the drawn levels those of the set.</summary>
    public WeightSet Of(DrawBlock block, WeightSet nominal)
    {
        ArgumentNullException.ThrowIfNull(nominal);
        var shares = new double[_tree.Nodes.Length * DrawBlock.Size];
        Shares(block, shares);
        return new("drawn", nominal.ByCode.SetItems(_tree.Nodes.Select(node => KeyValuePair.Create(node.Code, shares[node.Position * DrawBlock.Size]))));
    }

    private void Draw(DrawBlock block, int vector, Span<Vector256<double>> drawn)
    {
        drawn[_tree.Root.Position] = Vector256<double>.One;
        foreach (var (_, _, draw) in _groups)
        {
            draw.Draw(block.Keys(draw.Source)[vector], drawn);
        }
    }

    private GroupDraw Of(IndexNode group, WeightSet weights, IReadOnlyDictionary<int, WeightSampler> samplers, ImmutableArray<Ballot> ballots)
    {
        int[] children = [.. group.Children];
        string[] codes = [.. children.Select(child => _tree.Nodes[child].Code)];
        var sum = codes.Sum(code => weights[code]);
        double[] shares = [.. codes.Select(code => sum == 0 ? 0 : weights[code] / sum)];
        var source = Source(group.Depth + 1);
        ulong[] items = [.. codes.Select(code => DrawNumbers.Item(source, code))];
        return samplers.GetValueOrDefault(group.Depth + 1) switch
        {
            _ when sum == 0 => new FixedGroup(source, children, shares),
            null => new FixedGroup(source, children, shares),
            NoisyWeights noisy => new NoisyGroup(source, children, shares, items, noisy.Factor),
            DirichletWeights dirichlet => new DirichletGroup(source, children, shares, items, dirichlet.Concentration),
            BoundedWeights bounded => new BoundedGroup(source, children, shares, items, bounded.Share),
            OrdinalWeights => new OrdinalGroup(source, children, shares, items),
            BallotWeights => new BallotGroup(BallotsSource, children, shares, codes, ballots),
            _ => throw new UnreachableException(),
        };
    }
}
