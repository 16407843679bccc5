using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Tiering;

namespace Gci.Editions.Results;

/// <summary>What an edition says of one country. There is no place among countries in it: tiers are all there is.</summary>
/// <param name="Row">Row of the country in the scores.</param>
/// <param name="Tier">Null where the overall score is not known.</param>
/// <param name="Pillars">One a pillar, in the edition's order.</param>
public sealed record CountryResult(Country Country, CountryGroup Region, int Row, Basis Basis, Tier? Tier, ImmutableArray<PillarResult> Pillars)
{
    public IEnumerable<Pillar> Strengths => Pillars.Where(pillar => pillar.IsStrength).Select(pillar => pillar.Pillar);

    public IEnumerable<Pillar> Growth => Pillars.Where(pillar => !pillar.IsStrength && pillar.Tier is not null).Select(pillar => pillar.Pillar);
}

/// <summary>One pillar of one country.</summary>
/// <param name="Points">Unrounded; NaN where not known.</param>
public sealed record PillarResult(Pillar Pillar, double Points, Tier? Tier, bool IsStrength);

/// <summary>What a country's result rests on.</summary>
public enum Basis
{
    Answers,
    Points,
}
