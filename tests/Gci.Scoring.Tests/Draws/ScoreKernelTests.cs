using System.Runtime.Intrinsics;
using Gci.Scoring.Draws;

namespace Gci.Scoring.Tests.Draws;

public sealed class ScoreKernelTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(83)]
    public void Scores_have_the_bits_of_the_plain_loop_for_any_number_of_countries(int leaves)
    {
        for (var countries = 1; countries <= 13; countries++)
        {
            var random = new Random((leaves * 100) + countries);
            double[] earned = [.. Enumerable.Range(0, leaves * countries).Select(_ => random.NextDouble() * 100)];
            double[] weights = [.. Enumerable.Range(0, leaves * DrawBlock.Size).Select(_ => random.NextDouble())];

            Assert.Equal(Plain(earned, weights, countries).Select(BitConverter.DoubleToInt64Bits), Multiplied(earned, weights, countries).Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void A_draw_whose_weights_are_not_a_number_gives_no_score_and_the_others_theirs()
    {
        double[] earned = [10, 20, 30, 40, 50, 60, 70, 80];
        double[] weights = [.. Enumerable.Range(0, 2 * DrawBlock.Size).Select(at => at % DrawBlock.Size is 0 or 7 or 15 ? double.NaN : 0.5)];

        var scores = Multiplied(earned, weights, 4);
        Assert.All(Enumerable.Range(0, scores.Length), at => Assert.Equal(at % DrawBlock.Size is 0 or 7 or 15, double.IsNaN(scores[at])));
    }

    [Fact]
    public void A_kernel_has_a_country_and_is_given_the_weights_of_all_leaves()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreKernel([], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Multiplied([1, 2], new double[DrawBlock.Size], 1));
    }

    private static double[] Plain(double[] earned, double[] weights, int countries)
    {
        var scores = new double[countries * DrawBlock.Size];
        for (var leaf = 0; leaf < earned.Length / countries; leaf++)
        {
            for (var at = 0; at < scores.Length; at++)
            {
                scores[at] = Math.FusedMultiplyAdd(earned[(leaf * countries) + (at / DrawBlock.Size)], weights[(leaf * DrawBlock.Size) + (at % DrawBlock.Size)], scores[at]);
            }
        }

        return scores;
    }

    private static double[] Multiplied(double[] earned, double[] weights, int countries)
    {
        var kernel = new ScoreKernel(earned, countries);
        var sink = new Sink(new double[countries * DrawBlock.Size]);
        kernel.Multiply(weights, ref sink);
        return sink.Scores;
    }

    private readonly record struct Sink(double[] Scores) : IScoreSink
    {
        public void Take(int country, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
        {
            var to = Scores.AsSpan(country * DrawBlock.Size, DrawBlock.Size);
            a.CopyTo(to);
            b.CopyTo(to[4..]);
            c.CopyTo(to[8..]);
            d.CopyTo(to[12..]);
        }
    }
}
