using Gci.Scoring.Aggregation;
using Gci.Scoring.Tracing;

namespace Gci.Scoring.Tests.Tracing;

public sealed class CountryScoreTests
{
    private static readonly IndexTree s_tree = Small.TwoPillars;

    private static readonly Scorer s_scorer = new(
        s_tree, WeightSet.Equal(s_tree), Small.Everywhere(s_tree, new Points(), UnknownPolicy.Zero), 100, Small.Quarters(s_tree));

    [Fact]
    public void The_trace_has_the_values_of_the_columns_at_every_node()
    {
        var scores = s_scorer.Score(Small.Answer(s_tree, ("a", 1), ("b", 2), ("d", 3)));

        var trace = scores.Trace(0);

        Assert.Equal("X", trace.Country);
        Assert.Equal(["I", "P", "a", "b", "Q", "c", "d"], trace.Root.AndBelow().Select(part => part.Code));
        Assert.All(trace.Root.AndBelow(), part => Assert.Equal(scores.At(part.Code), part.Value));
        Assert.All(trace.Root.AndBelow(), part => Assert.Equal(s_scorer.Maximum(s_tree[part.Code].Position), part.Maximum));
        Assert.DoesNotContain(trace.Root.AndBelow(), part => part.Observed);
    }

    [Fact]
    public void The_parts_of_points_add_up()
    {
        var trace = s_scorer.Score(Small.Answer(s_tree, ("a", 1), ("b", 2), ("d", 3))).Trace(0);

        Assert.All(
            trace.Root.AndBelow().Where(part => !part.Parts.IsEmpty), part => Assert.Equal(part.Value, part.Parts.Sum(child => child.Value)));
        Assert.Equal(37.5, trace.Root.Value);
    }

    [Fact]
    public void An_observed_node_says_so_and_its_parts_are_unknown()
    {
        var trace = s_scorer.Score(Small.Observe(s_tree, ("P", 30), ("c", 5))).Trace(0);

        Assert.Equal(["P", "c"], trace.Root.AndBelow().Where(part => part.Observed).Select(part => part.Code));
        Assert.Equal(["a", "b"], trace.Root.AndBelow().Where(part => !part.IsKnown).Select(part => part.Code));
        Assert.Equal(35, trace.Root.Value);
    }

    [Fact]
    public void Each_country_is_traced_by_its_own_row()
    {
        var observed = new Observations(s_tree, ["X", "Y"]) { [0, "I"] = 1, [1, "I"] = 2 };

        CountryScore trace = s_scorer.Score(observed).Trace(1);

        Assert.Equal(("Y", 2.0), (trace.Country, trace.Root.Value));
    }
}
