using System.Collections.Immutable;
using Gci.Editions.Results;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Scoring.Elicitation;
using Gci.Tiering;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Reports.Tests;

/// <summary>A made-up study of results: the nearer a score lies to a bound, the more often its tier changes.</summary>
internal static class Studies
{
    private const long Draws = 100_000;

    /// <summary>All kinds of sources.</summary>
    internal static UncertaintySources Sources { get; } = new()
    {
        Weights = ImmutableSortedDictionary.CreateRange<int, WeightSampler>([new(1, new NoisyWeights(0.25)), new(2, new BallotWeights())]),
        Ballots = [.. Enumerable.Range(1, 12).Select(expert => new Ballot($"Expert {expert}", ImmutableDictionary<string, double>.Empty))],
        Aggregations = [new(0, new HarmonicMean())],
        Missing = [new(2, UnknownPolicy.Renormalise)],
        Thresholds = 0.5,
        Answers = [new("EST", "WAT-1", 0.9, 0), new("FRA", "WAT-1", null, 0.2, 0.8)],
    };

    /// <param name="spread">How far scores vary, in points.</param>
    internal static Robustness Of(EditionResults results, UncertaintySources? sources = null, double spread = 0.9)
    {
        var scheme = (FixedThresholds)results.Edition.Tiers.Scheme;
        ImmutableArray<CountryStability> countries = [.. results.Countries.Where(country => country.Tier is not null).Select(country => Country(results, scheme, country, spread))];
        ImmutableArray<ImmutableArray<long>> flips =
        [
            .. scheme.BestFirst.Select(tier => scheme.BestFirst.Select(to => countries.Where(country => country.Nominal == tier).Sum(country => (long)Math.Round(country.Probabilities[to.Place] * Draws))).ToImmutableArray()),
        ];
        var codes = (sources ?? Sources).Codes;
        return new(
            18_446_744_073_709_551_557,
            sources ?? Sources,
            scheme.BestFirst,
            countries,
            new(Draws, flips, 2_000, 0.9123, 0.9456, (countries.Length / 12, countries.Length / 8)),
            [
                Sensitivity(null, codes, 1 - ((double)flips.Select((row, place) => row[place]).Sum() / flips.Sum(row => row.Sum()))),
                .. countries.Where(country => country.Firmness != Firmness.Firm).Select(country => Sensitivity(country.Country, codes, 1 - country.Probabilities[country.Nominal.Place])),
            ]);
    }

    private static CountryStability Country(EditionResults results, FixedThresholds scheme, CountryResult country, double spread)
    {
        var score = results.Scores[country.Row, results.Edition.Tree.Root.Position];
        double[] reached = [.. scheme.Bounds([], results.Edition.Points).Select(bound => 1 / (1 + Math.Exp((bound - score) / spread))), 1];
        long[] counts = [.. reached.Select((share, place) => (long)Math.Round(share * Draws) - (place == 0 ? 0 : (long)Math.Round(reached[place - 1] * Draws)))];
        return new(
            country.Country.Iso3,
            country.Tier!,
            score,
            [.. counts.Select(count => (double)count / Draws)],
            new(Math.Max(0, score - (3.1234 * spread)), score - (0.0321 * spread), Math.Min(results.Edition.Points, score + (2.9876 * spread))),
            scheme.Distance(score, results.Edition.Points),
            [.. scheme.BestFirst.Where(tier => Math.Abs(tier.Place - country.Tier!.Place) == 1).SelectMany(tier => Flips(results, tier))]);
    }

    private static IEnumerable<WeightFlip> Flips(EditionResults results, Tier to)
    {
        var tree = results.Edition.Tree;
        foreach (var depth in (int[])[1, 2])
        {
            var nodes = tree.Nodes.Where(node => node.Depth == depth).ToArray();
            var step = (0.012 + (0.003 * to.Place)) / depth;
            if (nodes.Length > 1)
            {
                yield return new(to, depth, step * Math.Sqrt(2), [.. nodes.Select((node, i) => new WeightMove(node.Code, 1.0 / nodes.Length, (1.0 / nodes.Length) + (i % 2 == 0 ? step : -step)))]);
            }
        }
    }

    private static TierSensitivity Sensitivity(string? country, ImmutableArray<string> codes, double changing) => new(
        country,
        changing,
        [.. codes.Select((code, i) => new SourceEffect(code, new(0.62 / (1 << i), 0.7 / (1 << i)), new((0.62 / (1 << i)) - 0.04, (0.7 / (1 << i)) - 0.05), new((0.62 / (1 << i)) + 0.04, (0.7 / (1 << i)) + 0.05)))],
        [.. codes.Take(2).Zip(codes.Skip(1).Take(2), (first, second) => (first, second)).Select((pair, i) => new PairEffect(pair.first, pair.second, i == 0 ? 0.06 : double.NaN, i == 0 ? 0.02 : double.NaN, i == 0 ? 0.1 : double.NaN))]);
}
