using System.Globalization;
using Gci.Testing;
using Gci.Tiering.Sensitivity;

namespace Gci.Tiering.Tests.Oracle;

public sealed class SobolTests
{
    [Fact]
    public void The_sequence_is_the_one_of_Joe_and_Kuo()
    {
        double[][] expected = [.. File.ReadLines(Shared.Oracle("sobol_sequence_d16_first256_unscrambled.csv")).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        var (sequence, point) = (new SobolSequence(16, null), new double[16]);

        Assert.Equal(256, expected.Length);
        for (var number = 0u; number < 256; number++)
        {
            sequence.Point(number, point);
            Assert.Equal(expected[number], point);
        }
    }

    [Theory]
    [InlineData("linear3", 3)]
    [InlineData("ishigami", 3)]
    public void Indices_from_the_runs_of_the_reference_are_those_of_the_reference(string name, int factors)
    {
        var (runs, expected) = (Shared.OracleTable($"sobol_{name}_sample_y.csv"), Shared.OracleTable($"sobol_{name}_indices.csv"));

        var found = new SobolIndices(2000, factors, hasSecondOrder: false, isPlain: true).Estimate(runs.Numbers("y")).Factors;

        for (var factor = 0; factor < factors; factor++)
        {
            Assert.Equal(expected.Numbers("Si")[factor], found[factor].First, 1e-12);
            Assert.Equal(expected.Numbers("STi")[factor], found[factor].Total, 1e-12);
        }
    }
}
