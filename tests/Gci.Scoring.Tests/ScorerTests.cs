using System.Collections.Immutable;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Credits;

namespace Gci.Scoring.Tests;

public sealed class ScorerTests
{
    private static readonly IndexTree s_tree = Small.TwoPillars;

    private static readonly ImmutableArray<LevelRule> s_levels = Small.Everywhere(s_tree, new Points(), UnknownPolicy.Zero);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_is_at_least_0_and_finite(double weight)
    {
        var weights = WeightSet.Equal(s_tree) with { ByCode = WeightSet.Equal(s_tree).ByCode.SetItem("c", weight) };

        var refusal = Assert.Throws<ArgumentException>(() => new Scorer(s_tree, weights, s_levels, 100));

        Assert.StartsWith("The weight of c is ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_without_a_weight_is_refused()
    {
        var weights = WeightSet.Equal(s_tree) with { ByCode = WeightSet.Equal(s_tree).ByCode.Remove("c") };

        Assert.Equal(
            "The weight set equal has no weight for c.", Assert.Throws<ArgumentException>(() => new Scorer(s_tree, weights, s_levels, 100)).Message);
    }

    [Fact]
    public void A_level_without_a_rule_is_refused()
    {
        Assert.StartsWith(
            "The tree has 3 levels, 2 have a rule.",
            Assert.Throws<ArgumentException>(() => new Scorer(s_tree, WeightSet.Equal(s_tree), s_levels[..2], 100)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Scorer(s_tree, WeightSet.Equal(s_tree), default, 100));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void An_availability_that_is_no_share_is_refused(double availability) => Assert.Throws<ArgumentException>(
        () => new Scorer(s_tree, WeightSet.Equal(s_tree), Small.Everywhere(s_tree, new Points(), UnknownPolicy.Renormalise, availability), 100));

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Points_that_nobody_can_earn_are_refused(double points) =>
        Assert.Throws<ArgumentException>(() => new Scorer(s_tree, WeightSet.Equal(s_tree), s_levels, points));

    [Fact]
    public void A_question_without_a_credit_rule_is_refused()
    {
        var credits = Small.Quarters(s_tree);
        credits.Remove("d");

        var refusal = Assert.Throws<ArgumentException>(() => new Scorer(s_tree, WeightSet.Equal(s_tree), s_levels, 100, credits));

        Assert.StartsWith("The question d has no credit rule.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_another_tree_is_refused()
    {
        var other = Small.Flat(2);
        var scorer = new Scorer(s_tree, WeightSet.Equal(s_tree), s_levels, 100, Small.Quarters(s_tree));

        Assert.Throws<ArgumentException>(() => scorer.Score(new AnswerTable(other, ["X"])));
        Assert.Throws<ArgumentException>(() => scorer.Score(new Observations(other, ["X"])));
        Assert.Throws<ArgumentException>(() => scorer.Score(new AnswerTable(s_tree, ["X"]), new Observations(other, ["X"])));
    }

    [Fact]
    public void A_scorer_without_credit_rules_scores_observations_only()
    {
        var scorer = new Scorer(s_tree, WeightSet.Equal(s_tree), s_levels, 100);

        Assert.Throws<InvalidOperationException>(() => scorer.Score(Small.Answer(s_tree)));
        Assert.Equal(0, scorer.Score(Small.Observe(s_tree)).At("I"));
    }

    [Fact]
    public void No_countries_have_no_scores() =>
        Assert.Empty(new Scorer(s_tree, WeightSet.Equal(s_tree), s_levels, 100).Score(new Observations(s_tree, [])).Countries);

    [Fact]
    public void An_index_of_one_leaf_is_that_leaf()
    {
        var tree = IndexTree.Build([("I", null)]);
        var scorer = new Scorer(tree, WeightSet.Equal(tree), Small.Everywhere(tree, new Points(), UnknownPolicy.Zero), 100, Small.Quarters(tree));

        Assert.Equal(25, scorer.Score(Small.Answer(tree, ("I", 1))).At("I"));
        Assert.Equal(double.NaN, scorer.Score(Small.Answer(tree)).At("I"));
    }

    [Fact]
    public void A_level_that_adds_up_points_needs_an_index_with_points()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new Scorer(s_tree, WeightSet.Equal(s_tree), Small.Everywhere(s_tree, new Points(), UnknownPolicy.Zero)));

        Assert.StartsWith("A level adds up points, and the index has none", refusal.Message, StringComparison.Ordinal);
    }
}
