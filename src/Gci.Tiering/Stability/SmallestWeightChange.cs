using System.Collections.Immutable;

namespace Gci.Tiering.Stability;

/// <summary>
/// The smallest change of weights that brings a score to a bound: min ||d|| under d x = target − w x, Σ d = 0, w + d ≥ 0. Where no weight turns negative
/// its length is |target − w x| / ||x − mean of x||; otherwise weights stop at 0 and the others do more.
/// </summary>
/// <param name="Target">
/// The score after the change. A score that reaches a bound is in the tier above it, at nine decimals, so to rise the bound itself is enough; to fall
/// the score must lie below it, by as little as one likes: that change has the same length, and its score is the bound too.
/// </param>
/// <param name="Weights">The weights after the change; shares that add up to what they did before.</param>
/// <param name="Change">One a part, adding up to 0.</param>
/// <param name="Length">The Euclidean norm of the change.</param>
public sealed record SmallestWeightChange(double Target, ImmutableArray<double> Weights, ImmutableArray<double> Change, double Length)
{
    private const double Tolerance = 1e-9;

    /// <param name="weights">Shares of the parts, at least 0; they add up to 1.</param>
    /// <param name="earned">What the country would score if a part had all the weight, in points of the whole; its score is the sum of weight times this.</param>
    /// <param name="target">The score to come to.</param>
    /// <returns>Null where no weights lead to the target: it lies above the most or below the least that is earned.</returns>
    /// <exception cref="ArgumentException">The weights are no shares, a number is not finite, or there is not one earned a weight.</exception>
    public static SmallestWeightChange? To(ReadOnlySpan<double> weights, ReadOnlySpan<double> earned, double target)
    {
        Check(weights, earned);
        if (!double.IsFinite(target))
        {
            throw new ArgumentException($"A score of {target} is none to come to.", nameof(target));
        }

        double[] own = [.. earned];
        if (target < own.Min() || target > own.Max())
        {
            return null;
        }

        ImmutableArray<double> before = [.. weights], after = WeightProjection.Onto(weights, own, target);
        ImmutableArray<double> change = [.. after.Zip(before, (now, then) => now - then)];
        return new(target, after, change, Math.Sqrt(change.Sum(part => part * part)));
    }

    /// <summary>The smallest change that brings a country to the tier above or to the edge of the tier below, whichever is the shorter.</summary>
    /// <param name="maximum">The most the score can be.</param>
    /// <returns>Null where no weights change the tier.</returns>
    /// <inheritdoc cref="To" path="//param[@name='weights'] | //param[@name='earned'] | //exception"/>
    public static SmallestWeightChange? OfTier(ReadOnlySpan<double> weights, ReadOnlySpan<double> earned, FixedThresholds scheme, double maximum)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        Check(weights, earned);
        var tier = scheme.Of(WeightProjection.Score(weights, earned), maximum);
        var up = tier.Place == 0 ? null : To(weights, earned, scheme.LowerBound(scheme.BestFirst[tier.Place - 1], maximum));
        var down = tier.Place == scheme.BestFirst.Length - 1 || IsNeverBelow(earned, scheme.LowerBound(tier, maximum)) ? null
            : To(weights, earned, scheme.LowerBound(tier, maximum));
        return up is null || down?.Length <= up.Length ? down : up;
    }

    // A country that earns nowhere less than the bound comes to it but not below.
    private static bool IsNeverBelow(ReadOnlySpan<double> earned, double bound)
    {
        foreach (var part in earned)
        {
            if (Rounding.Compared(part) < bound)
            {
                return false;
            }
        }

        return true;
    }

    private static void Check(ReadOnlySpan<double> weights, ReadOnlySpan<double> earned)
    {
        if (weights.IsEmpty || weights.Length != earned.Length)
        {
            throw new ArgumentException($"{weights.Length} weights do not go with {earned.Length} parts.", nameof(weights));
        }

        var sum = 0.0;
        for (var part = 0; part < weights.Length; part++)
        {
            sum += weights[part] >= 0 && double.IsFinite(earned[part]) ? weights[part]
                : throw new ArgumentException($"A part has a weight of {weights[part]} and earns {earned[part]}.", nameof(weights));
        }

        if (!(Math.Abs(sum - 1) <= Tolerance))
        {
            throw new ArgumentException($"The weights add up to {sum}; they are shares of 1.", nameof(weights));
        }
    }
}
