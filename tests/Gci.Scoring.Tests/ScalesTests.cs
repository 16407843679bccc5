using Gci.Scoring.Aggregation;
using Gci.Testing;

namespace Gci.Scoring.Tests;

public sealed class ScalesTests
{
    private static readonly IndexTree s_tree = Small.TwoPillars;

    [Fact]
    public void Points_are_shared_out_in_proportion_to_weights()
    {
        var scorer = Scorer(Small.Weights(("P", 3), ("Q", 1), ("a", 2), ("b", 1), ("c", 7), ("d", 0)), 100);

        Assert.Equal([50.0, 25, 75, 25, 0, 25, 100], s_tree.Nodes.Select(node => scorer.Maximum(node.Position)));
        Assert.Equal([0.5, 0.25, 0.75, 0.25, 0, 0.25, 1], s_tree.Nodes.Select(node => scorer.EffectiveWeight(node.Position)));
    }

    // In binary 0.1 + 0.2 is not 0.3, nor are ten tenths 1.
    [Theory]
    [InlineData(0.3, 0.7, 0.1, 0.2, 0.35, 0.35, 1)]
    [InlineData(20, 20, 13.37, 6.63, 19.999999, 0.000001, 40)]
    [InlineData(33.3, 66.7, 11.1, 22.2, 0.7, 66, 100)]
    public void Weights_that_are_points_already_stay_points_to_the_last_bit(double p, double q, double a, double b, double c, double d, double points)
    {
        var weights = Small.Weights(("P", p), ("Q", q), ("a", a), ("b", b), ("c", c), ("d", d));
        var scorer = Scorer(weights, points);

        Assert.All(s_tree.Nodes[..^1], node => Assert.Equal(weights[node.Code], scorer.Maximum(node.Position)));
    }

    [Fact]
    public void Where_all_weights_of_a_group_are_zero_its_children_have_no_points()
    {
        var scorer = Scorer(Small.Weights(("P", 1), ("Q", 0), ("a", 1), ("b", 1), ("c", 0), ("d", 0)), 100);

        Assert.Equal(0, scorer.Maximum(s_tree["c"].Position));
        Assert.Equal(0, scorer.EffectiveWeight(s_tree["Q"].Position));
    }

    [Fact]
    public void A_pillar_without_points_earns_none_of_none_and_blocks_nothing()
    {
        foreach (var aggregator in (Aggregator[])[new Points(), new ArithmeticMean(), new GeometricMean(), new HarmonicMean(), new PowerMean(-2)])
        {
            var weights = Small.Weights(("P", 1), ("Q", 0), ("a", 1), ("b", 1), ("c", 1), ("d", 1));
            var scorer = new Scorer(s_tree, weights, Small.Everywhere(s_tree, aggregator, UnknownPolicy.Block), 100, Small.Quarters(s_tree));

            var scores = scorer.Score(Small.Answer(s_tree, ("a", 4), ("b", 4), ("c", 4), ("d", 4)));

            Assert.Equal(0, scores.At("Q"));
            Assert.Equal(100, scores.At("I"));
        }
    }

    [Fact]
    public void Without_points_every_node_reaches_one()
    {
        var scorer = new Scorer(s_tree, WeightSet.Equal(s_tree), Small.Everywhere(s_tree, new ArithmeticMean(), UnknownPolicy.Zero));

        Assert.All(s_tree.Nodes, node => Assert.Equal(1, scorer.Maximum(node.Position)));
    }

    [Fact]
    public void Effective_weights_of_the_leaves_add_up_to_one()
    {
        var scorer = Scorer(Small.Weights(("P", 0.3), ("Q", 0.4), ("a", 5), ("b", 6), ("c", 0.01), ("d", 0.02)), 100);

        Close.To(1, s_tree.Leaves.Sum(leaf => scorer.EffectiveWeight(leaf.Position)), "sum", 1e-15);
    }

    private static Scorer Scorer(WeightSet weights, double points) =>
        new(s_tree, weights, Small.Everywhere(s_tree, new Points(), UnknownPolicy.Zero), points);
}
