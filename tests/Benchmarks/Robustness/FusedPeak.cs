using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gci.Benchmarks.Robustness;

/// <summary>The most fused multiplications and additions that the processor can do: all operands in registers, nothing loaded or stored.</summary>
internal static class FusedPeak
{
    private const int Steps = 200_000;
    private const int Sums = 12;

    /// <summary>The numbers in the widest vector that the processor multiplies at once.</summary>
    internal static int Widest => Vector512.IsHardwareAccelerated ? 8 : 4;

    /// <summary>Operations in one call, a multiplication and an addition each counted.</summary>
    internal static double Operations(int width) => 2.0 * Sums * width * Steps;

    /// <param name="width">Numbers in a vector: 4 or 8.</param>
    internal static double Run(int width) => width == 8 ? RunWide() : RunNarrow();

    // Twelve sums that do not wait for one another cover the latency of four or five cycles on two units.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double RunNarrow()
    {
        Vector256<double> x = Vector256.Create(0.999), y = Vector256.Create(0.001);
        Vector256<double> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (var step = 0; step < Steps; step++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y);
            b = Vector256.FusedMultiplyAdd(b, x, y);
            c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y);
            e = Vector256.FusedMultiplyAdd(e, x, y);
            f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y);
            h = Vector256.FusedMultiplyAdd(h, x, y);
            i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y);
            k = Vector256.FusedMultiplyAdd(k, x, y);
            l = Vector256.FusedMultiplyAdd(l, x, y);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double RunWide()
    {
        Vector512<double> x = Vector512.Create(0.999), y = Vector512.Create(0.001);
        Vector512<double> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (var step = 0; step < Steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
