using System.Collections.Immutable;

namespace Gci.Tiering.Stability;

/// <summary>How firm the tiers of an edition are, taken together.</summary>
/// <param name="Draws">How many draws were made.</param>
/// <param name="Flips">How often a country of a published tier (row) came into a tier (column), over all countries and draws.</param>
/// <param name="Closely">How many of the draws were looked at one by one, for the figures that follow.</param>
/// <param name="AdjustedRandIndex">Mean agreement of a draw's tiers with the published ones: 1 the same groups of countries, 0 what chance gives.</param>
/// <param name="WeightedKappa">The same with quadratic weights, so that two tiers apart counts four times one tier apart; null where it is not defined.</param>
/// <param name="Changing">How many countries change tier in a draw: the median, and the number that 95 of 100 draws do not exceed.</param>
public sealed record EditionStability(
    long Draws,
    ImmutableArray<ImmutableArray<long>> Flips,
    long Closely,
    double AdjustedRandIndex,
    double? WeightedKappa,
    (int Median, int Most) Changing)
{
    /// <summary>The share of countries that keep their tier, mean of all draws.</summary>
    public double Kept => (double)Flips.Select((row, place) => row[place]).Sum() / Flips.Sum(row => row.Sum());
}
