using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Tiering.Stability;

namespace Gci.Tiering.Tests.Stability;

public sealed class StabilityRunTests
{
    private const ulong Seed = 7;

    private static readonly UncertaintySources s_noise = new() { Weights = Enumerable.Range(1, 3).ToImmutableSortedDictionary(depth => depth, _ => (WeightSampler)new NoisyWeights(0.25)) };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Any_number_of_threads_counts_the_same(int threads)
    {
        var model = Model(s_noise, 23);

        Assert.Equal(Said(Count(model, new(60_000, 80_000), 1)), Said(Count(model, new(60_000, 80_000), threads)));
    }

    [Fact]
    public void Any_split_into_ranges_counts_the_same_whatever_is_uncertain() => Studies.Sources.Sample(
        sources =>
        {
            var model = Model(sources, 7);
            var whole = Said(Count(model, new(0, 700), 2));
            Assert.Equal(whole, Said(Joined(model, 0, 1, 2, 333, 640, 700)));
        },
        iter: 30);

    [Fact]
    public void The_draws_that_are_looked_at_one_by_one_and_the_others_add_up() =>
        Assert.Equal(Said(Count(Model(s_noise, 11), new(65_000, 66_600), 2)), Said(Joined(Model(s_noise, 11), 65_000, 65_100, 65_536, 65_550, 66_600)));

    [Fact]
    public void Parts_add_up_only_where_one_follows_the_other()
    {
        var model = Model(s_noise, 3);
        var (first, third) = (Count(model, new(0, 10)), Count(model, new(20, 30)));

        Assert.Throws<ArgumentException>(() => first.With(third));
        Assert.Throws<ArgumentException>(() => third.With(first));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(194)]
    public void The_kernel_counts_what_a_plain_loop_counts(int countries)
    {
        // Beyond the draws that are looked at one by one the kernel counts by itself.
        var model = Model(s_noise, countries);
        var counts = Count(model, new(CloseCounts.End, CloseCounts.End + 500));

        var plain = new long[countries, 3];
        for (var draw = CloseCounts.End; draw < CloseCounts.End + 500; draw++)
        {
            var weights = DrawReplay.Of(model, Seed, draw).Weights;
            for (var country = 0; country < countries; country++)
            {
                var score = Studies.Tree.Leaves.Sum(leaf => model.Scores[country, leaf.Position] / model.Scores.Scorer.Maximum(leaf.Position) * 100 * Effective(weights, leaf));
                plain[country, Studies.Scheme.Of(score, 100).Place]++;
            }
        }

        Assert.Equal(plain.Cast<long>(), counts.ByTier.SelectMany(row => row));
    }

    [Fact]
    public void Without_anything_uncertain_every_draw_is_the_published_tier()
    {
        var model = Model(new(), 40);
        var counts = Count(model, new(0, 100));

        Assert.All(Enumerable.Range(0, 40), country => Assert.Equal(100, counts.ByTier[country][model.Nominal[country].Place]));
        Assert.Equal(100, counts.Close.Changing[0]);
        Assert.Equal(100 * CloseCounts.Unit, counts.Close.RandIndex);
    }

    [Fact]
    public void The_error_of_a_probability_is_the_one_of_a_share()
    {
        var model = Model(s_noise, 30);
        var truth = Count(model, new(0, 400_000));

        // 100 runs of 400 draws: their spread around the truth is sqrt(p (1 - p) / 400), itself known to about 7 %.
        var runs = Enumerable.Range(0, 100).Select(run => StabilityRun.Count(model, 99, new(run * 400, (run + 1) * 400), 1, cancel: TestContext.Current.CancellationToken)).ToArray();
        var between = Enumerable.Range(0, 30).Where(country => truth.ByTier[country][0] is > 20_000 and < 380_000).ToArray();
        Assert.NotEmpty(between);
        foreach (var country in between)
        {
            var p = truth.ByTier[country][0] / 400_000.0;
            var spread = Math.Sqrt(runs.Average(run => Math.Pow((run.ByTier[country][0] / 400.0) - p, 2)));
            Assert.InRange(spread / Math.Sqrt(p * (1 - p) / 400), 0.75, 1.3);
        }
    }

    [Fact]
    public void A_run_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Told(_ => stop.Cancel());

        Assert.Throws<OperationCanceledException>(() => StabilityRun.Count(Model(s_noise, 5), Seed, new(0, 100_000_000), 2, progress, stop.Token));
    }

    [Fact]
    public void Progress_ends_with_all_draws()
    {
        var most = 0L;
        StabilityRun.Count(Model(s_noise, 5), Seed, new(100, 10_100), 1, new Told(done => most = Math.Max(most, done)), TestContext.Current.CancellationToken);

        Assert.Equal(10_000, most);
    }

    private static double Effective(WeightSet weights, IndexNode leaf)
    {
        var share = 1.0;
        for (var node = leaf; node.Parent >= 0; node = Studies.Tree.Nodes[node.Parent])
        {
            share *= weights[node.Code];
        }

        return share;
    }

    private static StabilityModel Model(UncertaintySources sources, int countries)
    {
        var scorer = Studies.Scorer();
        return new(scorer, null, Studies.Observed(scorer, countries, isComplete: true), Studies.Scheme, sources);
    }

    private static StabilityCounts Count(StabilityModel model, DrawRange range, int? threads = null) => StabilityRun.Count(model, Seed, range, threads, cancel: TestContext.Current.CancellationToken);

    private static StabilityCounts Joined(StabilityModel model, params long[] ends) =>
        ends.Zip(ends.Skip(1)).Select(pair => Count(model, new(pair.First, pair.Second), 1)).Aggregate((sum, next) => sum.With(next));

    internal static string Said(StabilityCounts counts) => string.Create(CultureInfo.InvariantCulture,
        $"{counts.Range} {Row(counts.ByTier.SelectMany(row => row))}; {counts.Close.Draws} {counts.Close.RandIndex} {counts.Close.Kappa} {counts.Close.WithKappa} {Row(counts.Close.Changing)}; {string.Join(';', counts.Close.Scores.Select(scores => $"{scores.First} {string.Join(' ', scores.Counts)}"))}");

    private static string Row(IEnumerable<long> counts) => string.Join(' ', counts);

    private sealed class Told(Action<long> done) : IProgress<long>
    {
        public void Report(long value) => done(value);
    }
}
