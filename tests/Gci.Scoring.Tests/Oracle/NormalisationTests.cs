using Gci.Scoring.Normalisation;
using Gci.Testing;

namespace Gci.Scoring.Tests.Oracle;

public sealed class NormalisationTests
{
    [Fact]
    public void Min_max_from_0_to_100_agrees() => Agrees("asem_stage_Treated.csv", "asem_norm_minmax_0_100.csv", new MinMax());

    [Fact]
    public void Min_max_from_1_to_100_agrees() => Agrees("asem_stage_Treated.csv", "asem_norm_minmax_1_100.csv", new MinMax(1, 100));

    [Fact]
    public void Min_max_of_raw_data_with_gaps_agrees() => Agrees("asem_iData.csv", "asem_norm_raw_with_NA_minmax_1_100.csv", new MinMax(1, 100));

    [Fact]
    public void Z_scores_agree() => Agrees("asem_stage_Treated.csv", "asem_norm_zscore_0_1.csv", new ZScore());

    private static void Agrees(string input, string output, Normaliser normaliser)
    {
        var asem = new Asem();
        var (given, expected) = (Shared.OracleTable(input), Shared.OracleTable(output));
        var places = given.Text("uCode").Index().ToDictionary(unit => unit.Item, unit => unit.Index);
        int[] rows = [.. expected.Text("uCode").Select(unit => places[unit])];
        Assert.Equal(asem.Tree.Leaves.Length, expected.Header.Count - 1);
        foreach (var indicator in expected.Header.Skip(1))
        {
            var normalised = normaliser.Apply(given.Numbers(indicator), asem.DirectionOf(indicator));
            Assert.Null(normalised.Warning);
            Close.To(expected.Numbers(indicator), [.. rows.Select(row => normalised.Values[row])], indicator);
        }
    }
}
