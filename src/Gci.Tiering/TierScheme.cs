using System.Collections.Immutable;

namespace Gci.Tiering;

/// <summary>A named way of putting scores into ordered tiers.</summary>
public abstract record TierScheme
{
    private protected TierScheme(string name, ImmutableArray<Tier> tiers)
    {
        if (tiers.IsDefaultOrEmpty || tiers.Where((tier, place) => tier.Place != place).Any() || tiers.DistinctBy(tier => tier.Code).Count() != tiers.Length)
        {
            throw new ArgumentException("A scheme has at least one tier, best first, each with a code of its own.", nameof(tiers));
        }

        (Name, BestFirst) = (name, tiers);
    }

    public string Name { get; }

    public ImmutableArray<Tier> BestFirst { get; }

    /// <summary>The lowest score of each tier but the last, best first, for the scores given. NaN scores are left out.</summary>
    public abstract ImmutableArray<double> Bounds(ReadOnlySpan<double> scores, double maximum);

    /// <summary>The tier of each score; null where the score is unknown (NaN).</summary>
    /// <param name="scores">One a country, in any order.</param>
    /// <param name="maximum">The most such a score can be, such as 100 for the index and 20 for a pillar.</param>
    public ImmutableArray<Tier?> Assign(ReadOnlySpan<double> scores, double maximum)
    {
        var bounds = Bounds(scores, maximum);
        var tiers = ImmutableArray.CreateBuilder<Tier?>(scores.Length);
        foreach (var score in scores)
        {
            tiers.Add(double.IsNaN(score) ? null : Of(score, bounds));
        }

        return tiers.MoveToImmutable();
    }

    /// <summary>The tier that one value, such as a mean, has among the scores given; null where it is unknown.</summary>
    public Tier? Of(double value, ReadOnlySpan<double> scores, double maximum) => double.IsNaN(value) ? null : Of(value, Bounds(scores, maximum));

    /// <summary>
    /// The tier of a score between given bounds. A lower bound belongs to the tier above it; the score is compared at nine decimals,
    /// so that three parts of 40/3 reach 40, and is otherwise not rounded. (Method 4.2)
    /// </summary>
    internal Tier Of(double score, ImmutableArray<double> bounds)
    {
        var compared = Rounding.Compared(score);
        for (var place = 0; place < bounds.Length; place++)
        {
            if (compared >= bounds[place])
            {
                return BestFirst[place];
            }
        }

        return BestFirst[^1];
    }
}
