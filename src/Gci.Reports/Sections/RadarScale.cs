using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions;
using Gci.Editions.Methodology;
using Gci.Tiering;

namespace Gci.Reports.Sections;

/// <summary>What the rings of a radar mean, and where a pillar's points lie among them.</summary>
internal sealed record RadarScale(
    double Maximum, ImmutableArray<(double Value, string Label)> Rings, Func<double, Tier?, Pillar, double> Place, Func<double, string> Say)
{
    /// <summary>Rings of points; pillars with different points are drawn as shares of 100.</summary>
    internal static RadarScale OfPoints(Edition edition)
    {
        var common = edition.Pillars.All(pillar => pillar.Points == edition.Pillars[0].Points) ? edition.Pillars[0].Points : 100;
        return new(
            common,
            [.. Enumerable.Range(1, 4).Select(ring => (common * ring / 4, (common * ring / 4).ToString("0.##", CultureInfo.InvariantCulture)))],
            (points, _, pillar) => double.IsNaN(points) ? 0 : points / pillar.Points * common,
            value => value.ToString("0.00", CultureInfo.InvariantCulture));
    }

    /// <summary>One ring a tier, the lowest innermost; points are drawn on the ring of their tier.</summary>
    internal static RadarScale OfTiers(Edition edition)
    {
        var tiers = edition.Tiers.Scheme.BestFirst;
        return new(
            tiers.Length,
            [.. tiers.Reverse().Select((tier, ring) => (ring + 1.0, tier.Code))],
            (_, tier, _) => tier is null ? 0 : tiers.Length - tier.Place,
            value => value == 0 ? "not known" : tiers[tiers.Length - (int)value].Code);
    }
}
