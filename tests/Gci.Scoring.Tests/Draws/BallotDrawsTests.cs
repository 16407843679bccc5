using Gci.Scoring.Draws;
using Gci.Scoring.Elicitation;

namespace Gci.Scoring.Tests.Draws;

/// <summary>Weights drawn from the ballots of experts: the bootstrap of a mean.</summary>
public sealed class BallotDrawsTests
{
    private static readonly Dictionary<string, double[]> s_shares = Drawn.Everywhere(new BallotWeights()).Shares();

    [Theory]
    [InlineData("I", "A", "B", "C", "D")]
    [InlineData("A", "A.1", "A.2", "A.3", "A.4", "A.5")]
    [InlineData("C", "C.1", "C.2", "C.3")]
    public void The_mean_is_that_of_the_ballots_and_the_variance_that_of_a_mean(string group, params string[] codes)
    {
        var plain = BudgetAllocation.Weights(Drawn.Tree, Drawn.Ballots, new Dictionary<string, decimal> { [group] = 100 });
        foreach (var code in codes)
        {
            var votes = Moments.Of([.. Drawn.Ballots.Select(ballot => ballot.Points[code] / 100)]);
            Assert.Equal(votes.Mean, (double)plain[code] / 100, 1e-6);
            Moments.Are(votes.Mean, votes.Variance / Drawn.Ballots.Length, s_shares[code]);
        }
    }

    [Fact]
    public void The_same_experts_are_drawn_for_all_groups() =>

        // All experts gave "A", "A.1" and "C.1" the same share.
        Assert.All(Enumerable.Range(0, Drawn.Count), draw => Assert.True(s_shares["A"][draw] == s_shares["A.1"][draw] && s_shares["A"][draw] == s_shares["C.1"][draw]));

    [Fact]
    public void A_group_on_which_nobody_drawn_has_voted_keeps_its_weights()
    {
        // Ada alone voted on "B"; she is not among four drawn of four with probability (3/4)^4.
        var without = s_shares["B.1"].Count(share => share == 0.4);

        Assert.All(s_shares["B.1"], share => Assert.True(share == 0.4 || Math.Abs(share - 0.8) < 1e-15));
        var p = Math.Pow(0.75, 4);
        Assert.InRange((without - (p * Drawn.Count)) / Math.Sqrt(p * (1 - p) * Drawn.Count), -5, 5);
    }

    [Fact]
    public void Where_no_expert_voted_at_all_the_weights_stay() => Assert.All(s_shares["A.1.a"], share => Assert.Equal(0.3, share));

    [Fact]
    public void The_order_of_ballots_is_irrelevant()
    {
        var turned = new WeightDraws(Drawn.Tree, Drawn.Weights, new Dictionary<int, WeightSampler> { [2] = new BallotWeights() }, [.. Drawn.Ballots.Reverse()]).Shares();

        Assert.Equal(s_shares["A.2"], turned["A.2"]);
    }

    [Fact]
    public void One_expert_is_drawn_always()
    {
        var shares = new WeightDraws(Drawn.Tree, Drawn.Weights, new Dictionary<int, WeightSampler> { [1] = new BallotWeights() }, [Drawn.Ballots[2]]).Shares();

        Assert.All(shares["A"], share => Assert.Equal(0.7, share));
    }
}
