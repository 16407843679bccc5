using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gci.Tiering.Stability;

/// <summary>
/// Multiplies what countries earn by drawn weights and counts at once how often each country reaches each bound; scores are never stored. Every
/// score is summed in the order of the questions with fused multiply and add, so the bits are those of the plain loop on any processor.
/// </summary>
internal sealed class TierCounter
{
    private const int Lanes = 4;
    private const int Wide = 3;
    private const int BlockSize = Scoring.Draws.WeightNoise.BlockSize;

    private readonly double[] _earned;
    private readonly int _leaves;
    private readonly int _vectors;
    private readonly Vector256<double>[] _bounds;
    private readonly Vector256<long>[] _counts;

    /// <param name="earned">What each country earns at each question where it has all the weight: leaf after leaf, all countries each.</param>
    /// <param name="bounds">The least scores that reach each tier but the last, best first, exactly.</param>
    internal TierCounter(double[] earned, int countries, double[] bounds)
    {
        (_leaves, Countries, _vectors) = (earned.Length / countries, countries, (countries + Lanes - 1) / Lanes);
        _earned = new double[_leaves * _vectors * Lanes];
        for (var leaf = 0; leaf < _leaves; leaf++)
        {
            earned.AsSpan(leaf * countries, countries).CopyTo(_earned.AsSpan(leaf * _vectors * Lanes));
        }

        _bounds = [.. bounds.Select(Vector256.Create)];
        _counts = new Vector256<long>[_vectors * bounds.Length];
    }

    internal int Countries { get; }

    /// <summary>How often a country reached a bound so far.</summary>
    internal long this[int country, int bound] => _counts[((country / Lanes) * _bounds.Length) + bound][country % Lanes];

    /// <summary>Counts a block of draws; those whose weights are NaN reach nothing.</summary>
    internal void Add(ReadOnlySpan<double> weights)
    {
        ref var x = ref MemoryMarshal.GetArrayDataReference(_earned);
        ref var w = ref MemoryMarshal.GetReference(weights);
        for (var draw = 0; draw < BlockSize; draw += 4)
        {
            var vector = 0;
            for (; vector + Wide <= _vectors; vector += Wide)
            {
                AddWide(ref Unsafe.Add(ref x, vector * Lanes), ref Unsafe.Add(ref w, draw), vector);
            }

            for (; vector < _vectors; vector++)
            {
                AddNarrow(ref Unsafe.Add(ref x, vector * Lanes), ref Unsafe.Add(ref w, draw), vector);
            }
        }
    }

    // Twelve sums in registers, four draws of twelve countries: enough to hide the latency of the addition, and no more than there are registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWide(ref double x, ref double w, int vector)
    {
        Vector256<double> a0 = default, a1 = default, a2 = default, b0 = default, b1 = default, b2 = default, c0 = default, c1 = default, c2 = default, d0 = default, d1 = default, d2 = default;
        nint stride = _vectors * Lanes;
        for (nint leaf = 0; leaf < _leaves; leaf++)
        {
            ref var row = ref Unsafe.Add(ref x, leaf * stride);
            ref var drawn = ref Unsafe.Add(ref w, leaf * BlockSize);
            Vector256<double> x0 = Vector256.LoadUnsafe(ref row), x1 = Vector256.LoadUnsafe(ref row, 4), x2 = Vector256.LoadUnsafe(ref row, 8);
            var weight = Vector256.Create(drawn);
            (a0, a1, a2) = (Vector256.FusedMultiplyAdd(x0, weight, a0), Vector256.FusedMultiplyAdd(x1, weight, a1), Vector256.FusedMultiplyAdd(x2, weight, a2));
            weight = Vector256.Create(Unsafe.Add(ref drawn, 1));
            (b0, b1, b2) = (Vector256.FusedMultiplyAdd(x0, weight, b0), Vector256.FusedMultiplyAdd(x1, weight, b1), Vector256.FusedMultiplyAdd(x2, weight, b2));
            weight = Vector256.Create(Unsafe.Add(ref drawn, 2));
            (c0, c1, c2) = (Vector256.FusedMultiplyAdd(x0, weight, c0), Vector256.FusedMultiplyAdd(x1, weight, c1), Vector256.FusedMultiplyAdd(x2, weight, c2));
            weight = Vector256.Create(Unsafe.Add(ref drawn, 3));
            (d0, d1, d2) = (Vector256.FusedMultiplyAdd(x0, weight, d0), Vector256.FusedMultiplyAdd(x1, weight, d1), Vector256.FusedMultiplyAdd(x2, weight, d2));
        }

        Count(vector, a0, b0, c0, d0);
        Count(vector + 1, a1, b1, c1, d1);
        Count(vector + 2, a2, b2, c2, d2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNarrow(ref double x, ref double w, int vector)
    {
        Vector256<double> a = default, b = default, c = default, d = default;
        nint stride = _vectors * Lanes;
        for (nint leaf = 0; leaf < _leaves; leaf++)
        {
            ref var drawn = ref Unsafe.Add(ref w, leaf * BlockSize);
            var earned = Vector256.LoadUnsafe(ref x, (nuint)(leaf * stride));
            a = Vector256.FusedMultiplyAdd(earned, Vector256.Create(drawn), a);
            b = Vector256.FusedMultiplyAdd(earned, Vector256.Create(Unsafe.Add(ref drawn, 1)), b);
            c = Vector256.FusedMultiplyAdd(earned, Vector256.Create(Unsafe.Add(ref drawn, 2)), c);
            d = Vector256.FusedMultiplyAdd(earned, Vector256.Create(Unsafe.Add(ref drawn, 3)), d);
        }

        Count(vector, a, b, c, d);
    }

    // A comparison that holds is -1 in every lane.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(int vector, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        for (var bound = 0; bound < _bounds.Length; bound++)
        {
            var least = _bounds[bound];
            var reached = Vector256.GreaterThanOrEqual(a, least).AsInt64() + Vector256.GreaterThanOrEqual(b, least).AsInt64()
                + Vector256.GreaterThanOrEqual(c, least).AsInt64() + Vector256.GreaterThanOrEqual(d, least).AsInt64();
            _counts[(vector * _bounds.Length) + bound] -= reached;
        }
    }
}
