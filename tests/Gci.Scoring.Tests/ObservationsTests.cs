using Gci.Scoring.Aggregation;

namespace Gci.Scoring.Tests;

public sealed class ObservationsTests
{
    private static readonly IndexTree s_tree = Small.TwoPillars;

    private static readonly Scorer s_scorer = new(
        s_tree, WeightSet.Equal(s_tree), Small.Everywhere(s_tree, new Points(), UnknownPolicy.Zero), 100, Small.Quarters(s_tree));

    [Fact]
    public void Above_an_observed_pillar_all_is_computed_and_below_it_nothing_is_known()
    {
        var scores = s_scorer.Score(Small.Observe(s_tree, ("P", 30), ("Q", 12)));

        Assert.Equal(42, scores.At("I"));
        Assert.All(["a", "b", "c", "d"], leaf => Assert.Equal(double.NaN, scores.At(leaf)));
    }

    [Fact]
    public void Where_only_one_pillar_is_observed_the_leaves_of_the_other_follow_their_rule()
    {
        var scores = s_scorer.Score(Small.Observe(s_tree, ("P", 30), ("c", 20)));

        Assert.Equal(double.NaN, scores.At("a"));
        Assert.Equal(20, scores.At("Q"));
        Assert.Equal(0, scores.At("d"));
        Assert.Equal(50, scores.At("I"));
    }

    [Fact]
    public void An_observed_pillar_stands_in_place_of_what_the_answers_give()
    {
        var answers = Small.Answer(s_tree, ("a", 4), ("b", 4), ("c", 4), ("d", 4));

        var scores = s_scorer.Score(answers, Small.Observe(s_tree, ("P", 7)));

        Assert.Equal(57, scores.At("I"));
        Assert.Equal(double.NaN, scores.At("a"));
        Assert.Equal(25, scores.At("c"));
        Assert.True(scores.IsObserved(0, s_tree["P"].Position));
        Assert.False(scores.IsObserved(0, s_tree["Q"].Position));
    }

    [Fact]
    public void One_country_is_observed_and_its_neighbour_is_computed()
    {
        var observed = new Observations(s_tree, ["X", "Y"]) { [0, "P"] = 10, [1, "a"] = 25 };

        var scores = s_scorer.Score(observed);

        Assert.Equal([10.0, 25.0], scores.Column(s_tree.Root.Position).ToArray());
        Assert.Equal([double.NaN, 25.0], scores.Column(s_tree["a"].Position).ToArray());
    }

    [Fact]
    public void Below_an_observed_root_an_observed_pillar_is_not_known_either()
    {
        var scores = s_scorer.Score(Small.Observe(s_tree, ("I", 90), ("P", 10)));

        Assert.Equal(90, scores.At("I"));
        Assert.Equal(double.NaN, scores.At("P"));
        Assert.False(scores.IsObserved(0, s_tree["P"].Position));
    }

    [Fact]
    public void An_observation_taken_back_is_computed_again()
    {
        var observed = Small.Observe(s_tree, ("P", 10), ("a", 20));
        observed[0, "P"] = double.NaN;

        Assert.Equal(20, s_scorer.Score(observed).At("P"));
    }

    [Fact]
    public void An_infinite_value_is_refused() =>
        Assert.Throws<ArgumentException>(() => Small.Observe(s_tree, ("P", double.PositiveInfinity)));

    [Fact]
    public void A_country_stands_once() => Assert.Throws<ArgumentException>(() => new Observations(s_tree, ["X", "X"]));

    [Fact]
    public void Answers_and_observations_of_other_countries_are_refused() =>
        Assert.Throws<ArgumentException>(() => s_scorer.Score(Small.Answer(s_tree), new Observations(s_tree, ["Y"])));
}
