using System.Collections.Immutable;
using Gci.Scoring.Aggregation;

namespace Gci.Scoring.Tests;

public sealed class LevelRuleTests
{
    private static readonly IndexTree s_tree = Small.TwoPillars;

    private static readonly WeightSet s_weights = WeightSet.Equal(s_tree);

    public static TheoryData<Aggregator> Aggregators =>
        [new Points(), new ArithmeticMean(), new GeometricMean(), new HarmonicMean(), new PowerMean(3)];

    [Theory]
    [InlineData(UnknownPolicy.Zero, UnknownPolicy.Zero, 25)]
    [InlineData(UnknownPolicy.Zero, UnknownPolicy.Renormalise, 25)]
    [InlineData(UnknownPolicy.Zero, UnknownPolicy.Block, 25)]
    [InlineData(UnknownPolicy.Renormalise, UnknownPolicy.Zero, 50)]
    [InlineData(UnknownPolicy.Renormalise, UnknownPolicy.Renormalise, 100)]
    [InlineData(UnknownPolicy.Renormalise, UnknownPolicy.Block, double.NaN)]
    [InlineData(UnknownPolicy.Block, UnknownPolicy.Zero, 0)]
    [InlineData(UnknownPolicy.Block, UnknownPolicy.Renormalise, double.NaN)]
    [InlineData(UnknownPolicy.Block, UnknownPolicy.Block, double.NaN)]
    public void Each_level_says_for_itself_what_unknown_means(UnknownPolicy leaves, UnknownPolicy pillars, double index)
    {
        foreach (var aggregator in (Aggregator[])[new Points(), new ArithmeticMean()])
        {
            // Of four questions only the first is answered, with full marks.
            var scores = Scorer(aggregator, leaves, pillars).Score(Small.Answer(s_tree, ("a", 4)));

            Assert.Equal(index, scores.At("I"));
        }
    }

    [Theory]
    [MemberData(nameof(Aggregators))]
    public void One_unknown_leaf_that_blocks_makes_the_root_unknown(Aggregator aggregator)
    {
        var scorer = Scorer(aggregator, UnknownPolicy.Block, UnknownPolicy.Block);

        var scores = scorer.Score(Small.Answer(s_tree, ("a", 4), ("b", 4), ("c", 4)));

        Assert.Equal(50, scores.At("P"));
        Assert.Equal(double.NaN, scores.At("Q"));
        Assert.Equal(double.NaN, scores.At("I"));
        Assert.Equal(100, scorer.Score(Small.Answer(s_tree, ("a", 4), ("b", 4), ("c", 4), ("d", 4))).At("I"));
    }

    [Theory]
    [InlineData(0.5, 5, 10)]
    [InlineData(0.9, 9, 10)]
    [InlineData(0.7, 14, 20)]
    [InlineData(0.55, 11, 20)]
    [InlineData(0.28, 7, 25)]
    [InlineData(1, 7, 7)]
    public void A_group_is_known_from_the_availability_on_and_not_just_below_it(double availability, int known, int children)
    {
        foreach (var aggregator in (Aggregator[])[new Points(), new ArithmeticMean()])
        {
            Assert.Equal(1, Score(aggregator, availability, known, children));
            Assert.Equal(double.NaN, Score(aggregator, availability, known - 1, children));
            Assert.Equal(1, Score(aggregator, availability, Math.Min(known + 1, children), children));
        }
    }

    [Fact]
    public void One_known_child_is_needed_even_where_nothing_need_be_available()
    {
        Assert.Equal(double.NaN, Score(new ArithmeticMean(), 0, 0, 4));
        Assert.Equal(1, Score(new ArithmeticMean(), 0, 1, 4));
    }

    [Fact]
    public void Availability_has_no_effect_where_unknown_means_zero()
    {
        var rules = Small.Everywhere(s_tree, new Points(), UnknownPolicy.Zero, 1);

        Assert.Equal(25, new Scorer(s_tree, s_weights, rules, 100, Small.Quarters(s_tree)).Score(Small.Answer(s_tree, ("a", 4))).At("I"));
    }

    private static double Score(Aggregator aggregator, double availability, int known, int children)
    {
        var tree = IndexTree.Build(Enumerable.Range(0, children).Select(leaf => ($"q{leaf:00}", (string?)"I")).Prepend(("I", null)));
        var observed = new Observations(tree, ["X"]);
        for (var leaf = 0; leaf < known; leaf++)
        {
            observed[0, $"q{leaf:00}"] = 1;
        }

        var rules = Small.Everywhere(tree, aggregator, UnknownPolicy.Renormalise, availability);
        var points = aggregator is Points ? children : (double?)null;
        return new Scorer(tree, WeightSet.Equal(tree), rules, points).Score(observed).At("I") / (points ?? 1);
    }

    private static Scorer Scorer(Aggregator aggregator, UnknownPolicy leaves, UnknownPolicy pillars)
    {
        ImmutableArray<LevelRule> rules =
            [new(aggregator, UnknownPolicy.Block), new(aggregator, pillars), new(aggregator, leaves)];
        return new(s_tree, s_weights, rules, 100, Small.Quarters(s_tree));
    }
}
