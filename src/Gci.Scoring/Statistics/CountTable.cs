using System.Collections.Immutable;
using System.Numerics;

namespace Gci.Scoring.Statistics;

/// <summary>A table of counts, kept row after row; its sums are doubles, which are exact up to 2^53.</summary>
internal static class CountTable
{
    internal static long[] Flat(ImmutableArray<ImmutableArray<long>> counts) => counts.IsDefaultOrEmpty || counts.Any(row => row.Length != counts[0].Length)
        ? throw new ArgumentException("A table of counts has rows, all of the same length.", nameof(counts))
        : [.. counts.SelectMany(row => row)];

    internal static int Columns(ImmutableArray<ImmutableArray<long>> counts) => counts.IsDefaultOrEmpty ? 0 : counts[0].Length;

    internal static void Check<T>(ReadOnlySpan<T> counts, int columns)
        where T : struct, IBinaryInteger<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        if (counts.Length == 0 || counts.Length % columns != 0)
        {
            throw new ArgumentException($"A table of {columns} columns does not have {counts.Length} counts.", nameof(counts));
        }

        foreach (var count in counts)
        {
            if (T.IsNegative(count))
            {
                throw new ArgumentException("A count is at least 0.", nameof(counts));
            }
        }
    }

    internal static double Row<T>(ReadOnlySpan<T> counts, int columns, int row)
        where T : struct, IBinaryInteger<T>
    {
        var sum = 0.0;
        for (var column = 0; column < columns; column++)
        {
            sum += double.CreateChecked(counts[(row * columns) + column]);
        }

        return sum;
    }

    internal static double Column<T>(ReadOnlySpan<T> counts, int columns, int column)
        where T : struct, IBinaryInteger<T>
    {
        var sum = 0.0;
        for (var cell = column; cell < counts.Length; cell += columns)
        {
            sum += double.CreateChecked(counts[cell]);
        }

        return sum;
    }
}
