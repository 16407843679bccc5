using System.Collections.Immutable;
using CsCheck;
using Gci.Scoring.Aggregation;

namespace Gci.Scoring.Tests.Properties;

public sealed class WeightTests
{
    [Fact]
    public void Weights_times_a_factor_change_nothing() =>
        Gen.Select(RandomIndex.Any, Gen.Int[0, int.MaxValue], Gen.Double[0.001, 1000]).Sample((index, seed, factor) =>
        {
            var (scores, scaled) = Both(index, seed, factor);
            return index.Tree.Nodes.All(node => scores.Column(node.Position).ToArray().Zip(scaled.Column(node.Position).ToArray())
                .All(pair => double.IsNaN(pair.First) ? double.IsNaN(pair.Second) : Math.Abs(pair.First - pair.Second) <= 1e-12 * pair.First));
        });

    [Fact]
    public void Weights_times_a_power_of_two_change_not_one_bit() =>
        Gen.Select(RandomIndex.Any, Gen.Int[0, int.MaxValue], Gen.Int[-20, 20]).Sample((index, seed, exponent) =>
        {
            var (scores, scaled) = Both(index, seed, Math.ScaleB(1, exponent));
            return Bits.Same(scores, scaled);
        });

    [Fact]
    public void Weights_that_are_points_already_change_not_one_bit_when_doubled()
    {
        var tree = Small.TwoPillars;
        var weights = Small.Weights(("P", 13.4), ("Q", 6.6), ("a", 4.7), ("b", 8.7), ("c", 6.1), ("d", 0.5));
        var doubled = Small.Weights(("P", 26.8), ("Q", 13.2), ("a", 9.4), ("b", 17.4), ("c", 12.2), ("d", 1));
        var levels = Small.Everywhere(tree, new Points(), UnknownPolicy.Zero);
        var (scorer, other) = (new Scorer(tree, weights, levels, 20), new Scorer(tree, doubled, levels, 20));

        Assert.All(tree.Nodes, node => Assert.Equal(scorer.Maximum(node.Position), other.Maximum(node.Position)));
    }

    [Fact]
    public void Effective_weights_of_siblings_add_up_to_their_parents() => RandomIndex.Any.Sample(index =>
        index.Tree.Nodes.Where(node => !node.IsLeaf).All(node =>
            Math.Abs(node.Children.Sum(index.Scorer.EffectiveWeight) - index.Scorer.EffectiveWeight(node.Position)) <= 1e-14));

    private static (Scores Scores, Scores Scaled) Both(RandomIndex index, int seed, double factor)
    {
        var answers = index.Answers(9, seed, 1);
        var weights = index.Weights.ByCode.ToImmutableDictionary(pair => pair.Key, pair => pair.Value * factor, StringComparer.Ordinal);
        return (index.Scorer.Score(answers), index.Score(index.Tree, new("scaled", weights)).Score(answers));
    }
}
