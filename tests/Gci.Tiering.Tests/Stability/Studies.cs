using System.Collections.Immutable;
using CsCheck;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Scoring.Elicitation;
using Gci.Tiering.Stability;

namespace Gci.Tiering.Tests.Stability;

/// <summary>Small indices with every kind of uncertainty, made at random.</summary>
internal static class Studies
{
    internal static readonly FixedThresholds Scheme = Tiers.Fixed(60, 40, 0);

    internal static readonly IndexTree Tree = IndexTree.Build(
    [
        ("I", null), ("A", "I"), ("B", "I"), ("C", "I"), ("A.1", "A"), ("A.2", "A"), ("B.1", "B"), ("B.2", "B"), ("B.3", "B"),
        ("A.1.a", "A.1"), ("A.1.b", "A.1"), ("B.2.a", "B.2"), ("B.2.b", "B.2"), ("B.2.c", "B.2"), ("C.1", "C"), ("C.2", "C"),
    ]);

    internal static readonly WeightSet Weights = new("own", Tree.Nodes.ToImmutableDictionary(node => node.Code, node => 1.0 + (node.Position % 3)));

    internal static readonly ImmutableArray<Ballot> Ballots =
    [
        .. Enumerable.Range(0, 5).Select(expert => new Ballot($"E{expert}", Tree.Nodes
            .Where(node => node.Parent >= 0 && (expert > 0 || !node.Code.StartsWith('B')))
            .ToImmutableDictionary(node => node.Code, node => 10.0 + ((expert * 7) + (node.Position * 5) % 30)))),
    ];

    private static readonly Gen<WeightSampler> s_sampler = Gen.OneOf<WeightSampler>(
        Gen.Double[0.05, 1].Select(factor => (WeightSampler)new NoisyWeights(factor)), Gen.Double[2, 200].Select(c => (WeightSampler)new DirichletWeights(c)),
        Gen.Double[0, 0.9].Select(share => (WeightSampler)new BoundedWeights(share)), Gen.Const((WeightSampler)new OrdinalWeights()), Gen.Const((WeightSampler)new BallotWeights()));

    private static readonly Gen<AggregationChoice> s_aggregation = Gen.Select(
        Gen.Int[0, 2], Studies.OneOf<Aggregator>(new ArithmeticMean(), new GeometricMean(), new HarmonicMean(), new PowerMean(2)), (depth, aggregator) => new AggregationChoice(depth, aggregator));

    /// <summary>Any mix of sources but doubts, which need countries.</summary>
    internal static readonly Gen<UncertaintySources> Sources = Gen.Select(
        Gen.Select(Gen.Int[1, 3], s_sampler).List[0, 3], s_aggregation.Array[0, 2], Studies.OneOf(UnknownPolicy.Renormalise, UnknownPolicy.Zero).Array[0, 1], Gen.OneOf(Gen.Const(0.0), Gen.Double[0.1, 9]),
        (weights, aggregations, missing, thresholds) => new UncertaintySources
        {
            Weights = weights.DistinctBy(pair => pair.Item1).ToImmutableSortedDictionary(pair => pair.Item1, pair => pair.Item2),
            Ballots = Ballots,
            Aggregations = [.. aggregations],
            Missing = [.. missing.Select(policy => new MissingChoice(3, policy))],
            Thresholds = thresholds,
        });

    internal static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    /// <param name="aggregator">Of all levels.</param>
    internal static Scorer Scorer(Aggregator? aggregator = null, UnknownPolicy unknown = UnknownPolicy.Zero) =>
        new(Tree, Weights, [.. Enumerable.Range(0, 4).Select(depth => new LevelRule(aggregator ?? new Points(), depth < 2 ? UnknownPolicy.Renormalise : unknown))], 100);

    /// <summary>Values of the leaves; of some countries a part is missing, of others only a pillar or an indicator is known as a whole.</summary>
    internal static Observations Observed(Scorer scorer, int countries, int seed = 1, bool isComplete = false)
    {
        var (random, observed) = (new Random(seed), new Observations(Tree, [.. Enumerable.Range(0, countries).Select(country => $"C{country:000}")]));
        for (var country = 0; country < countries; country++)
        {
            var bare = isComplete || country % 3 == 0 ? null : country % 3 == 1 ? "B" : "A.1";
            foreach (var node in Tree.Nodes.Where(node => node.IsLeaf ? bare is null || !node.Code.StartsWith(bare, StringComparison.Ordinal) : node.Code == bare))
            {
                observed[country, node.Code] = (isComplete || country % 2 == 0 || random.NextDouble() < 0.8) ? random.NextDouble() * scorer.Maximum(node.Position) : double.NaN;
            }

            observed[country, "C.1"] = scorer.Maximum(Tree["C.1"].Position) / 3;
        }

        return observed;
    }
}
