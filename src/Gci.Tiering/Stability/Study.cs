using System.Collections.Immutable;
using Gci.Tiering.Sensitivity;

namespace Gci.Tiering.Stability;

/// <summary>
/// A study of an edition's tiers over a range of draws: all that has to be kept so that it can go on elsewhere. Studies of ranges that follow one another
/// are joined to the same bits as one study of them all.
/// </summary>
/// <param name="Seed">Names the draws.</param>
/// <param name="Maximum">The most that a country can reach.</param>
/// <param name="Countries">In the order of the counts.</param>
/// <param name="Sensitivity">See <see cref="Robustness"/>; empty where it was not asked for.</param>
/// <param name="Removals">What becomes of the tiers when a pillar or an indicator is left out.</param>
public sealed record Study(
    ulong Seed,
    UncertaintySources Sources,
    ImmutableArray<Tier> BestFirst,
    double Maximum,
    ImmutableArray<StudiedCountry> Countries,
    StabilityCounts Counts,
    ImmutableArray<TierSensitivity> Sensitivity,
    ImmutableArray<Removal> Removals)
{
    /// <param name="counts">Of a run of the model.</param>
    /// <param name="sensitivity">Of <see cref="SensitivityStudy"/>; empty where it was not asked for.</param>
    public static Study Of(StabilityModel model, ulong seed, StabilityCounts counts, ImmutableArray<TierSensitivity> sensitivity)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (flips, root) = (new WeightFlips(model.Scores, model.Scheme), model.Scores.Scorer.Tree.Root.Position);
        return new(
            seed,
            model.Sources,
            model.Scheme.BestFirst,
            model.Maximum,
            [.. model.Rows.Select((row, place) => new StudiedCountry(
                model.Countries[place], model.Nominal[place], model.Scores[row, root], (model.Scheme as FixedThresholds)?.Distance(model.Scores[row, root], model.Maximum), flips.Of(row)))],
            counts,
            sensitivity,
            Left(model));
    }

    /// <summary>What the study found.</summary>
    /// <exception cref="InvalidOperationException">It has no draw.</exception>
    public Robustness Found() => Counts.Range.Count < 1 ? throw new InvalidOperationException("A study without draws finds nothing.") : new(
        Seed,
        Sources,
        BestFirst,
        [.. Countries.Select(Country)],
        Edition(),
        Sensitivity)
    {
        Removals = Removals,
    };

    private CountryStability Country(StudiedCountry country, int place)
    {
        var steps = Counts.Close.Draws == 0 ? null : Counts.Close.Scores[place];
        return new(
            country.Country,
            country.Nominal,
            country.Score,
            [.. Counts.ByTier[place].Select(count => (double)count / Counts.Range.Count)],
            steps is null ? new(double.NaN, double.NaN, double.NaN) : new(steps.Quantile(0.025) * Maximum, steps.Quantile(0.5) * Maximum, steps.Quantile(0.975) * Maximum),
            country.Distance,
            country.Flips);
    }

    private EditionStability Edition()
    {
        var close = Counts.Close;
        var flips = BestFirst.Select(from => BestFirst.Select(to => Counts.ByTier.Where((_, place) => Countries[place].Nominal.Place == from.Place).Sum(row => row[to.Place])).ToImmutableArray());
        return new(
            Counts.Range.Count,
            [.. flips],
            close.Draws,
            close.Draws == 0 ? double.NaN : close.RandIndex / CloseCounts.Unit / close.Draws,
            close.WithKappa == 0 ? null : close.Kappa / CloseCounts.Unit / close.WithKappa,
            (close.MostChanging(0.5), close.MostChanging(0.95)));
    }

    // Pillars, and indicators where something is known of them.
    private static ImmutableArray<Removal> Left(StabilityModel model)
    {
        var tree = model.Scores.Scorer.Tree;
        var depths = Enumerable.Range(1, Math.Min(2, tree.Depth)).Where(depth => model.Rows.Any(row => tree.Nodes.Any(node => node.Depth == depth && !double.IsNaN(model.Scores[row, node.Position]))));
        return [.. depths.SelectMany(depth => RemovalTest.Of(model.Scores, model.Scores.Scorer.Weights, model.Maximum, model.Scheme, depth))];
    }
}

/// <summary>What is known of a country without any draw.</summary>
/// <param name="Country">ISO 3166 alpha-3 code.</param>
/// <param name="Nominal">The tier that is published.</param>
/// <param name="Score">The score with the edition's own weights, method, bounds and answers, unrounded.</param>
/// <param name="Distance">Null where the bounds come from the scores.</param>
/// <param name="Flips">The smallest changes of weights that would change the tier.</param>
public sealed record StudiedCountry(string Country, Tier Nominal, double Score, TierDistance? Distance, ImmutableArray<WeightFlip> Flips);
