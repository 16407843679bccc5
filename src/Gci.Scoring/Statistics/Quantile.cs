using MathNet.Numerics.Statistics;

namespace Gci.Scoring.Statistics;

/// <summary>Quantiles by linear interpolation between order statistics, h = (n - 1) p (type 7, the default of R and of spreadsheets).</summary>
public static class Quantile
{
    /// <param name="sorted">Values in ascending order, at least one.</param>
    /// <param name="share">p in [0, 1].</param>
    public static double Of(double[] sorted, double share)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length);
        return SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
    }
}
