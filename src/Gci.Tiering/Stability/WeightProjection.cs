using System.Collections.Immutable;

namespace Gci.Tiering.Stability;

/// <summary>
/// The point nearest to given weights among all weights v ≥ 0 of the same sum under which a score v x is the target: a quadratic programme, solved exactly
/// in at most as many rounds as there are parts.
/// </summary>
/// <remarks>
/// By its conditions of optimality v = max(0, w + λ + μ x). Each round solves for λ and μ over the parts that are left and drops those that turn negative.
/// None of them has to come back. Say the score must rise, so μ > 0. A part that turns negative earns less than the mean of those left. Without it that
/// mean is higher, and what the others had in excess was earned at less than their mean, so μ grows and λ falls: the part's w + λ + μ x, negative already,
/// falls further. A part without weight joins at the start where it earns more than the mean of those with weight, highest first; one that does not,
/// stays below 0 for the same reason. At the end all conditions hold, and as the problem is strictly convex there is no other solution.
/// </remarks>
internal static class WeightProjection
{
    /// <param name="earned">x; the target lies between its least and its most.</param>
    internal static ImmutableArray<double> Onto(ReadOnlySpan<double> weights, ReadOnlySpan<double> earned, double target)
    {
        double[] w = [.. weights], x = [.. earned];
        var parts = Start(w, x, Math.Sign(target - Score(weights, earned)));
        while (true)
        {
            var changed = Solve(w, x, parts, target);
            int[] left = [.. parts.Where(part => changed[part] >= 0)];
            if (left.Length == parts.Length)
            {
                return [.. changed];
            }

            parts = left;
        }
    }

    internal static double Score(ReadOnlySpan<double> weights, ReadOnlySpan<double> earned)
    {
        var score = 0.0;
        for (var part = 0; part < weights.Length; part++)
        {
            score += weights[part] * earned[part];
        }

        return score;
    }

    private static int[] Start(double[] w, double[] x, int sign)
    {
        List<int> parts = [.. Enumerable.Range(0, w.Length).Where(part => w[part] > 0)];
        var mean = parts.Average(part => sign * x[part]);
        foreach (var part in Enumerable.Range(0, w.Length).Where(part => w[part] == 0).OrderByDescending(part => sign * x[part]))
        {
            if (sign * x[part] > mean)
            {
                parts.Add(part);
                mean += ((sign * x[part]) - mean) / parts.Count;
            }
        }

        return [.. parts];
    }

    // v = w + c + μ (x − mean) over the parts left, 0 elsewhere; c makes up for the weight of those dropped.
    private static double[] Solve(double[] w, double[] x, int[] parts, double target)
    {
        var mean = parts.Average(part => x[part]);
        var spread = parts.Sum(part => (x[part] - mean) * (x[part] - mean));
        var missing = w.Sum() - parts.Sum(part => w[part]);
        var score = parts.Sum(part => w[part] * x[part]) + (missing * mean);

        // Where all parts left earn the same, that is the target.
        var slope = spread == 0 ? 0 : (target - score) / spread;
        var solved = new double[w.Length];
        foreach (var part in parts)
        {
            solved[part] = w[part] + (missing / parts.Length) + (slope * (x[part] - mean));
        }

        return solved;
    }
}
