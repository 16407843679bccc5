using System.Collections.Immutable;
using Gci.Scoring.Statistics;

namespace Gci.Tiering;

/// <summary>Tiers with as nearly as possible the same number of countries, cut at quantiles of type 7; the bound belongs to the upper tier.</summary>
public sealed record Quantiles(string Name, ImmutableArray<Tier> BestFirst) : TierScheme(Name, BestFirst)
{
    public override ImmutableArray<double> Bounds(ReadOnlySpan<double> scores, double maximum)
    {
        double[] sorted = [.. scores.ToArray().Where(score => !double.IsNaN(score)).Order()];
        var tiers = BestFirst.Length;
        return sorted.Length == 0
            ? throw new ArgumentException("No score is known.", nameof(scores))
            : [.. Enumerable.Range(1, tiers - 1).Select(place => Rounding.Compared(Quantile.Of(sorted, (double)(tiers - place) / tiers)))];
    }
}
