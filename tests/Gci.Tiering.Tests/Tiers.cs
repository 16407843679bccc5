using System.Collections.Immutable;
using CsCheck;

namespace Gci.Tiering.Tests;

/// <summary>Tiers to test with: T1 is the best.</summary>
internal static class Tiers
{
    internal static ImmutableArray<Tier> Of(int count) =>
        [.. Enumerable.Range(0, count).Select(place => new Tier($"T{place + 1}", $"Tier {place + 1}", place))];

    /// <summary>Only such scores as can fill six tiers: scores equal at nine decimals count as one.</summary>
    internal static Gen<double[]> ForSixTiers(Gen<double[]> scores) =>
        scores.Where(values => values.Where(score => !double.IsNaN(score)).Select(score => Math.Round(score, 9)).Distinct().Count() >= 6);

    internal static FixedThresholds Fixed(params ReadOnlySpan<double> bounds) => new("fixed", Of(bounds.Length), [.. bounds], 100);

    /// <summary>The five bands of the 2024 edition.</summary>
    internal static FixedThresholds Five { get; } = Fixed(95, 85, 55, 20, 0);

    /// <summary>The codes of the tiers of scores out of 100; a dash where there is none.</summary>
    internal static string Codes(TierScheme scheme, params double[] scores) =>
        string.Join(' ', scheme.Assign(scores, 100).Select(tier => tier?.Code ?? "-"));
}
