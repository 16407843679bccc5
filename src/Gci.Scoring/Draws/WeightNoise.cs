using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gci.Scoring.Draws;

/// <summary>
/// Weights with a relative noise, each w (1 + f (2u - 1)) with u uniform and f the factor of its level, then shared out among siblings as ever.
/// Source: Becker's COINr, <c>get_noisy_weights</c>; formula in the study of composite indices, 3.5 (a).
/// </summary>
public sealed class WeightNoise
{
    /// <summary>How many draws are made at once: their weights stay in the first level cache.</summary>
    public const int BlockSize = 64;

    // A drawn weight lies between the least one and the least one plus the spread.
    private readonly double[] _least;
    private readonly double[] _spread;
    private readonly int[] _leaves;
    private readonly (int Group, int[] Children)[] _groups;

    /// <param name="factors">One a depth, the root's first, which counts for nothing; each at least 0 and at most 1.</param>
    /// <exception cref="ArgumentException">There is not one factor a level, or one is none.</exception>
    public WeightNoise(IndexTree tree, WeightSet weights, ImmutableArray<double> factors)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(weights);
        if (factors.IsDefault || factors.Length < tree.Depth + 1 || factors.Any(factor => factor is not (>= 0 and <= 1)))
        {
            throw new ArgumentException($"There is one factor a level, between 0 and 1; the tree has {tree.Depth + 1} levels.", nameof(factors));
        }

        _least = [.. tree.Nodes.Select(node => node.Parent < 0 ? 1 : weights[node.Code] * (1 - factors[node.Depth]))];
        _spread = [.. tree.Nodes.Select(node => node.Parent < 0 ? 0 : 2 * factors[node.Depth] * weights[node.Code])];
        _leaves = [.. tree.Leaves.Select(leaf => leaf.Position)];
        _groups = [.. tree.Nodes.Where(node => !node.IsLeaf).Reverse().Select(node => (node.Position, node.Children.ToArray()))];
    }

    public int Leaves => _leaves.Length;

    /// <summary>The effective weights of the questions in a block of draws.</summary>
    /// <param name="seed">Names the run.</param>
    /// <param name="first">The number of the first draw.</param>
    /// <param name="draws">How many draws, at most <see cref="BlockSize"/>; the places of the others are filled with NaN.</param>
    /// <param name="weights">Leaf after leaf, <see cref="BlockSize"/> draws each.</param>
    public void Fill(ulong seed, long first, int draws, Span<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draws, BlockSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(weights.Length, _leaves.Length * BlockSize, nameof(weights));
        Span<Vector256<double>> drawn = stackalloc Vector256<double>[_least.Length];
        ref var to = ref MemoryMarshal.GetReference(weights);
        for (var start = 0; start < draws; start += DrawStreams.Lanes)
        {
            Draw(new(seed, first + start), drawn);
            for (var leaf = 0; leaf < _leaves.Length; leaf++)
            {
                drawn[_leaves[leaf]].StoreUnsafe(ref to, (nuint)((leaf * BlockSize) + start));
            }
        }

        for (var leaf = 0; draws < BlockSize && leaf < _leaves.Length; leaf++)
        {
            weights.Slice((leaf * BlockSize) + draws, BlockSize - draws).Fill(double.NaN);
        }
    }

    // (1 - f) + 2 f u, the same as 1 + f (2u - 1) in one step less.
    private void Draw(DrawStreams streams, Span<Vector256<double>> drawn)
    {
        for (var node = 0; node < drawn.Length; node++)
        {
            drawn[node] = _spread[node] == 0
                ? Vector256.Create(_least[node])
                : Vector256.FusedMultiplyAdd(streams.Uniform(), Vector256.Create(_spread[node]), Vector256.Create(_least[node]));
        }

        foreach (var (group, children) in _groups)
        {
            var sum = Vector256<double>.Zero;
            foreach (var child in children)
            {
                sum += drawn[child];
            }

            var scale = drawn[group] / sum;
            foreach (var child in children)
            {
                drawn[child] *= scale;
            }
        }
    }
}
