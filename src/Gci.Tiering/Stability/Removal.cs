using System.Collections.Immutable;

namespace Gci.Tiering.Stability;

/// <summary>What becomes of the tiers when one node of an index is left out and its siblings share its weight.</summary>
/// <param name="Code">The node.</param>
/// <param name="LeftOut">What is left out: the node, or the group above it of which nothing with a weight would be left.</param>
/// <param name="Moves">The countries that come into another tier, in the order of the scores.</param>
/// <param name="Kept">The share of countries that keep their tier, of those that have one; null where none has.</param>
/// <param name="AdjustedRandIndex">Agreement of the tiers with and without the node: 1 the same groups of countries, 0 what chance gives.</param>
/// <param name="WeightedKappa">The same with quadratic weights; null where it is not defined.</param>
public sealed record Removal(
    string Code, string LeftOut, ImmutableArray<TierChange> Moves, double? Kept, double AdjustedRandIndex, double? WeightedKappa);

/// <summary>A country whose tier changes.</summary>
/// <param name="Country">ISO 3166 alpha-3 code.</param>
/// <param name="From">Null where it had none because its score was not known.</param>
/// <param name="To">Null where its score is not known any more.</param>
public readonly record struct TierChange(string Country, Tier? From, Tier? To);
