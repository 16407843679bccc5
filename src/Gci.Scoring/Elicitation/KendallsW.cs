using MathNet.Numerics.Distributions;

namespace Gci.Scoring.Elicitation;

/// <summary>
/// How far several experts agree on the order of items: 1 where all have the same order, 0 where the orders cancel out. W = 12 S / (m^2 (n^3 - n) - m sum T_j), S the
/// squared deviations of the sums of ranks from their mean, T_j = sum (t^3 - t) over the ties of expert j. Source: Kendall and Babington Smith (1939), with the correction
/// for ties of Kendall (1970).
/// </summary>
/// <param name="W">In [0, 1].</param>
/// <param name="ChiSquare">m (n - 1) W.</param>
/// <param name="PValue">The probability of so much agreement if all orders were drawn at random; the distribution is an approximation, rough below seven items.</param>
public sealed record KendallsW(int Experts, int Items, double W, double ChiSquare, double PValue)
{
    /// <param name="values">Expert after expert, one value an item; a larger value is preferred.</param>
    /// <returns>Null where it is not defined: fewer than two experts or items, or all experts hold all items equal.</returns>
    public static KendallsW? Of(IReadOnlyList<IReadOnlyList<double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (experts, items) = (values.Count, values.Count == 0 ? 0 : values[0].Count);
        if (experts < 2 || items < 2)
        {
            return null;
        }

        var (sums, ties) = (new double[items], 0.0);
        foreach (var expert in values)
        {
            for (var item = 0; item < items; item++)
            {
                sums[item] += expert.Count(other => other > expert[item]) + ((expert.Count(other => other == expert[item]) + 1) / 2.0);
            }

            ties += expert.CountBy(value => value).Sum(tie => Cubed(tie.Value));
        }

        var mean = sums.Average();
        var most = ((double)experts * experts * Cubed(items)) - (experts * ties);
        if (most <= 0)
        {
            return null;
        }

        var w = 12 * sums.Sum(sum => (sum - mean) * (sum - mean)) / most;
        var chi = experts * (items - 1) * w;
        return new(experts, items, w, chi, 1 - ChiSquared.CDF(items - 1, chi));
    }

    private static double Cubed(double count) => (count * count * count) - count;
}
