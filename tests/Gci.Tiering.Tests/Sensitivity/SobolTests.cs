using Gci.Tiering.Sensitivity;

namespace Gci.Tiering.Tests.Sensitivity;

/// <summary>Functions whose indices are known exactly.</summary>
public sealed class SobolTests
{
    private const int Size = 512;

    private static double Linear(ReadOnlySpan<double> x) => x[0] + (2 * x[1]) + (3 * x[2]);

    private static double Ishigami(ReadOnlySpan<double> x)
    {
        double[] at = [.. x.ToArray().Select(one => Math.PI * ((2 * one) - 1))];
        return Math.Sin(at[0]) + (7 * Math.Pow(Math.Sin(at[1]), 2)) + (0.1 * Math.Pow(at[2], 4) * Math.Sin(at[0]));
    }

    private static readonly double[] s_a = [0, 1, 4.5, 9, 99, 99, 99, 99];

    private static double G(ReadOnlySpan<double> x)
    {
        var product = 1.0;
        for (var factor = 0; factor < s_a.Length; factor++)
        {
            product *= (Math.Abs((4 * x[factor]) - 2) + s_a[factor]) / (1 + s_a[factor]);
        }

        return product;
    }

    [Fact]
    public void A_sum_is_split_as_its_coefficients_say() =>
        AssertError(3, Linear, [1 / 14.0, 4 / 14.0, 9 / 14.0], [1 / 14.0, 4 / 14.0, 9 / 14.0], 0.0009, 0.0006);

    [Fact]
    public void The_function_of_Ishigami_is_split_as_worked_out() =>
        AssertError(3, Ishigami, [0.31390519, 0.44241114, 0], [0.55758886, 0.44241114, 0.24368366], 0.0190, 0.0341);

    [Fact]
    public void The_function_of_Sobol_is_split_as_worked_out()
    {
        double[] parts = [.. s_a.Select(a => 1 / (3 * (1 + a) * (1 + a)))];
        var all = parts.Aggregate(1.0, (product, part) => product * (1 + part));
        AssertError(8, G, [.. parts.Select(part => part / (all - 1))], [.. parts.Select(part => part * all / (1 + part) / (all - 1))], 0.0081, 0.0111);
    }

    [Fact]
    public void What_two_factors_do_only_together_is_found()
    {
        var found = Run(3, Ishigami, 8192, 1, true);

        Assert.Equal(0.24368, found.Second(0, 2), 0.02);
        Assert.Equal(0, found.Second(0, 1), 0.02);
    }

    [Fact]
    public void A_constant_outcome_has_no_indices()
    {
        Assert.All(Run(2, _ => 5, 64, 1).Estimate(), index => Assert.True(double.IsNaN(index.First) && double.IsNaN(index.Total)));
    }

    [Fact]
    public void Intervals_hold_the_estimates_and_shrink_with_more_rows()
    {
        var (few, many) = (Run(3, Ishigami, 256, 3), Run(3, Ishigami, 4096, 3));
        var (wide, narrow, found) = (few.Bootstrap(100, 0.95, 1), many.Bootstrap(100, 0.95, 1), few.Estimate());

        for (var factor = 0; factor < 3; factor++)
        {
            Assert.InRange(found[factor].Total, wide[factor].Low.Total, wide[factor].High.Total);
            Assert.True(narrow[factor].High.Total - narrow[factor].Low.Total < wide[factor].High.Total - wide[factor].Low.Total);
        }
    }

    // No worse than the best that was measured in the field: the root of the mean squared error over the factors, mean of twenty seeds.
    private static void AssertError(int factors, Model model, double[] first, double[] total, double mostFirst, double mostTotal)
    {
        var (errorFirst, errorTotal) = (0.0, 0.0);
        for (var seed = 1; seed <= 20; seed++)
        {
            var found = Run(factors, model, Size, (ulong)seed).Estimate();
            errorFirst += Math.Sqrt(found.Zip(first, (index, truth) => Math.Pow(index.First - truth, 2)).Average()) / 20;
            errorTotal += Math.Sqrt(found.Zip(total, (index, truth) => Math.Pow(index.Total - truth, 2)).Average()) / 20;
        }

        Assert.True(errorFirst <= mostFirst && errorTotal <= mostTotal, $"{errorFirst:0.0000} {errorTotal:0.0000}");
    }

    private static SobolIndices Run(int factors, Model model, int size, ulong seed, bool hasSecondOrder = false)
    {
        var design = new SobolDesign(size, factors, hasSecondOrder, seed);
        var (outcomes, inputs) = (new double[design.Runs], new double[factors]);
        for (var run = 0; run < outcomes.Length; run++)
        {
            design.Inputs(run, inputs);
            outcomes[run] = model(inputs);
        }

        return new(outcomes, size, factors, hasSecondOrder);
    }

    private delegate double Model(ReadOnlySpan<double> inputs);
}
