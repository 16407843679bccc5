using System.Collections.Immutable;
using Gci.Scoring.Aggregation;
using Gci.Testing;

namespace Gci.Scoring.Tests.Oracle;

public sealed class AggregationTests
{
    private const string Complete = "asem_norm_minmax_1_100.csv";
    private const string WithGaps = "asem_norm_raw_with_NA_minmax_1_100.csv";

    [Fact]
    public void Arithmetic_means_agree() => Agrees(Complete, "asem_agg_amean.csv", 0, new ArithmeticMean());

    [Fact]
    public void Geometric_means_agree() => Agrees(Complete, "asem_agg_gmean.csv", 0, new GeometricMean());

    [Fact]
    public void Harmonic_means_agree() => Agrees(Complete, "asem_agg_hmean.csv", 0, new HarmonicMean());

    [Fact]
    public void Power_means_agree() => Agrees(Complete, "asem_agg_genmean_p2.csv", 0, new PowerMean(2));

    [Fact]
    public void A_mean_of_its_own_for_each_level_agrees() =>
        Agrees(Complete, "asem_agg_mixed_amean_amean_gmean.csv", 0, new ArithmeticMean(), new ArithmeticMean(), new GeometricMean());

    [Fact]
    public void Arithmetic_means_of_what_is_known_agree() => Agrees(WithGaps, "asem_agg_rawNA_a_amean.csv", 0, new ArithmeticMean());

    [Fact]
    public void Geometric_means_of_what_is_known_agree() => Agrees(WithGaps, "asem_agg_rawNA_a_gmean.csv", 0, new GeometricMean());

    [Fact]
    public void Groups_of_which_less_than_nine_tenths_is_known_agree() =>
        Agrees(WithGaps, "asem_agg_rawNA_amean_datthresh09.csv", 0.9, new ArithmeticMean());

    [Fact]
    public void Effective_weights_agree()
    {
        var asem = new Asem();
        var scorer = asem.Scorer(asem.Weights, 0, new ArithmeticMean());
        var expected = Shared.OracleTable("asem_weights_effective.csv");
        Assert.Equal(asem.Tree.Nodes.Length, expected.Count);
        foreach (var (code, weight) in expected.Text("iCode").Zip(expected.Numbers("EffWeight")))
        {
            Close.To(weight, scorer.EffectiveWeight(asem.Tree[code].Position), code);
        }
    }

    [Fact]
    public void A_thousand_drawn_weight_sets_give_the_reference_scores()
    {
        var asem = new Asem();
        // Unlike the aggregations, the draws were scored on [0, 100].
        var observed = asem.Observe("asem_norm_minmax_0_100.csv");
        var (drawn, expected) = (Shared.OracleTable("ua_weights_1000.csv"), Shared.OracleTable("ua_scores_1000.csv"));
        var weights = drawn.Header.Skip(1).ToDictionary(code => code, drawn.Numbers);
        Assert.Equal(observed.Countries, expected.Text("uCode"));
        Assert.Equal(1000, drawn.Count);
        for (var draw = 0; draw < drawn.Count; draw++)
        {
            var drawnWeights = weights.ToImmutableDictionary(pair => pair.Key, pair => pair.Value[draw], StringComparer.Ordinal);
            var scores = asem.Scorer(new("drawn", drawnWeights), 0, new ArithmeticMean()).Score(observed);
            Close.To(expected.Numbers($"X{draw + 1}"), scores.Column(asem.Tree.Root.Position), $"draw {draw + 1}");
        }
    }

    private static void Agrees(string input, string output, double availability, params ReadOnlySpan<Mean> bottomUp)
    {
        var asem = new Asem();
        var scores = asem.Scorer(asem.Weights, availability, bottomUp).Score(asem.Observe(input));
        var expected = Shared.OracleTable(output);
        Assert.Equal(scores.Countries, expected.Text("uCode"));
        Assert.Equal(asem.Tree.Nodes.Length, expected.Header.Count - 1);
        foreach (var code in expected.Header.Skip(1))
        {
            Close.To(expected.Numbers(code), scores.Column(asem.Tree[code].Position), code);
        }
    }
}
