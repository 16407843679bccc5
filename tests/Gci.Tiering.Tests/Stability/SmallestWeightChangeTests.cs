using CsCheck;
using Gci.Testing;
using Gci.Tiering.Stability;

namespace Gci.Tiering.Tests.Stability;

public sealed class SmallestWeightChangeTests
{
    private static readonly Gen<double> s_points = Gen.Int[0, 10_000].Select(hundredths => hundredths / 100.0);

    // Some parts have no weight, and some earn the same.
    private static readonly Gen<(double[] Weights, double[] Earned, double Target)> s_cases = Gen.Int[2, 12].SelectMany(parts => Gen.Select(
        Gen.Frequency((4, Gen.Int[1, 1000].Select(weight => weight / 1000.0)), (1, Gen.Const(0.0))).Array[parts].Where(weights => weights.Sum() > 0),
        Gen.Frequency((3, s_points), (1, Gen.Int[0, 4].Select(quarter => quarter * 25.0))).Array[parts],
        Gen.Frequency((9, Gen.Double[0, 1]), (1, Gen.OneOf(0.0, 1))))).Select((weights, earned, share) =>
        (weights.Select(weight => weight / weights.Sum()).ToArray(), earned, Math.Clamp(earned.Min() + (share * (earned.Max() - earned.Min())), earned.Min(), earned.Max())));

    // x - mean = (-30, 0, 30), of length 30 √2; the score of 50 is to rise to 56: μ = 6 / 1800.
    [Fact]
    public void The_closed_form_worked_by_hand()
    {
        var found = SmallestWeightChange.To([0.25, 0.5, 0.25], [20, 50, 80], 56)!;

        Close.To(6 / Math.Sqrt(1800), found.Length, "length");
        Close.To([0.15, 0.5, 0.35], found.Weights.AsSpan(), "weight");
        Close.To([-0.1, 0, 0.1], [.. found.Change.Select(part => Math.Round(part, 15))], "change");
    }

    // From 50 to 75 the first weight would be 0.25 - 30 × 25 / 1800 < 0. At 0 the others bear it: v2 + v3 = 1, 50 v2 + 80 v3 = 75.
    [Fact]
    public void A_weight_that_would_turn_negative_stops_at_0()
    {
        var found = SmallestWeightChange.To([0.25, 0.5, 0.25], [20, 50, 80], 75)!;

        Close.To([0, 1 / 6.0, 5 / 6.0], found.Weights.AsSpan(), "weight");
        Close.To(Math.Sqrt((1 / 16.0) + (1 / 9.0) + (49 / 144.0)), found.Length, "length");
    }

    [Fact]
    public void A_part_without_weight_gains_some_where_that_helps_and_else_stays_without()
    {
        Close.To([0.4, 0.4, 0.2], SmallestWeightChange.To([0.5, 0.5, 0], [50, 50, 80], 56)!.Weights.AsSpan(), "weight");
        Assert.Equal(0, SmallestWeightChange.To([0.5, 0.5, 0], [40, 60, 10], 56)!.Weights[2]);
    }

    [Fact]
    public void What_lies_beyond_everything_earned_is_out_of_reach()
    {
        Assert.Null(SmallestWeightChange.To([0.5, 0.5], [20, 80], 80.1));
        Assert.Null(SmallestWeightChange.To([0.5, 0.5], [20, 80], 19.9));
        Assert.Equal([0, 1.0], SmallestWeightChange.To([0.5, 0.5], [20, 80], 80)!.Weights);
        Assert.Equal(0, SmallestWeightChange.To([0.5, 0.5], [30, 30], 30)!.Length);
    }

    [Fact]
    public void The_nearer_of_both_tiers_is_chosen()
    {
        Assert.Equal(55, SmallestWeightChange.OfTier([0.5, 0.5], [20, 80], Tiers.Five, 100)!.Target);
        Assert.Equal(85, SmallestWeightChange.OfTier([0.1, 0.9], [20, 90], Tiers.Five, 100)!.Target);
        Assert.Equal(20, SmallestWeightChange.OfTier([0.5, 0.5], [10, 40], Tiers.Five, 100)!.Target);
    }

    // All parts lie within one tier, one of them on its lower bound, which is not below it.
    [Fact]
    public void Where_no_weights_change_the_tier_there_is_no_change() => Assert.Null(SmallestWeightChange.OfTier([0.5, 0.5], [55, 80], Tiers.Five, 100));

    [Theory]
    [InlineData(new[] { 0.5, 0.4 }, new[] { 1.0, 2 }, 1.5)]
    [InlineData(new[] { 1.5, -0.5 }, new[] { 1.0, 2 }, 1.5)]
    [InlineData(new[] { 0.5, 0.5 }, new[] { 1.0, double.NaN }, 1.5)]
    [InlineData(new[] { 0.5, 0.5 }, new[] { 1.0 }, 1.5)]
    [InlineData(new[] { 0.5, 0.5 }, new[] { 1.0, 2 }, double.NaN)]
    [InlineData(new double[0], new double[0], 1.5)]
    public void Weights_that_are_no_shares_and_parts_that_are_unknown_are_refused(double[] weights, double[] earned, double target) =>
        Assert.Throws<ArgumentException>(() => SmallestWeightChange.To(weights, earned, target));

