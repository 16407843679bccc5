using static Gci.Tiering.Sensitivity.SobolColumns;

namespace Gci.Tiering.Sensitivity;

/// <summary>From the moments of some rows to indices.</summary>
/// <remarks>
/// Two blocks whose inputs share some factors and no others are alike by the part of the variance that these factors account for: B and A with a column
/// of B by the first-order index, A and A with a column of B by 1 less the total. Blocks that share nothing, such as A and B, would be alike by 0; what
/// they are alike by in the sample is chance, and part of it has come into the others too. Their products are control variates: they are taken off with the
/// factor that makes the variance least where outcomes are normal (Isserlis), which for A, B and one column is the partial correlation of Glen and Isaacs,
/// Environmental Modelling and Software 37 (2012). With the runs of B with a column of A there are two of each product, and three in all that should be 0.
/// </remarks>
internal static class SobolEstimator
{
    /// <summary>First and total of each factor, then the pairs.</summary>
    internal static void Sharp(SobolMoments moments, Span<double> indices)
    {
        var (columns, factors) = (moments.Columns, moments.Columns.Factors);
        for (var factor = 0; factor < factors; factor++)
        {
            (indices[2 * factor], indices[(2 * factor) + 1]) = columns.HasSecondOrder ? OfBoth(moments, factor) : OfOne(moments, factor);
        }

        for (var first = 0; columns.HasSecondOrder && first < factors; first++)
        {
            for (var second = first + 1; second < factors; second++)
            {
                indices[(2 * factors) + Pair(first, second, factors)] = OfPair(moments, first, second, indices);
            }
        }
    }

    /// <summary>
    /// S = mean(B (AB − A)) / V, T = mean((A − AB)²) / 2V, V the variance of A and B with n − 1: the estimator of COINr, for comparison with it. Sources:
    /// Saltelli and others (2010), Jansen (1999).
    /// </summary>
    internal static void Plain(SobolMoments moments, Span<double> indices)
    {
        var runs = 2 * moments.Rows;
        var sum = moments.Sum(A) + moments.Sum(B);
        var variance = (moments.Products(A, A) + moments.Products(B, B) - (sum * sum / runs)) / (runs - 1);
        for (var factor = 0; factor < moments.Columns.Factors; factor++)
        {
            var column = AB(factor);
            var change = moments.Products(A, A) + moments.Products(column, column) - (2 * moments.Products(A, column));
            indices[2 * factor] = (moments.Products(B, column) - moments.Products(A, B)) / moments.Rows / variance;
            indices[(2 * factor) + 1] = change / moments.Rows / (2 * variance);
        }
    }

    private static (double First, double Total) OfOne(SobolMoments moments, int factor)
    {
        var (first, rest, chance) = (moments.Alike(B, AB(factor)), moments.Alike(A, AB(factor)), moments.Alike(A, B));
        return (first - (rest * chance), 1 - rest + (first * chance));
    }

    private static (double First, double Total) OfBoth(SobolMoments moments, int factor)
    {
        var (column, other) = (AB(factor), moments.Columns.BA(factor));
        var first = (moments.Alike(B, column) + moments.Alike(A, other)) / 2;
        var rest = (moments.Alike(A, column) + moments.Alike(B, other)) / 2;
        var chance = (moments.Alike(A, B) + moments.Alike(column, other)) / 2;
        var weight = 2 * chance / (1 + (rest * rest) + (first * first));
        return (first - (weight * rest), 1 - rest + (weight * first));
    }

    private static double OfPair(SobolMoments moments, int one, int two, ReadOnlySpan<double> indices)
    {
        var columns = moments.Columns;
        var both = (moments.Alike(columns.BA(one), AB(two)) + moments.Alike(AB(one), columns.BA(two))) / 2;
        var rest = (moments.Alike(AB(one), AB(two)) + moments.Alike(columns.BA(one), columns.BA(two))) / 2;
        var chance = (moments.Alike(A, B) / 2) + ((moments.Alike(AB(one), columns.BA(one)) + moments.Alike(AB(two), columns.BA(two))) / 4);
        var (firstOne, restOne, firstTwo, restTwo) = (indices[2 * one], 1 - indices[(2 * one) + 1], indices[2 * two], 1 - indices[(2 * two) + 1]);
        var common = (firstOne * firstTwo) + (restOne * restTwo) + rest;
        var spread = 1.5 + (((rest * rest) + (both * both)) / 2)
            + (firstOne * firstOne) + (restOne * restOne) + (firstTwo * firstTwo) + (restTwo * restTwo);
        return both - (2 * common / spread * chance) - firstOne - firstTwo;
    }
}
