using System.Collections.Immutable;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Reports.Stability;

/// <summary>
/// What of a study a publication may show. The share of draws in which one country has a tier says how near it is to the next, so at the level of tiers no
/// share is shown that is one of fewer than five countries, nor one from which it can be worked out. (Method 7.8)
/// </summary>
internal sealed class ShownStability(Publication publication, Robustness robustness)
{
    private const int Decimals = 2;

    /// <summary>How many countries have a published tier and a mark.</summary>
    internal int Count(int place, Firmness mark) => robustness.Countries.Count(country => country.Nominal.Place == place && country.Firmness == mark);

    internal int Count(Firmness mark) => robustness.Countries.Count(country => country.Firmness == mark);

    internal int Count(int place) => robustness.Countries.Count(country => country.Nominal.Place == place);

    /// <summary>The shares of draws in which the countries of a published tier come into each tier, best first; empty where there is no country, null where they are not shown.</summary>
    internal ImmutableArray<double>? Flips(int place)
    {
        var row = robustness.Edition.Flips[place];
        return Count(place) == 0 ? [] : HidesRow(place) ? null : [.. row.Select(count => (double)count / row.Sum())];
    }

    /// <summary>Whether the shares of some tier are left out because they are those of too few countries.</summary>
    internal bool HidesRows => Places.Any(HidesRow);

    /// <summary>The share of countries that keep their tier; null where it is not shown.</summary>
    internal double? Kept => HidesMeans ? null : robustness.Edition.Kept;

    /// <summary>Which source matters for the edition; null where that was not studied.</summary>
    internal TierSensitivity? OfEdition => robustness.Sensitivity.FirstOrDefault(sensitivity => sensitivity.Country is null);

    /// <summary>The share of countries that change tier in a run for the sensitivity; null where it is not shown.</summary>
    internal double? Changing => HidesMeans ? null : OfEdition?.Changing;

    /// <summary>The outcomes whose sources may be shown: at the level of tiers those of the edition only, since that of a country says how often its tier changes.</summary>
    internal IEnumerable<TierSensitivity> Sensitivity => robustness.Sensitivity.Where(sensitivity => sensitivity.Country is null || publication.ShowsPoints);

    /// <summary>The changes of weights that bring a country to another tier; where the points of a level say what it answered in confidence, so would the changes, and they are left out.</summary>
    internal IEnumerable<WeightFlip> Changes(CountryStability country)
    {
        if (!publication.ShowsScores)
        {
            return [];
        }

        var withheld = new WithheldPoints(publication).Of(country.Country).Select(position => publication.Edition.Tree.Nodes[position].Depth).ToHashSet();
        return country.Flips.Where(flip => !withheld.Contains(flip.Depth));
    }

    /// <summary>The smallest of them at each level, the pillars first.</summary>
    internal IEnumerable<WeightFlip> SmallestChanges(CountryStability country) =>
        Changes(country).GroupBy(flip => flip.Depth).OrderBy(flips => flips.Key).Select(flips => flips.MinBy(flip => flip.Length)!);

    /// <summary>A share as files have it.</summary>
    internal double InFull(double share) => publication.ShowsPoints ? share : Math.Round(share, Decimals);

    private IEnumerable<int> Places => Enumerable.Range(0, robustness.BestFirst.Length);

    // With the mean of all and those of the other tiers, that of the tiers left out could be worked out.
    private bool HidesMeans => !publication.ShowsPoints
        && (robustness.Countries.Length < Publication.FewestForMean || Places.Where(HidesRow).Sum(Count) is > 0 and < Publication.FewestForMean);

    private bool HidesRow(int place) => !publication.ShowsPoints && Count(place) is > 0 and < Publication.FewestForMean;
}