    [Fact]
    public void The_weights_are_shares_and_lead_to_the_target() => s_cases.Sample((weights, earned, target) =>
    {
        var found = SmallestWeightChange.To(weights, earned, target)!;
        return found.Weights.All(weight => weight >= 0) && Math.Abs(found.Weights.Sum() - 1) < 1e-12
            && Math.Abs(found.Weights.Zip(earned, (weight, part) => weight * part).Sum() - target) < 1e-10
            && Math.Abs(found.Change.Sum()) < 1e-12;
    });

    // The change is λ + μ x where weight is left and never less than that elsewhere: then it is the smallest, and the only one.
    [Fact]
    public void The_conditions_of_optimality_hold() => s_cases.Sample((weights, earned, target) =>
    {
        var found = SmallestWeightChange.To(weights, earned, target)!;
        int[] left = [.. Enumerable.Range(0, weights.Length).Where(part => found.Weights[part] > 1e-12)];
        var (mean, level) = (left.Average(part => earned[part]), left.Average(part => found.Change[part]));
        var spread = left.Sum(part => Math.Pow(earned[part] - mean, 2));
        if (spread < 1e-9)
        {
            // Only the best or only the worst parts are left: any large enough slope does.
            return earned.All(part => part <= mean + 1e-9) || earned.All(part => part >= mean - 1e-9);
        }

        var slope = left.Sum(part => (earned[part] - mean) * (found.Change[part] - level)) / spread;
        return Enumerable.Range(0, weights.Length).All(part => left.Contains(part)
            ? Math.Abs(found.Change[part] - level - (slope * (earned[part] - mean))) < 1e-9
            : found.Change[part] >= level + (slope * (earned[part] - mean)) - 1e-9);
    });

    [Fact]
    public void The_closed_form_holds_where_no_weight_turns_negative_and_is_a_bound_elsewhere() => s_cases.Sample((weights, earned, target) =>
    {
        var (score, mean) = (weights.Zip(earned, (weight, part) => weight * part).Sum(), earned.Average());
        var spread = earned.Sum(part => Math.Pow(part - mean, 2));
        var closed = spread == 0 ? 0 : Math.Abs(target - score) / Math.Sqrt(spread);
        var isInside = spread == 0 || weights.Zip(earned).All(pair => pair.First + ((target - score) / spread * (pair.Second - mean)) >= 0);
        var length = SmallestWeightChange.To(weights, earned, target)!.Length;
        return isInside ? Math.Abs(length - closed) < 1e-9 : length >= closed - 1e-9;
    });

    // In three dimensions the weights that lead to a target are a segment: the nearest of a hundred thousand of its points.
    [Fact]
    public void A_search_through_all_weights_finds_no_smaller_change() => Gen.Select(
        Gen.Double[0.01, 1].Array[3], s_points.Array[3].Where(earned => Math.Abs(earned[0] - earned[1]) > 1), Gen.Double[0.01, 0.99]).Sample((weights, earned, share) =>
    {
        double[] w = [.. weights.Select(weight => weight / weights.Sum())];
        var target = earned.Min() + (share * (earned.Max() - earned.Min()));
        var least = double.PositiveInfinity;
        for (var step = 0; step <= 100_000; step++)
        {
            var third = step / 100_000.0;
            var first = (target - (third * earned[2]) - ((1 - third) * earned[1])) / (earned[0] - earned[1]);
            if (first >= 0 && first + third <= 1)
            {
                least = Math.Min(least, Math.Sqrt(Math.Pow(first - w[0], 2) + Math.Pow(1 - third - first - w[1], 2) + Math.Pow(third - w[2], 2)));
            }
        }

        var length = SmallestWeightChange.To(w, earned, target)!.Length;
        return length <= least + 1e-9 && (double.IsInfinity(least) || least <= length + 0.01);
    }, iter: 30);

    [Fact]
    public void The_tier_above_is_reached_by_the_change() => s_cases.Sample((weights, earned, _) =>
    {
        var before = Tiers.Five.Of(weights.Zip(earned, (weight, part) => weight * part).Sum(), 100);
        if (before.Place == 0 || SmallestWeightChange.To(weights, earned, Tiers.Five.LowerBound(Tiers.Five.BestFirst[before.Place - 1], 100)) is not { } found)
        {
            return true;
        }

        return Tiers.Five.Of(found.Weights.Zip(earned, (weight, part) => weight * part).Sum(), 100).Place == before.Place - 1;
    });
}
