using System.Collections.Immutable;
using Gci.Scoring.Draws;
using Gci.Tiering.Stability;

namespace Gci.Benchmarks.Robustness;

/// <summary>What is measured: the edition of 2024 with invented answers of 194 countries, the weights of all levels drawn within a quarter of their value.</summary>
internal static class Studied
{
    internal const int Countries = 194;
    internal const ulong Seed = 7;
    private const double Noise = 0.25;

    /// <param name="levels">Null for the weights of all levels.</param>
    internal static StabilityModel Model(int? levels = null)
    {
        var edition = Editions.Load();
        var sources = new UncertaintySources { Weights = Samplers(levels ?? edition.Tree.Depth) };
        return new(edition.Scorer, Editions.Answers(edition, Countries), null, edition.Tiers.Scheme, sources);
    }

    internal static WeightDraws Weights(StabilityModel model) =>
        new(model.Scores.Scorer.Tree, model.Scores.Scorer.Weights, model.Sources.Weights, []);

    /// <summary>What each country earns at each leaf if that had all the weight.</summary>
    internal static double[] Earned(StabilityModel model) =>
    [
        .. model.Scores.Scorer.Tree.Leaves.SelectMany(leaf => model.Rows.Select(row => model.Scores[row, leaf.Position] / model.Scores.Scorer.Maximum(leaf.Position) * model.Maximum)),
    ];

    /// <summary>The operations that so many draws cannot do without: a multiplication and an addition for each country and question.</summary>
    internal static double Operations(StabilityModel model, long draws) => 2.0 * model.Countries.Length * model.Scores.Scorer.Tree.Leaves.Length * draws;

    private static ImmutableSortedDictionary<int, WeightSampler> Samplers(int depth) =>
        Enumerable.Range(1, depth).ToImmutableSortedDictionary(level => level, _ => (WeightSampler)new NoisyWeights(Noise));
}
