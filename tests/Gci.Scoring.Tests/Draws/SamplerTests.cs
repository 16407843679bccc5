using Gci.Scoring.Draws;

namespace Gci.Scoring.Tests.Draws;

/// <summary>The distribution that each sampler draws weights from.</summary>
public sealed class SamplerTests
{
    private static readonly string[] s_five = ["A.1", "A.2", "A.3", "A.4", "A.5"];

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.25)]
    [InlineData(1)]
    public void Noise_keeps_each_weight_within_its_bounds_and_in_proportion(double factor)
    {
        var shares = Drawn.Draws((2, new NoisyWeights(factor))).Shares();
        var weights = s_five.ToDictionary(code => code, code => Drawn.Weights[code] / 15);
        foreach (var code in s_five)
        {
            // The least that one weight can become while the others become their most, and the other way round.
            var (low, high, others) = (weights[code] * (1 - factor), weights[code] * (1 + factor), 1 - weights[code]);
            Assert.All(shares[code], share => Assert.InRange(share, low / (low + (others * (1 + factor))), high / (high + (others * (1 - factor)))));
        }

        // Before they are made to add up, weights are independent and even.
        Moments.Are(Math.Log(5 / 4.0), 2 * LogVariance(factor), [.. shares["A.1"].Zip(shares["A.3"], (one, other) => Math.Log(one / other))]);
    }

    [Fact]
    public void Noise_of_two_weights_gives_each_share_the_density_of_a_ratio_of_even_numbers()
    {
        // With f = 1 and weights a and b a share is below s with probability (b s / a (1 - s)) / 2 as long as that is at most 1 / 2.
        var shares = Drawn.Draws((3, new NoisyWeights(1))).Shares()["A.1.a"];
        foreach (var s in (double[])[0.05, 0.1, 0.2, 0.3])
        {
            var p = 0.7 * s / (0.3 * (1 - s)) / 2;
            Assert.InRange((shares.Count(share => share < s) - (p * Drawn.Count)) / Math.Sqrt(p * (1 - p) * Drawn.Count), -5, 5);
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(1e4)]
    public void Dirichlet_shares_have_the_weights_as_mean_and_the_variance_of_the_concentration(double concentration)
    {
        var shares = Drawn.Draws((2, new DirichletWeights(concentration))).Shares();

        Assert.All(s_five, code => Moments.Are(Drawn.Weights[code] / 15, Drawn.Weights[code] / 15 * (1 - (Drawn.Weights[code] / 15)) / (concentration + 1), shares[code]));
    }

    [Fact]
    public void Dirichlet_shares_of_siblings_are_correlated_as_they_must_be()
    {
        var shares = Drawn.Draws((2, new DirichletWeights(8))).Shares();

        // -sqrt(w v / ((1 - w) (1 - v))) for the weights 1/3 and 4/15.
        Assert.Equal(-Math.Sqrt(1.0 / 3 * (4.0 / 15) / (2.0 / 3 * (11.0 / 15))), Moments.Correlation(shares["A.1"], shares["A.3"]), 0.05);
    }

    [Fact]
    public void Bounded_at_nothing_is_uniform_over_all_weights()
    {
        var shares = Drawn.Draws((2, new BoundedWeights(0))).Shares();

        Assert.All(s_five, code => Moments.Are(1 / 5.0, 4 / (25.0 * 6), shares[code]));

        // The share of one of five is below s with probability 1 - (1 - s)^4.
        var below = shares["A.2"].Count(share => share < 0.1);
        Assert.InRange((below - (0.3439 * Drawn.Count)) / Math.Sqrt(0.3439 * 0.6561 * Drawn.Count), -5, 5);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Bounded_weights_keep_their_part_and_share_the_rest_evenly(double kept)
    {
        var shares = Drawn.Draws((2, new BoundedWeights(kept))).Shares();
        foreach (var code in s_five)
        {
            var bound = kept * Drawn.Weights[code] / 15;
            Assert.All(shares[code], share => Assert.True(share >= bound));
            Moments.Are(bound + ((1 - kept) / 5), (1 - kept) * (1 - kept) * 4 / (25.0 * 6), shares[code]);
        }
    }

    [Fact]
    public void Ordinal_weights_keep_their_order_and_are_uniform_within_it()
    {
        var shares = Drawn.Draws((2, new OrdinalWeights())).Shares();
        string[] order = ["A.1", "A.3", "A.5", "A.4", "A.2"];
        for (var place = 0; place < order.Length; place++)
        {
            Assert.All(Enumerable.Range(0, Drawn.Count), draw => Assert.True(place == 0 || shares[order[place]][draw] <= shares[order[place - 1]][draw]));

            // The mean of the k-th largest of n uniform shares: (1/k + ... + 1/n) / n.
            var found = Moments.Of(shares[order[place]]);
            Assert.InRange((found.Mean - (Enumerable.Range(place + 1, 5 - place).Sum(k => 1.0 / k) / 5)) / found.MeanError, -5, 5);
        }
    }

    [Fact]
    public void Equal_weights_stand_in_any_order()
    {
        var shares = Drawn.Draws((2, new OrdinalWeights())).Shares();

        var larger = shares["B.1"].Zip(shares["B.3"]).Count(pair => pair.First > pair.Second);
        Assert.InRange((larger - (Drawn.Count / 2.0)) / Math.Sqrt(Drawn.Count / 4.0), -5, 5);
        Moments.Are((((1 + (1 / 2.0) + (1 / 3.0)) / 3) + (((1 / 2.0) + (1 / 3.0)) / 3)) / 2, Moments.Of(shares["B.3"]).Variance, shares["B.1"]);
        Assert.All(Enumerable.Range(0, Drawn.Count), draw => Assert.True(shares["B.2"][draw] <= Math.Min(shares["B.1"][draw], shares["B.3"][draw])));
    }

    // Of the logarithm of a number that is even in 1 ± f.
    private static double LogVariance(double f)
    {
        var mean = (LogSum(1 + f, 1) - LogSum(1 - f, 1)) / (2 * f);
        return ((LogSum(1 + f, 2) - LogSum(1 - f, 2)) / (2 * f)) - (mean * mean);
    }

    // The integral of the logarithm, or of its square, from 0.
    private static double LogSum(double x, int power) => x == 0 ? 0 : x * (power == 1 ? Math.Log(x) - 1 : (Math.Log(x) * Math.Log(x)) - (2 * Math.Log(x)) + 2);
}
