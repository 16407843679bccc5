using Gci.Scoring.Draws;
using Gci.Scoring.Elicitation;

namespace Gci.Scoring.Tests.Draws;

/// <summary>What holds whatever weights are drawn from.</summary>
public sealed class WeightDrawsTests
{
    public static TheoryData<string> Samplers => ["noise:0.25", "noise:1", "dirichlet:0.5", "dirichlet:40", "bounded:0", "bounded:0.6", "ordinal", "ballots"];

    [Theory]
    [MemberData(nameof(Samplers))]
    public void Shares_of_siblings_add_up_to_1(string setting)
    {
        var shares = Drawn.Everywhere(WeightSampler.Of(setting)!).Shares();

        Assert.All(shares["I"], share => Assert.Equal(1, share));
        Assert.All(shares.Values.SelectMany(drawn => drawn), share => Assert.InRange(share, 0, 1 + 1e-15));
        foreach (var group in Drawn.Tree.Nodes.Where(node => !node.IsLeaf && node.Code != "D"))
        {
            Assert.All(Enumerable.Range(0, Drawn.Count), draw => Assert.Equal(1, group.Children.Sum(child => shares[Drawn.Tree.Nodes[child].Code][draw]), 1e-14));
        }
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void A_group_without_weight_keeps_zeros(string setting)
    {
        var shares = Drawn.Everywhere(WeightSampler.Of(setting)!).Shares();

        Assert.All(shares["D.1"].Concat(shares["D.2"]), share => Assert.Equal(0, share));
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void A_node_without_weight_gets_none_unless_experts_gave_it_some(string setting)
    {
        var shares = Drawn.Everywhere(WeightSampler.Of(setting)!).Shares()["C.2"];

        Assert.All(shares, share => Assert.True(setting == "ballots" ? share > 0 : share == 0));
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void A_leaf_has_the_product_of_the_shares_above_it(string setting)
    {
        var draws = Drawn.Everywhere(WeightSampler.Of(setting)!);
        var (shares, effective) = (draws.Shares(), draws.Effective());

        Assert.All(Drawn.Tree.Leaves, leaf => Assert.Equal(Enumerable.Range(0, Drawn.Count).Select(draw => Product(shares, leaf, draw)), effective[leaf.Code]));
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void Another_sampler_at_another_level_changes_nothing_here(string setting)
    {
        var sampler = WeightSampler.Of(setting)!;
        var (alone, mixed) = (Drawn.Draws((2, sampler)).Shares(), Drawn.Draws((1, new OrdinalWeights()), (2, sampler), (3, new BallotWeights())).Shares());

        Assert.All(Drawn.Tree.Nodes.Where(node => node.Depth == 2), node => Assert.Equal(alone[node.Code], mixed[node.Code]));
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void A_node_more_changes_no_other_group(string setting)
    {
        var sampler = WeightSampler.Of(setting)!;
        var larger = IndexTree.Build(Drawn.Tree.Nodes.Select(node => (node.Code, node.Parent < 0 ? null : Drawn.Tree.Nodes[node.Parent].Code)).Append(("B.0", "B")));
        var weights = new WeightSet("larger", Drawn.Weights.ByCode.Add("B.0", 2));
        var (before, after) = (Drawn.Everywhere(sampler).Shares(), Drawn.Draws(larger, weights, (1, sampler), (2, sampler), (3, sampler)).Shares(larger));

        Assert.All(before.Keys.Where(code => !code.StartsWith("B.", StringComparison.Ordinal)), code => Assert.Equal(before[code], after[code]));
        Assert.NotEqual(before["B.1"], after["B.1"]);
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void A_draw_alone_has_the_weights_that_it_has_among_others(string setting)
    {
        var draws = Drawn.Everywhere(WeightSampler.Of(setting)!);
        var (shares, block) = (draws.Shares(), new DrawBlock(7));
        foreach (var draw in (int[])[0, 1, 5, 15, 16, 4001])
        {
            block.Take([draw]);
            var alone = draws.Of(block, Drawn.Weights);
            Assert.All(Drawn.Tree.Nodes, node => Assert.Equal(shares[node.Code][draw], alone[node.Code]));
        }
    }

    [Fact]
    public void Depths_without_a_sampler_keep_their_weights()
    {
        var shares = Drawn.Draws((2, new NoisyWeights(0.5))).Shares();

        Assert.All(shares["A"], share => Assert.Equal(0.4, share));
        Assert.All(shares["A.1.b"], share => Assert.Equal(0.7, share));
        Assert.True(shares["A.1"].Distinct().Count() > Drawn.Count * 0.99);
    }

    [Fact]
    public void A_source_can_take_other_draws_than_the_rest()
    {
        var draws = Drawn.Everywhere(new NoisyWeights(0.5));
        var (shares, block) = (draws.Shares(), new DrawBlock(7));
        block.Take([10]);
        block.Take(WeightDraws.Source(2), [20]);
        var mixed = draws.Of(block, Drawn.Weights);

        Assert.All(Drawn.Tree.Nodes, node => Assert.Equal(shares[node.Code][node.Depth == 2 ? 20 : 10], mixed[node.Code]));
    }

    [Fact]
    public void Weights_of_a_depth_that_is_not_there_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Drawn.Draws((0, new OrdinalWeights())));
        Assert.Throws<ArgumentException>(() => Drawn.Draws((4, new OrdinalWeights())));
    }

    [Fact]
    public void Ballots_are_drawn_from_only_where_there_are_some() => Assert.Throws<ArgumentException>(
        () => new WeightDraws(Drawn.Tree, Drawn.Weights, new Dictionary<int, WeightSampler> { [1] = new BallotWeights() }, []));

    [Fact]
    public void A_block_takes_one_to_sixteen_draws()
    {
        var block = new DrawBlock(7);

        Assert.Throws<ArgumentOutOfRangeException>(() => block.Take([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => block.Take(new long[17]));
        block.Take(new long[16]);
        Assert.Throws<ArgumentOutOfRangeException>(() => block.Take("weights-1", new long[15]));
    }

    private static double Product(Dictionary<string, double[]> shares, IndexNode leaf, int draw) =>
        leaf.Parent < 0 ? 1 : shares[leaf.Code][draw] * Product(shares, Drawn.Tree.Nodes[leaf.Parent], draw);
}
