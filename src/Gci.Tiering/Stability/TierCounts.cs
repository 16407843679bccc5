using System.Collections.Immutable;

namespace Gci.Tiering.Stability;

/// <summary>How often each country came into each tier over some draws. Counts are whole numbers, so parts add up to the same in any order.</summary>
/// <param name="Countries">ISO 3166 alpha-3 codes.</param>
/// <param name="Draws">How many draws were counted.</param>
/// <param name="ByTier">Countries x tiers, best first; each row adds up to <paramref name="Draws"/>.</param>
public sealed record TierCounts(ImmutableArray<string> Countries, long Draws, ImmutableArray<ImmutableArray<long>> ByTier)
{
    /// <summary>The counts of both.</summary>
    /// <exception cref="ArgumentException">They are about other countries or other tiers.</exception>
    public TierCounts With(TierCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Countries.SequenceEqual(other.Countries) || ByTier.Zip(other.ByTier).Any(pair => pair.First.Length != pair.Second.Length))
        {
            throw new ArgumentException("Only counts of the same countries and tiers add up.", nameof(other));
        }

        return new(Countries, Draws + other.Draws, [.. ByTier.Zip(other.ByTier).Select(pair => pair.First.Zip(pair.Second).Select(both => both.First + both.Second).ToImmutableArray())]);
    }

    /// <summary>The share of draws in which a country came into each tier; its standard error is sqrt(p (1 - p) / draws).</summary>
    public ImmutableArray<double> Probabilities(int country) => [.. ByTier[country].Select(count => (double)count / Draws)];
}
