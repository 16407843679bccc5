using System.Collections.Immutable;

namespace Gci.Tiering.Stability;

/// <summary>How firm the tier of one country is.</summary>
/// <param name="Country">ISO 3166 alpha-3 code.</param>
/// <param name="Nominal">The tier that is published: with the edition's own weights, method, bounds and answers.</param>
/// <param name="Score">The score with these, unrounded.</param>
/// <param name="Probabilities">The share of draws in each tier, best first; the category acceptability of SMAA-TRI (Tervonen and others, 2009).</param>
/// <param name="Interval">In which the score lies in 95 of 100 draws; NaN where no draw was looked at closely.</param>
/// <param name="Distance">How far the score lies from the tiers next to its own; null where the bounds come from the scores.</param>
/// <param name="Flips">The smallest changes of weights that would change the tier; empty where none does.</param>
public sealed record CountryStability(
    string Country,
    Tier Nominal,
    double Score,
    ImmutableArray<double> Probabilities,
    ScoreInterval Interval,
    TierDistance? Distance,
    ImmutableArray<WeightFlip> Flips)
{
    /// <summary>The place of the tier of most draws; the published one where several are equal, then the better one.</summary>
    public int ModalPlace => Probabilities[Nominal.Place] == Probabilities.Max() ? Nominal.Place : Probabilities.IndexOf(Probabilities.Max());

    public Firmness Firmness => Firmnesses.Of(Probabilities[Nominal.Place]);

    /// <summary>Entropy of the probabilities as a share of the most there can be: 0 where one tier has all draws, 1 where all tiers have the same.</summary>
    public double Entropy => Probabilities.Length == 1 ? 0 : -Probabilities.Where(p => p > 0).Sum(p => p * Math.Log(p)) / Math.Log(Probabilities.Length);
}

/// <summary>The middle 95 of 100 scores, to a ten thousandth of what can be reached, such as 0.01 of 100 points.</summary>
/// <param name="Low">Quantile of 2.5 %.</param>
/// <param name="Middle">Median.</param>
/// <param name="High">Quantile of 97.5 %.</param>
public readonly record struct ScoreInterval(double Low, double Middle, double High);

/// <summary>The smallest change of the weights at one level after which a country reaches a neighbouring tier, all else unchanged.</summary>
/// <param name="To">The tier above or below.</param>
/// <param name="Depth">The level whose shares of the whole are changed: 1 for the pillars.</param>
/// <param name="Length">Euclidean length of the change, the whole weight being 1.</param>
/// <param name="Moves">The changes by code, the largest first: all of the pillars, the five largest of a lower level.</param>
public sealed record WeightFlip(Tier To, int Depth, double Length, ImmutableArray<WeightMove> Moves);

/// <param name="From">The share of the whole that the node has.</param>
/// <param name="To">The share that it would have.</param>
public readonly record struct WeightMove(string Code, double From, double To);
