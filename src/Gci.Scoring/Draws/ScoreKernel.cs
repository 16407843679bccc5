using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gci.Scoring.Draws;

/// <summary>
/// Multiplies what countries earn by drawn weights, sixteen draws at once. Every score is summed in the order of the leaves with fused multiply and
/// add, so the bits are those of the plain loop on any processor, whatever the width of its vectors.
/// </summary>
public sealed class ScoreKernel
{
    // Six countries of two vectors: twelve sums, enough to hide the latency of the addition, and with what they are made from no more than sixteen registers.
    private const int Tile = 6;

    private readonly double[] _earned;
    private readonly int _leaves;

    /// <param name="earned">What each country earns at each leaf if that had all the weight: leaf after leaf, all countries each.</param>
    public ScoreKernel(ReadOnlySpan<double> earned, int countries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countries, 1);
        (Countries, _leaves) = (countries, earned.Length / countries);
        _earned = new double[_leaves * ((countries + Tile - 1) / Tile * Tile)];
        for (var leaf = 0; leaf < _leaves; leaf++)
        {
            for (var country = 0; country < countries; country++)
            {
                _earned[((((country / Tile) * _leaves) + leaf) * Tile) + (country % Tile)] = earned[(leaf * countries) + country];
            }
        }
    }

    public int Countries { get; }

    /// <summary>Gives the scores of all countries in a block of draws to a sink.</summary>
    /// <param name="weights">Leaf after leaf, <see cref="DrawBlock.Size"/> draws each. The scores of a draw whose weights are NaN are NaN.</param>
    public void Multiply<TSink>(ReadOnlySpan<double> weights, ref TSink sink)
        where TSink : struct, IScoreSink
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weights.Length, _leaves * DrawBlock.Size, nameof(weights));
        ref var earned = ref MemoryMarshal.GetArrayDataReference(_earned);
        ref var drawn = ref MemoryMarshal.GetReference(weights);
        for (var country = 0; country < Countries; country += Tile)
        {
            ref var earns = ref Unsafe.Add(ref earned, (nint)country * _leaves);
            if (Vector512.IsHardwareAccelerated)
            {
                MultiplyWide(country, ref earns, ref drawn, ref sink);
            }
            else
            {
                MultiplyNarrow(country, ref earns, ref drawn, ref sink);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyWide<TSink>(int country, ref double x, ref double w, ref TSink sink)
        where TSink : struct, IScoreSink
    {
        Vector512<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        for (nint leaf = 0; leaf < _leaves; leaf++)
        {
            Vector512<double> w0 = Vector512.LoadUnsafe(ref w), w1 = Vector512.LoadUnsafe(ref w, 8);
            var earns = Vector512.Create(x);
            (a0, a1) = (Vector512.FusedMultiplyAdd(earns, w0, a0), Vector512.FusedMultiplyAdd(earns, w1, a1));
            earns = Vector512.Create(Unsafe.Add(ref x, 1));
            (b0, b1) = (Vector512.FusedMultiplyAdd(earns, w0, b0), Vector512.FusedMultiplyAdd(earns, w1, b1));
            earns = Vector512.Create(Unsafe.Add(ref x, 2));
            (c0, c1) = (Vector512.FusedMultiplyAdd(earns, w0, c0), Vector512.FusedMultiplyAdd(earns, w1, c1));
            earns = Vector512.Create(Unsafe.Add(ref x, 3));
            (d0, d1) = (Vector512.FusedMultiplyAdd(earns, w0, d0), Vector512.FusedMultiplyAdd(earns, w1, d1));
            earns = Vector512.Create(Unsafe.Add(ref x, 4));
            (e0, e1) = (Vector512.FusedMultiplyAdd(earns, w0, e0), Vector512.FusedMultiplyAdd(earns, w1, e1));
            earns = Vector512.Create(Unsafe.Add(ref x, 5));
            (f0, f1) = (Vector512.FusedMultiplyAdd(earns, w0, f0), Vector512.FusedMultiplyAdd(earns, w1, f1));
            x = ref Unsafe.Add(ref x, Tile);
            w = ref Unsafe.Add(ref w, DrawBlock.Size);
        }

        Give(country, a0.GetLower(), a0.GetUpper(), a1.GetLower(), a1.GetUpper(), ref sink);
        Give(country + 1, b0.GetLower(), b0.GetUpper(), b1.GetLower(), b1.GetUpper(), ref sink);
        Give(country + 2, c0.GetLower(), c0.GetUpper(), c1.GetLower(), c1.GetUpper(), ref sink);
        Give(country + 3, d0.GetLower(), d0.GetUpper(), d1.GetLower(), d1.GetUpper(), ref sink);
        Give(country + 4, e0.GetLower(), e0.GetUpper(), e1.GetLower(), e1.GetUpper(), ref sink);
        Give(country + 5, f0.GetLower(), f0.GetUpper(), f1.GetLower(), f1.GetUpper(), ref sink);
    }

    // One half of the draws after the other.
    private void MultiplyNarrow<TSink>(int country, ref double x, ref double w, ref TSink sink)
        where TSink : struct, IScoreSink
    {
        Span<Vector256<double>> sums = stackalloc Vector256<double>[Tile * 4];
        SumHalf(ref x, ref w, sums);
        SumHalf(ref x, ref Unsafe.Add(ref w, DrawBlock.Size / 2), sums[2..]);
        for (var at = 0; at < Tile; at++)
        {
            Give(country + at, sums[at * 4], sums[(at * 4) + 1], sums[(at * 4) + 2], sums[(at * 4) + 3], ref sink);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumHalf(ref double x, ref double w, Span<Vector256<double>> sums)
    {
        Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        for (nint leaf = 0; leaf < _leaves; leaf++)
        {
            Vector256<double> w0 = Vector256.LoadUnsafe(ref w), w1 = Vector256.LoadUnsafe(ref w, 4);
            var earns = Vector256.Create(x);
            (a0, a1) = (Vector256.FusedMultiplyAdd(earns, w0, a0), Vector256.FusedMultiplyAdd(earns, w1, a1));
            earns = Vector256.Create(Unsafe.Add(ref x, 1));
            (b0, b1) = (Vector256.FusedMultiplyAdd(earns, w0, b0), Vector256.FusedMultiplyAdd(earns, w1, b1));
            earns = Vector256.Create(Unsafe.Add(ref x, 2));
            (c0, c1) = (Vector256.FusedMultiplyAdd(earns, w0, c0), Vector256.FusedMultiplyAdd(earns, w1, c1));
            earns = Vector256.Create(Unsafe.Add(ref x, 3));
            (d0, d1) = (Vector256.FusedMultiplyAdd(earns, w0, d0), Vector256.FusedMultiplyAdd(earns, w1, d1));
            earns = Vector256.Create(Unsafe.Add(ref x, 4));
            (e0, e1) = (Vector256.FusedMultiplyAdd(earns, w0, e0), Vector256.FusedMultiplyAdd(earns, w1, e1));
            earns = Vector256.Create(Unsafe.Add(ref x, 5));
            (f0, f1) = (Vector256.FusedMultiplyAdd(earns, w0, f0), Vector256.FusedMultiplyAdd(earns, w1, f1));
            x = ref Unsafe.Add(ref x, Tile);
            w = ref Unsafe.Add(ref w, DrawBlock.Size);
        }

        (sums[0], sums[1], sums[4], sums[5], sums[8], sums[9]) = (a0, a1, b0, b1, c0, c1);
        (sums[12], sums[13], sums[16], sums[17], sums[20], sums[21]) = (d0, d1, e0, e1, f0, f1);
    }

    // The last tile may be wider than there are countries.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Give<TSink>(int country, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d, ref TSink sink)
        where TSink : struct, IScoreSink
    {
        if (country < Countries)
        {
            sink.Take(country, a, b, c, d);
        }
    }
}
