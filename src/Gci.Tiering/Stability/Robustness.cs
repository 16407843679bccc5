using System.Collections.Immutable;
using Gci.Tiering.Sensitivity;

namespace Gci.Tiering.Stability;

/// <summary>What a study of the tiers found: how firm each is, and why it is not firmer. Never a rank.</summary>
/// <param name="Seed">Names the draws.</param>
/// <param name="Sources">What was uncertain.</param>
/// <param name="BestFirst">The tiers.</param>
/// <param name="Countries">By ISO 3166 alpha-3 code; those whose score is not known are left out.</param>
/// <param name="Sensitivity">Which source matters: for the edition (the share of countries that change tier), then for each country that changes tier at all.</param>
public sealed record Robustness(
    ulong Seed,
    UncertaintySources Sources,
    ImmutableArray<Tier> BestFirst,
    ImmutableArray<CountryStability> Countries,
    EditionStability Edition,
    ImmutableArray<TierSensitivity> Sensitivity)
{
    /// <summary>What becomes of the tiers when a pillar or an indicator is left out.</summary>
    public ImmutableArray<Removal> Removals { get; init; } = [];

    public CountryStability? this[string country] => Countries.FirstOrDefault(one => one.Country == country);
}
