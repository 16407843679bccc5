using System.Collections.Immutable;

namespace Gci.Editions.Answers;

/// <summary>Points of countries at the pillars, where nothing finer is known.</summary>
/// <param name="Pillars">The pillars' variables, in the edition's order.</param>
/// <param name="Points">By country (ISO code of three letters, ordinal order), one number a pillar; NaN where it is not known.</param>
public sealed record PointsTable(ImmutableArray<string> Pillars, ImmutableSortedDictionary<string, ImmutableArray<double>> Points)
{
    /// <summary>The points of a country at a pillar (its variable); NaN where they are not known.</summary>
    public double this[string country, string pillar] => Points[country][Pillars.IndexOf(pillar)];
}
