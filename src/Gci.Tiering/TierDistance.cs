namespace Gci.Tiering;

/// <summary>Where a score lies within its tier, in points.</summary>
/// <param name="ToNextTierUp">Points missing to the tier above; null in the best tier.</param>
/// <param name="AboveLowerBound">Points above the own tier's lower bound, which may be lost without leaving it; null in the lowest tier.</param>
public sealed record TierDistance(Tier Tier, double? ToNextTierUp, double? AboveLowerBound);
