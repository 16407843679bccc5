using Gci.Scoring.Aggregation;
using Gci.Testing;

namespace Gci.Scoring.Tests.Aggregation;

public sealed class MeanTests
{
    private static readonly IndexTree s_tree = Small.Flat(3);

    public static TheoryData<Mean, double> Means => new()
    {
        { new ArithmeticMean(), (2 + 8 + (2 * 4)) / 4.0 },
        { new GeometricMean(), 4 },
        { new HarmonicMean(), 4 / ((1 / 2.0) + (1 / 8.0) + (2 / 4.0)) },
        { new PowerMean(2), Math.Sqrt((4 + 64 + (2 * 16)) / 4.0) },
        { new PowerMean(0), 4 },
        { new PowerMean(1), 4.5 },
        { new PowerMean(-1), 4 / 1.125 },
    };

    public static TheoryData<Mean> EachMean => [.. ((IEnumerable<TheoryDataRow<Mean, double>>)Means).Select(row => row.Data.Item1)];

    public static TheoryData<Mean> ZeroMakesZero => [new GeometricMean(), new HarmonicMean(), new PowerMean(0), new PowerMean(-2)];

    [Theory]
    [MemberData(nameof(Means))]
    public void The_mean_of_2_and_8_and_twice_4_is_worked_out_by_hand(Mean mean, double expected) =>
        Close.To(expected, Score(mean, ("a", 2), ("b", 8), ("c", 4)), mean.Name, 1e-15);

    [Theory]
    [MemberData(nameof(EachMean))]
    public void A_mean_of_equal_values_is_that_value(Mean mean)
    {
        Assert.Equal(1, Score(mean, ("a", 1), ("b", 1), ("c", 1)));
        Close.To(7, Score(mean, ("a", 7), ("b", 7), ("c", 7)), mean.Name, 1e-15);
    }

    [Theory]
    [MemberData(nameof(ZeroMakesZero))]
    public void One_zero_makes_the_whole_group_zero(Mean mean) => Assert.Equal(0, Score(mean, ("a", 0), ("b", 8), ("c", 4)));

    [Theory]
    [MemberData(nameof(ZeroMakesZero))]
    public void Zeros_of_either_sign_make_zero(Mean mean) => Assert.Equal(0, Score(mean, ("a", 0), ("b", -0.0), ("c", 4)));

    [Theory]
    [MemberData(nameof(ZeroMakesZero))]
    public void A_negative_value_is_refused(Mean mean)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Score(mean, ("a", -1), ("b", 8), ("c", 4)));

        Assert.Contains("takes values of at least 0; rescale them first.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_power_is_a_number(double power) => Assert.Throws<ArgumentException>(() => new PowerMean(power));

    [Fact]
    public void An_arithmetic_mean_takes_negative_values() => Assert.Equal(0.25, Score(new ArithmeticMean(), ("a", -3), ("b", 2), ("c", 1)));

    [Theory]
    [MemberData(nameof(EachMean))]
    public void A_child_of_weight_zero_changes_nothing_not_even_by_a_zero(Mean mean)
    {
        var weights = Small.Weights(("a", 0), ("b", 1), ("c", 0));
        Close.To(8, Score(mean, weights, ("a", 0), ("b", 8), ("c", 4)), mean.Name, 1e-15);
        Assert.Equal(double.NaN, Score(mean, weights, ("a", 5), ("c", 4)));
    }

    [Theory]
    [MemberData(nameof(EachMean))]
    public void What_is_unknown_is_left_out_and_the_other_weights_count_for_more(Mean mean)
    {
        var weights = Small.Weights(("a", 2), ("b", 5), ("c", 2));

        Close.To(Score(mean, ("a", 3), ("b", 3), ("c", 9)), Score(mean, weights, ("a", 3), ("c", 9)), mean.Name, 1e-15);
    }

    [Fact]
    public void A_mean_of_points_averages_the_shares_reached()
    {
        var tree = Small.TwoPillars;
        var weights = Small.Weights(("P", 75), ("Q", 25), ("a", 50), ("b", 25), ("c", 20), ("d", 5));
        var scorer = new Scorer(tree, weights, Small.Everywhere(tree, new GeometricMean(), UnknownPolicy.Block), 100);

        var scores = scorer.Score(Small.Observe(tree, ("P", 75), ("Q", 25 / 16.0)));

        Close.To(100 * Math.Pow(1 / 16.0, 0.25), scores.At("I"), "I", 1e-15);
    }

    private static double Score(Mean mean, params ReadOnlySpan<(string, double)> values) =>
        Score(mean, Small.Weights(("a", 1), ("b", 1), ("c", 2)), values);

    private static double Score(Mean mean, WeightSet weights, params ReadOnlySpan<(string, double)> values) =>
        new Scorer(s_tree, weights, Small.Everywhere(s_tree, mean, UnknownPolicy.Renormalise)).Score(Small.Observe(s_tree, values)).At("I");
}
