using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gci.Scoring.Draws;

/// <summary>
/// Multiplies what countries earn by drawn weights, sixteen draws at once. Every score is summed in the order of the leaves with fused multiply and
/// add, so the bits are those of the plain loop on any processor.
/// </summary>
public sealed class ScoreKernel
{
    // Three countries of sixteen draws: twelve sums, enough to hide the latency of the addition, and no more than there are registers.
    internal const int Tile = 3;

    private readonly double[] _earned;
    private readonly int _leaves;

    /// <param name="earned">What each country earns at each leaf if that had all the weight: leaf after leaf, all countries each.</param>
    public ScoreKernel(ReadOnlySpan<double> earned, int countries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countries, 1);
        (Countries, _leaves, Padded) = (countries, earned.Length / countries, (countries + Tile - 1) / Tile * Tile);
        _earned = new double[_leaves * Padded];
        for (var leaf = 0; leaf < _leaves; leaf++)
        {
            for (var country = 0; country < countries; country++)
            {
                _earned[((((country / Tile) * _leaves) + leaf) * Tile) + (country % Tile)] = earned[(leaf * countries) + country];
            }
        }
    }

    public int Countries { get; }

    /// <summary>How many countries a sink is given: whole tiles.</summary>
    public int Padded { get; }

    /// <summary>Gives the scores of all countries in a block of draws to a sink.</summary>
    /// <param name="weights">Leaf after leaf, <see cref="DrawBlock.Size"/> draws each. The scores of a draw whose weights are NaN are NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply<TSink>(ReadOnlySpan<double> weights, ref TSink sink)
        where TSink : struct, IScoreSink
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weights.Length, _leaves * DrawBlock.Size, nameof(weights));
        ref var earned = ref MemoryMarshal.GetArrayDataReference(_earned);
        ref var drawn = ref MemoryMarshal.GetReference(weights);
        for (var country = 0; country < Padded; country += Tile)
        {
            Vector256<double> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default, c0 = default, c1 = default, c2 = default, c3 = default;
            ref var x = ref Unsafe.Add(ref earned, (nint)country * _leaves);
            ref var w = ref drawn;
            for (nint leaf = 0; leaf < _leaves; leaf++)
            {
                Vector256<double> w0 = Vector256.LoadUnsafe(ref w), w1 = Vector256.LoadUnsafe(ref w, 4), w2 = Vector256.LoadUnsafe(ref w, 8), w3 = Vector256.LoadUnsafe(ref w, 12);
                var earns = Vector256.Create(x);
                (a0, a1) = (Vector256.FusedMultiplyAdd(earns, w0, a0), Vector256.FusedMultiplyAdd(earns, w1, a1));
                (a2, a3) = (Vector256.FusedMultiplyAdd(earns, w2, a2), Vector256.FusedMultiplyAdd(earns, w3, a3));
                earns = Vector256.Create(Unsafe.Add(ref x, 1));
                (b0, b1) = (Vector256.FusedMultiplyAdd(earns, w0, b0), Vector256.FusedMultiplyAdd(earns, w1, b1));
                (b2, b3) = (Vector256.FusedMultiplyAdd(earns, w2, b2), Vector256.FusedMultiplyAdd(earns, w3, b3));
                earns = Vector256.Create(Unsafe.Add(ref x, 2));
                (c0, c1) = (Vector256.FusedMultiplyAdd(earns, w0, c0), Vector256.FusedMultiplyAdd(earns, w1, c1));
                (c2, c3) = (Vector256.FusedMultiplyAdd(earns, w2, c2), Vector256.FusedMultiplyAdd(earns, w3, c3));
                x = ref Unsafe.Add(ref x, Tile);
                w = ref Unsafe.Add(ref w, DrawBlock.Size);
            }

            sink.Take(country, a0, a1, a2, a3);
            sink.Take(country + 1, b0, b1, b2, b3);
            sink.Take(country + 2, c0, c1, c2, c3);
        }
    }
}
