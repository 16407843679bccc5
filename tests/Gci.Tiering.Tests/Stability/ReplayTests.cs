using System.Collections.Immutable;
using CsCheck;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Tiering.Stability;

namespace Gci.Tiering.Tests.Stability;

/// <summary>The study's fast way against the ordinary scorer, which is fed what was drawn.</summary>
public sealed class ReplayTests
{
    private static readonly Gen<Aggregator> s_aggregator = Studies.OneOf<Aggregator>(new Points(), new ArithmeticMean(), new GeometricMean(), new HarmonicMean());

    private static readonly Gen<ImmutableArray<AnswerDoubt>> s_doubts = Gen.Select(
            Gen.Int[0, 5], Studies.OneOf("C.1", "C.2", "B.1"), Gen.OneOf(Gen.Const((double?)null), Gen.Double[0, 1].Select(p => (double?)p)), Gen.Double[0, 0.02])
        .Array[0, 4].Select(doubts => doubts.Select(doubt => new AnswerDoubt($"C{doubt.Item1 * 6:000}", doubt.Item2, doubt.Item3, 0, 0.9)).DistinctBy(doubt => (doubt.Country, doubt.Question)).ToImmutableArray());

    [Fact]
    public void Every_draw_gives_what_the_ordinary_scorer_gives() => Gen.Select(Studies.Sources, s_doubts, s_aggregator, Studies.OneOf(UnknownPolicy.Zero, UnknownPolicy.Renormalise)).Sample(
        (sources, doubts, aggregator, unknown) =>
        {
            var scorer = Studies.Scorer(aggregator, unknown);
            var model = new StabilityModel(scorer, null, Studies.Observed(scorer, 36), Studies.Scheme, sources with { Answers = doubts });
            for (var draw = 0L; draw < 40; draw += 13)
            {
                AssertSame(model, draw);
            }
        },
        iter: 300);

    [Fact]
    public void A_draw_whose_bounds_come_from_its_scores_is_replayed_too()
    {
        var scorer = Studies.Scorer();
        var sources = new UncertaintySources { Weights = ImmutableSortedDictionary<int, WeightSampler>.Empty.Add(1, new NoisyWeights(0.5)) };
        var model = new StabilityModel(scorer, null, Studies.Observed(scorer, 30), new NaturalBreaks("breaks", Studies.Scheme.BestFirst), sources);

        AssertSame(model, 3);
    }

    private static void AssertSame(StabilityModel model, long draw)
    {
        var replay = DrawReplay.Of(model, 7, draw);
        var counts = StabilityRun.Count(model, 7, new(draw, draw + 1), 1);
        for (var country = 0; country < model.Countries.Length; country++)
        {
            // A step of a ten thousandth of all points, and two ways of adding up that differ in the last bits.
            Assert.Equal(replay.Scores[country] / 100, counts.Close.Scores[country].Quantile(0.5), 0.00005 + 1e-9);
            Assert.True(counts.ByTier[country][replay.Tiers[country].Place] == 1 || replay.Bounds.Any(bound => Math.Abs(bound - replay.Scores[country]) < 1e-9));
        }
    }
}
