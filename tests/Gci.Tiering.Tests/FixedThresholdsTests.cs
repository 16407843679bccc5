using Gci.Testing;

namespace Gci.Tiering.Tests;

public sealed class FixedThresholdsTests
{
    private static readonly FixedThresholds s_five = Tiers.Five;

    [Fact]
    public void A_lower_bound_belongs_to_the_tier_above_it() =>
        Assert.Equal("T1 T1 T2 T2 T3 T3 T4 T4 T5 T5", Tiers.Codes(s_five, 100, 95, 94.9, 85, 84.9, 55, 54.9, 20, 19.9, 0));

    [Fact]
    public void A_score_that_is_not_known_has_no_tier()
    {
        Assert.Equal("- T3", Tiers.Codes(s_five, double.NaN, 60));
        Assert.Throws<ArgumentException>(() => s_five.Of(double.NaN, 100));
        Assert.Throws<ArgumentException>(() => s_five.Distance(double.NaN, 100));
    }

    [Fact]
    public void Scores_are_compared_at_nine_decimals() => Assert.Equal("T2 T1", Tiers.Codes(s_five, 94.9999999994, 94.9999999996));

    [Fact]
    public void Three_pillars_of_a_third_of_40_reach_40()
    {
        var scheme = Tiers.Fixed(40, 0);

        Assert.Equal("T1", scheme.Of((40 / 3.0) + (40 / 3.0) + (40 / 3.0), 100).Code);
        Assert.Equal("T1", scheme.Of(40 - 7e-15, 100).Code);
    }

    [Theory]
    [InlineData(20, 19, "T1")]
    [InlineData(20, 18.9999999994, "T2")]
    [InlineData(20, 17, "T2")]
    [InlineData(20, 11, "T3")]
    [InlineData(20, 4, "T4")]
    [InlineData(20, 3.99, "T5")]
    [InlineData(13.333333333333334, 12.666666666666666, "T1")]
    [InlineData(0.3, 0.285, "T1")]
    public void A_pillar_has_the_same_bounds_as_shares_of_its_points(double maximum, double score, string tier) =>
        Assert.Equal(tier, s_five.Of(score, maximum).Code);

    [Fact]
    public void Bounds_are_given_best_first_for_any_maximum()
    {
        Assert.Equal([95.0, 85, 55, 20], s_five.Bounds([], 100));
        Assert.Equal([19.0, 17, 11, 4], s_five.Bounds([], 20));
        Assert.Equal([95.0, 85, 55, 20, 0], s_five.BestFirst.Select(tier => s_five.LowerBound(tier, 100)));
    }

    [Theory]
    [InlineData(97, "T1", null, 2.0)]
    [InlineData(95, "T1", null, 0.0)]
    [InlineData(90, "T2", 5.0, 5.0)]
    [InlineData(20, "T4", 35.0, 0.0)]
    [InlineData(12.5, "T5", 7.5, null)]
    [InlineData(0, "T5", 20.0, null)]
    public void The_distances_to_the_tiers_next_to_it_are_in_points(double score, string tier, double? up, double? down)
    {
        var distance = s_five.Distance(score, 100);

        Assert.Equal((tier, up, down), (distance.Tier.Code, distance.ToNextTierUp, distance.AboveLowerBound));
    }

    [Fact]
    public void Distances_of_a_pillar_are_in_points_of_the_pillar()
    {
        var distance = s_five.Distance(12, 20);

        Assert.Equal(("T3", 5.0, 1.0), (distance.Tier.Code, distance.ToNextTierUp, distance.AboveLowerBound));
    }

    [Fact]
    public void No_distance_is_negative_where_rounding_lifts_a_score_onto_a_bound()
    {
        var distance = s_five.Distance(94.9999999996, 100);

        Assert.Equal(("T1", null, 0.0), (distance.Tier.Code, distance.ToNextTierUp, distance.AboveLowerBound));
        Close.To(6e-10, s_five.Distance(94.9999999994, 100).ToNextTierUp!.Value, "up", 1e-4);
    }

    [Fact]
    public void Bounds_that_do_not_descend_to_0_are_refused()
    {
        foreach (var bounds in (double[][])[[95, 85], [85, 95, 0], [95, 95, 0], [95, double.NaN, 0], [double.PositiveInfinity, 0], [double.NaN]])
        {
            Assert.StartsWith(
                "There is one lower bound a tier", Assert.Throws<ArgumentException>(() => Tiers.Fixed(bounds)).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => new FixedThresholds("short", Tiers.Of(3), [95, 0], 100));
        Assert.Throws<ArgumentException>(() => new FixedThresholds("none", Tiers.Of(3), default, 100));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_maximum_that_nobody_can_reach_is_refused(double maximum)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedThresholds("fixed", Tiers.Of(2), [50, 0], maximum));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_five.Assign([1], maximum));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_five.Of(1, maximum));
    }
}
