using Gci.Scoring.Aggregation;

namespace Gci.Scoring.Tests.Aggregation;

public sealed class PointsTests
{
    private static readonly IndexTree s_tree = Small.TwoPillars;

    private static readonly WeightSet s_weights = Small.Weights(("P", 60), ("Q", 40), ("a", 45), ("b", 15), ("c", 10), ("d", 30));

    [Fact]
    public void Points_of_answers_are_added_up()
    {
        var scores = Scorer(UnknownPolicy.Zero).Score(Small.Answer(s_tree, ("a", 4), ("b", 2), ("c", 0), ("d", 1)));

        Assert.Equal(45, scores.At("a"));
        Assert.Equal(7.5, scores.At("b"));
        Assert.Equal(52.5, scores.At("P"));
        Assert.Equal(7.5, scores.At("Q"));
        Assert.Equal(60, scores.At("I"));
    }

    [Fact]
    public void A_question_without_an_answer_earns_nothing_where_unknown_means_zero()
    {
        var scores = Scorer(UnknownPolicy.Zero).Score(Small.Answer(s_tree, ("a", 4)));

        Assert.Equal([45, 0, 45, 0, 0, 0, 45], s_tree.Nodes.Select(node => scores[0, node.Position]));
    }

    [Fact]
    public void Points_of_what_is_known_are_scaled_up_to_the_points_of_the_group()
    {
        var scores = Scorer(UnknownPolicy.Renormalise).Score(Small.Answer(s_tree, ("a", 2), ("d", 4)));

        Assert.Equal(30, scores.At("P"));
        Assert.Equal(40, scores.At("Q"));
        Assert.Equal(70, scores.At("I"));
    }

    [Fact]
    public void A_group_of_no_known_question_is_left_out_in_its_turn()
    {
        var scores = Scorer(UnknownPolicy.Renormalise).Score(Small.Answer(s_tree, ("a", 2), ("b", 2)));

        Assert.Equal(double.NaN, scores.At("Q"));
        Assert.Equal(50, scores.At("I"));
    }

    [Fact]
    public void A_group_whose_known_questions_all_weigh_nothing_is_unknown()
    {
        var weights = Small.Weights(("a", 0), ("b", 1));
        var tree = Small.Flat(2);
        var scorer = new Scorer(tree, weights, Small.Everywhere(tree, new Points(), UnknownPolicy.Renormalise), 100);

        Assert.Equal(double.NaN, scorer.Score(Small.Observe(tree, ("a", 0))).At("I"));
        Assert.Equal(25, scorer.Score(Small.Observe(tree, ("b", 25))).At("I"));
    }

    [Fact]
    public void A_question_that_earlier_answers_made_irrelevant_earns_nothing_and_is_not_unknown()
    {
        var scores = Scorer(UnknownPolicy.Block).Score(Small.Answer(s_tree, ("a", 4), ("b", -1), ("c", 4), ("d", -1)));

        Assert.Equal(0, scores.At("b"));
        Assert.Equal(55, scores.At("I"));
    }

    private static Scorer Scorer(UnknownPolicy unknown) =>
        new(s_tree, s_weights, Small.Everywhere(s_tree, new Points(), unknown), 100, Small.Quarters(s_tree));
}
