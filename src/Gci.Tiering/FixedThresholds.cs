using System.Collections.Immutable;

namespace Gci.Tiering;

/// <summary>
/// Bands fixed in advance: no country's tier depends on another country. For a score with another maximum, such as a pillar's, the bounds
/// are the same shares of it. (Method 4.1, 4.3)
/// </summary>
public sealed record FixedThresholds : TierScheme
{
    private readonly ImmutableArray<double> _lowerBounds;
    private readonly double _outOf;

    /// <param name="lowerBounds">Lower bound of each tier, inclusive, best first; the last is 0, so that every score has a tier.</param>
    /// <param name="outOf">The maximum that the bounds refer to.</param>
    /// <exception cref="ArgumentException">The bounds do not descend to 0, there is not one a tier, or the maximum is not more than 0.</exception>
    public FixedThresholds(string name, ImmutableArray<Tier> tiers, ImmutableArray<double> lowerBounds, double outOf)
        : base(name, tiers)
    {
        if (lowerBounds.IsDefault || lowerBounds.Length != tiers.Length || lowerBounds[^1] != 0 || !double.IsFinite(lowerBounds[0])
            || lowerBounds.Zip(lowerBounds.Skip(1)).Any(pair => !(pair.First > pair.Second)))
        {
            throw new ArgumentException("There is one lower bound a tier, each below the one before, and the last is 0.", nameof(lowerBounds));
        }

        (_lowerBounds, _outOf) = (lowerBounds, Reachable(outOf));
    }

    /// <summary>The lower bound of a tier for scores with the given maximum.</summary>
    public double LowerBound(Tier tier, double maximum)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return Rounding.Compared(_lowerBounds[tier.Place] * Reachable(maximum) / _outOf);
    }

    /// <summary>The tier of one score, which must be known.</summary>
    public Tier Of(double score, double maximum) => double.IsNaN(score)
        ? throw new ArgumentException("The score is not known.", nameof(score))
        : Of(score, Bounds([], maximum));

    /// <summary>How far a score lies from the tiers next to its own.</summary>
    public TierDistance Distance(double score, double maximum)
    {
        var tier = Of(score, maximum);
        var up = tier.Place == 0 ? null : (double?)Math.Max(0, LowerBound(BestFirst[tier.Place - 1], maximum) - score);
        var down = tier.Place == BestFirst.Length - 1 ? null : (double?)Math.Max(0, score - LowerBound(tier, maximum));
        return new(tier, up, down);
    }

    public override ImmutableArray<double> Bounds(ReadOnlySpan<double> scores, double maximum) =>
        [.. BestFirst[..^1].Select(tier => LowerBound(tier, maximum))];

    // Of a maximum of 0 every bound would be 0, and every country in the best tier.
    private static double Reachable(double maximum) => maximum > 0 && double.IsFinite(maximum)
        ? maximum
        : throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "The maximum of a score is more than 0 and finite.");
}
