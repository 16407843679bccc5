using System.Globalization;
using Xunit;

namespace Gci.Testing;

/// <summary>Agreement of computed numbers with reference numbers.</summary>
public static class Close
{
    /// <summary>Equal within a share of the reference, or both unknown (NaN).</summary>
    public static void To(double expected, double actual, string what, double tolerance = 1e-12) => Assert.True(
        double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
        string.Create(CultureInfo.InvariantCulture, $"{what}: {actual:R} in place of {expected:R}."));

    /// <summary>The same for whole columns.</summary>
    public static void To(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, string what, double tolerance = 1e-12)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var row = 0; row < expected.Length; row++)
        {
            To(expected[row], actual[row], $"{what}, row {row}", tolerance);
        }
    }
}
