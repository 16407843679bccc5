using System.Collections.Immutable;
using System.Numerics;

namespace Gci.Scoring.Statistics;

/// <summary>
/// How far two divisions of the same things into classes agree beyond chance: the pairs of things that both put together, less those expected, as a
/// share of the most there could be, less those expected. It does not matter what classes are called, or in which order they stand. 1 is the same
/// division, 0 what chance gives, and less is possible. Source: Hubert and Arabie, Comparing Partitions, Journal of Classification 2 (1985).
/// </summary>
/// <remarks>
/// The quotient is 0 / 0 only where both put all things into one class, or each thing into a class of its own, or there are fewer than two things: both
/// are then the same division, and the index is 1.
/// </remarks>
public static class AdjustedRandIndex
{
    /// <param name="counts">How many things are in each class (row) of the one and each class (column) of the other.</param>
    /// <exception cref="ArgumentException">A count is negative, or rows differ in length.</exception>
    public static double Of(ImmutableArray<ImmutableArray<long>> counts) => Of<long>(CountTable.Flat(counts), CountTable.Columns(counts));

    /// <summary>The same without allocating.</summary>
    /// <param name="counts">Row after row.</param>
    /// <param name="columns">How many counts a row has.</param>
    /// <exception cref="ArgumentException">A count is negative, or the last row is too short.</exception>
    public static double Of(ReadOnlySpan<int> counts, int columns) => Of<int>(counts, columns);

    // In doubles, which hold the counts of pairs exactly up to 2^53 and never overflow.
    private static double Of<T>(ReadOnlySpan<T> counts, int columns)
        where T : struct, IBinaryInteger<T>
    {
        CountTable.Check(counts, columns);
        var (together, first, second, things) = (0.0, 0.0, 0.0, 0.0);
        foreach (var count in counts)
        {
            together += Pairs(double.CreateChecked(count));
        }

        for (var row = 0; row < counts.Length / columns; row++)
        {
            var size = CountTable.Row(counts, columns, row);
            (first, things) = (first + Pairs(size), things + size);
        }

        for (var column = 0; column < columns; column++)
        {
            second += Pairs(CountTable.Column(counts, columns, column));
        }

        var all = Pairs(things);
        return first == second && (first == 0 || first == all) ? 1 : Adjusted(together, first * second / all, (first + second) / 2);
    }

    private static double Adjusted(double observed, double expected, double most) => (observed - expected) / (most - expected);

    private static double Pairs(double things) => things * (things - 1) / 2;
}
