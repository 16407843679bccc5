using System.Collections.Immutable;
using Gci.Scoring.Elicitation;

namespace Gci.Scoring.Tests.Elicitation;

public sealed class BudgetAllocationTests
{
    private static readonly IndexTree s_tree = Small.TwoPillars;

    private static readonly Dictionary<string, decimal> s_given = new() { ["P"] = 60, ["Q"] = 40 };

    private static readonly Ballot[] s_ballots =
    [
        Ballot("Ada", ("a", 70), ("b", 30), ("c", 20), ("d", 80)),
        Ballot("Ben", ("a", 40), ("b", 60)),
        Ballot("Cy", ("c", 50), ("d", 50)),
        Ballot("Di", ("a", 10), ("b", 90), ("c", 0), ("d", 100)),
    ];

    [Fact]
    public void Weights_are_the_means_of_the_experts_who_voted_on_the_group()
    {
        var weights = BudgetAllocation.Weights(s_tree, s_ballots, s_given);

        Assert.Equal(
            [("P", 60m), ("Q", 40m), ("a", 24m), ("b", 36m), ("c", 9.333333m), ("d", 30.666667m)],
            weights.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Where_nobody_voted_the_shares_are_equal_and_the_sum_is_exact()
    {
        var tree = Small.Flat(3);

        var weights = BudgetAllocation.Weights(tree, [], new Dictionary<string, decimal> { ["I"] = 100 });

        Assert.Equal([33.333334m, 33.333333m, 33.333333m], tree.Leaves.Select(leaf => weights[leaf.Code]));
    }

    [Fact]
    public void Points_given_to_the_root_are_handed_down_all_levels()
    {
        var ballot = Ballot("Ada", ("P", 75), ("Q", 25), ("a", 20), ("b", 80));

        var weights = BudgetAllocation.Weights(s_tree, [ballot], new Dictionary<string, decimal> { ["I"] = 100 });

        Assert.Equal(
            [("I", 100m), ("P", 75m), ("Q", 25m), ("a", 15m), ("b", 60m), ("c", 12.5m), ("d", 12.5m)],
            weights.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void A_budget_not_spent_to_the_last_point_counts_by_its_proportions() =>
        Assert.Equal(45m, BudgetAllocation.Weights(s_tree, [Ballot("Ada", ("a", 3), ("b", 1))], s_given)["a"]);

    [Fact]
    public void The_children_add_up_to_their_parent_to_the_last_decimal_whatever_the_votes()
    {
        var tree = Small.Flat(11);
        var random = new Random(2024);
        for (var run = 0; run < 200; run++)
        {
            Ballot[] ballots = [.. Enumerable.Range(0, 7).Select(expert =>
                Ballot($"E{expert}", [.. tree.Leaves.Select(leaf => (leaf.Code, random.NextDouble() * 30))]))];
            var points = Math.Round((decimal)random.NextDouble() * 100, 6);

            var weights = BudgetAllocation.Weights(tree, ballots, new Dictionary<string, decimal> { ["I"] = points });

            Assert.Equal(points, tree.Leaves.Sum(leaf => weights[leaf.Code]));
            Assert.All(tree.Leaves, leaf => Assert.Equal(Math.Round(weights[leaf.Code], 6), weights[leaf.Code]));
            Assert.Equal(weights, BudgetAllocation.Weights(tree, ballots.Reverse(), new Dictionary<string, decimal> { ["I"] = points }));
        }
    }

    [Fact]
    public void The_order_of_ballots_is_irrelevant() =>
        Assert.Equal(BudgetAllocation.Weights(s_tree, s_ballots, s_given), BudgetAllocation.Weights(s_tree, s_ballots.Reverse(), s_given));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_vote_that_is_no_number_of_points_is_refused(double points)
    {
        var refusal = Assert.Throws<ArgumentException>(() => BudgetAllocation.Weights(s_tree, [Ballot("Ada", ("a", points), ("b", 50))], s_given));

        Assert.StartsWith("The ballot of Ada gives a ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_points_finer_than_six_decimals_are_refused() => Assert.Throws<ArgumentException>(
        () => BudgetAllocation.Weights(s_tree, s_ballots, new Dictionary<string, decimal> { ["P"] = 13.3333333m }));

    private static Ballot Ballot(string expert, params ReadOnlySpan<(string Code, double Points)> points)
    {
        var votes = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var (code, value) in points)
        {
            votes.Add(code, value);
        }

        return new(expert, votes.ToImmutable());
    }
}
