using System.Collections.Immutable;
using System.Numerics;

namespace Gci.Scoring.Statistics;

/// <summary>
/// How far two divisions into the same ordered classes agree beyond chance, where to be two classes apart is worse than to be one apart:
/// 1 − observed / expected disagreement. The expected one is that of two who use each class as often as these two and know nothing of each other.
/// 1 is full agreement, 0 what chance gives. Null where both put all things into one and the same class, or there are none: then it is not defined.
/// Source: Cohen, Weighted Kappa, Psychological Bulletin 70 (1968).
/// </summary>
public static class WeightedKappa
{
    /// <summary>A disagreement weighs as much as the classes are apart.</summary>
    /// <param name="counts">How many things are in each class (row) of the one and each class (column) of the other; classes in their order.</param>
    /// <exception cref="ArgumentException">A count is negative, or there are not as many rows as columns.</exception>
    public static double? Linear(ImmutableArray<ImmutableArray<long>> counts) => Of<long>(CountTable.Flat(counts), CountTable.Columns(counts), false);

    /// <summary>The same without allocating.</summary>
    /// <param name="counts">Row after row.</param>
    public static double? Linear(ReadOnlySpan<int> counts, int classes) => Of(counts, classes, false);

    /// <summary>A disagreement weighs as much as the square of how far the classes are apart.</summary>
    /// <inheritdoc cref="Linear(ImmutableArray{ImmutableArray{long}})"/>
    public static double? Quadratic(ImmutableArray<ImmutableArray<long>> counts) => Of<long>(CountTable.Flat(counts), CountTable.Columns(counts), true);

    /// <summary>The same without allocating.</summary>
    /// <param name="counts">Row after row.</param>
    public static double? Quadratic(ReadOnlySpan<int> counts, int classes) => Of(counts, classes, true);

    private static double? Of<T>(ReadOnlySpan<T> counts, int classes, bool isSquared)
        where T : struct, IBinaryInteger<T>
    {
        CountTable.Check(counts, classes);
        if (counts.Length / classes != classes)
        {
            throw new ArgumentException($"Both have the same classes; a table of {classes} columns does not have {counts.Length} counts.", nameof(counts));
        }

        var (observed, things) = Observed(counts, classes, isSquared);
        var expected = isSquared ? ExpectedSquares(counts, classes, things) : ExpectedSteps(counts, classes, things);
        return expected == 0 ? null : 1 - (things * observed / expected);
    }

    private static (double Disagreement, double Things) Observed<T>(ReadOnlySpan<T> counts, int classes, bool isSquared)
        where T : struct, IBinaryInteger<T>
    {
        var (sum, things) = (0.0, 0.0);
        for (var row = 0; row < classes; row++)
        {
            for (var column = 0; column < classes; column++)
            {
                var count = double.CreateChecked(counts[(row * classes) + column]);
                double apart = Math.Abs(row - column);
                sum += count * (isSquared ? apart * apart : apart);
                things += count;
            }
        }

        return (sum, things);
    }

    // S |i - j| r_i c_j: each step between two neighbouring classes is taken by the pairs that lie on both sides of it.
    private static double ExpectedSteps<T>(ReadOnlySpan<T> counts, int classes, double things)
        where T : struct, IBinaryInteger<T>
    {
        var (sum, first, second) = (0.0, 0.0, 0.0);
        for (var step = 0; step < classes - 1; step++)
        {
            first += CountTable.Row(counts, classes, step);
            second += CountTable.Column(counts, classes, step);
            sum += (first * (things - second)) + (second * (things - first));
        }

        return sum;
    }

    // S (i - j)^2 r_i c_j = n S i^2 r_i - 2 S i r_i S j c_j + n S j^2 c_j.
    private static double ExpectedSquares<T>(ReadOnlySpan<T> counts, int classes, double things)
        where T : struct, IBinaryInteger<T>
    {
        var (squares, first, second) = (0.0, 0.0, 0.0);
        for (var place = 1; place < classes; place++)
        {
            var (row, column) = (CountTable.Row(counts, classes, place), CountTable.Column(counts, classes, place));
            (squares, first, second) = (squares + (place * place * (row + column)), first + (place * row), second + (place * column));
        }

        return (things * squares) - (2 * first * second);
    }
}
