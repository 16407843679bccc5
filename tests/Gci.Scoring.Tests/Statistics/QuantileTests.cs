using Gci.Scoring.Statistics;
using Gci.Testing;

namespace Gci.Scoring.Tests.Statistics;

public sealed class QuantileTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2.5)]
    [InlineData(0.3, 3)]
    [InlineData(0.5, 5)]
    [InlineData(0.9, 18.5)]
    [InlineData(1, 21)]
    public void Quantiles_lie_on_the_line_between_neighbours(double share, double expected) =>
        Close.To(expected, Quantile.Of([1, 2, 4, 6, 16, 21], share), "quantile");

    [Fact]
    public void The_only_value_is_every_quantile() => Assert.Equal(7, Quantile.Of([7], 0.3));

    [Fact]
    public void Of_no_values_there_is_no_quantile() => Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([], 0.5));
}
