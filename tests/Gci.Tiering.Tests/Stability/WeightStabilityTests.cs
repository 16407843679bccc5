using System.Collections.Immutable;
using CsCheck;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Tiering.Stability;

namespace Gci.Tiering.Tests.Stability;

public sealed class WeightStabilityTests
{
    private const ulong Seed = 7;

    private static readonly IndexTree s_tree = IndexTree.Build(
    [
        ("I", null), .. Enumerable.Range(0, 3).Select(pillar => ($"P{pillar}", (string?)"I")),
        .. Enumerable.Range(0, 11).Select(question => ($"P{question % 3}.{question:00}", (string?)$"P{question % 3}")),
    ]);

    private static readonly FixedThresholds s_scheme = Tiers.Fixed(55, 48, 0);
    private static readonly Scorer s_scorer = new(s_tree, WeightSet.Equal(s_tree), [.. Enumerable.Repeat(new LevelRule(new Points(), UnknownPolicy.Zero), 3)], 100);
    private static readonly WeightNoise s_noise = new(s_tree, WeightSet.Equal(s_tree), [0, 0.25, 0.25]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Any_number_of_threads_counts_the_same(int threads)
    {
        var stability = new WeightStability(Scores(23), s_noise, s_scheme);

        Assert.Equal(Said(Run(stability, Seed, new(0, 30_000), 1)), Said(Run(stability, Seed, new(0, 30_000), threads)));
    }

    [Fact]
    public void Any_split_into_ranges_counts_the_same()
    {
        var stability = new WeightStability(Scores(9), s_noise, s_scheme);
        var whole = Said(Run(stability, Seed, new(0, 1_000)));

        Gen.Int[0, 1_000].Array[4].Sample(cuts =>
        {
            long[] ends = [0, .. cuts.Order(), 1_000];
            var parts = ends.Zip(ends.Skip(1)).Select(pair => Run(stability, Seed, new(pair.First, pair.Second), 1)).Reverse();
            return Said(parts.Aggregate((sum, next) => sum.With(next))) == whole;
        }, iter: 50);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(194)]
    public void The_kernel_counts_what_a_plain_loop_counts(int countries)
    {
        var scores = Scores(countries);
        var counts = Run(new(scores, s_noise, s_scheme), Seed, new(0, 500), 1);

        var plain = new long[countries, 3];
        var weights = new double[s_noise.Leaves * WeightNoise.BlockSize];
        for (var draw = 0; draw < 500; draw++)
        {
            s_noise.Fill(Seed, draw, 1, weights);
            for (var country = 0; country < countries; country++)
            {
                var score = 0.0;
                for (var leaf = 0; leaf < s_noise.Leaves; leaf++)
                {
                    var node = s_tree.Leaves[leaf].Position;
                    score = Math.FusedMultiplyAdd(scores[country, node] / s_scorer.Maximum(node) * 100, weights[leaf * WeightNoise.BlockSize], score);
                }

                plain[country, s_scheme.Of(score, 100).Place]++;
            }
        }

        Assert.Equal(plain.Cast<long>(), counts.ByTier.SelectMany(row => row));
    }

    [Fact]
    public void Without_noise_every_draw_is_the_nominal_tier()
    {
        var scores = Scores(40);
        var counts = Run(new(scores, new(s_tree, WeightSet.Equal(s_tree), [0, 0, 0]), s_scheme), Seed, new(0, 100));

        Assert.All(Enumerable.Range(0, 40), country =>
            Assert.Equal(100, counts.ByTier[country][s_scheme.Of(scores[country, s_tree.Root.Position], 100).Place]));
    }

    [Fact]
    public void The_error_of_a_probability_is_the_one_of_a_share()
    {
        var stability = new WeightStability(Scores(30), s_noise, s_scheme);
        var truth = Run(stability, Seed, new(0, 400_000));

        // 100 runs of 400 draws: their spread around the truth is sqrt(p (1 - p) / 400), itself known to about 7 %.
        var runs = Enumerable.Range(0, 100).Select(run => Run(stability, 99, new(run * 400, (run + 1) * 400), 1)).ToArray();
        var between = Enumerable.Range(0, 30).Where(country => truth.Probabilities(country)[0] is > 0.05 and < 0.95).ToArray();
        Assert.NotEmpty(between);
        foreach (var country in between)
        {
            var p = truth.Probabilities(country)[0];
            var spread = Math.Sqrt(runs.Average(run => Math.Pow(run.Probabilities(country)[0] - p, 2)));
            Assert.InRange(spread / Math.Sqrt(p * (1 - p) / 400), 0.75, 1.3);
        }
    }

    private static TierCounts Run(WeightStability stability, ulong seed, DrawRange range, int? threads = null) =>
        stability.Run(seed, range, threads, cancel: TestContext.Current.CancellationToken);

    private static string Said(TierCounts counts) => $"{counts.Draws} {string.Join(' ', counts.ByTier.SelectMany(row => row))}";

    private static Scores Scores(int countries)
    {
        var random = new Random(countries);
        var observed = new Observations(s_tree, [.. Enumerable.Range(0, countries).Select(country => $"C{country:000}")]);
        foreach (var leaf in s_tree.Leaves)
        {
            for (var country = 0; country < countries; country++)
            {
                observed[country, leaf.Code] = random.NextDouble() * s_scorer.Maximum(leaf.Position);
            }
        }

        return s_scorer.Score(observed);
    }
}
