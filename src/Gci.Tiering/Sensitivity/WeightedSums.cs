using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gci.Tiering.Sensitivity;

/// <summary>Sums of the columns of a table over rows that count several times, four samples at once. The order of addition is that of the rows.</summary>
internal static class WeightedSums
{
    /// <param name="table">Row after row.</param>
    /// <param name="columns">A multiple of <see cref="SobolColumns.Step"/>.</param>
    /// <param name="counts">Row after row, four samples each.</param>
    /// <param name="sums">Sample after sample.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Of(ReadOnlySpan<double> table, int columns, ReadOnlySpan<double> counts, Span<double> sums)
    {
        var rows = counts.Length / BootstrapRows.Lanes;
        ArgumentOutOfRangeException.ThrowIfLessThan(table.Length, rows * columns, nameof(table));
        ref var count = ref MemoryMarshal.GetReference(counts);
        for (var column = 0; column < columns; column += SobolColumns.Step)
        {
            ref var value = ref Unsafe.Add(ref MemoryMarshal.GetReference(table), column);
            Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
            for (nint row = 0; row < rows; row++)
            {
                ref var own = ref Unsafe.Add(ref value, row * columns);
                ref var times = ref Unsafe.Add(ref count, row * BootstrapRows.Lanes);
                var (x0, x1) = (Vector256.LoadUnsafe(ref own), Vector256.LoadUnsafe(ref own, 4));
                var weight = Vector256.Create(times);
                (a0, a1) = (Vector256.FusedMultiplyAdd(x0, weight, a0), Vector256.FusedMultiplyAdd(x1, weight, a1));
                weight = Vector256.Create(Unsafe.Add(ref times, 1));
                (b0, b1) = (Vector256.FusedMultiplyAdd(x0, weight, b0), Vector256.FusedMultiplyAdd(x1, weight, b1));
                weight = Vector256.Create(Unsafe.Add(ref times, 2));
                (c0, c1) = (Vector256.FusedMultiplyAdd(x0, weight, c0), Vector256.FusedMultiplyAdd(x1, weight, c1));
                weight = Vector256.Create(Unsafe.Add(ref times, 3));
                (d0, d1) = (Vector256.FusedMultiplyAdd(x0, weight, d0), Vector256.FusedMultiplyAdd(x1, weight, d1));
            }

            Put(sums[column..], a0, a1);
            Put(sums[(columns + column)..], b0, b1);
            Put(sums[((2 * columns) + column)..], c0, c1);
            Put(sums[((3 * columns) + column)..], d0, d1);
        }
    }

    private static void Put(Span<double> to, Vector256<double> low, Vector256<double> high)
    {
        low.CopyTo(to);
        high.CopyTo(to[4..]);
    }
}
