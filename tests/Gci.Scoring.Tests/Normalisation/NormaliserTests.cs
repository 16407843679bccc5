using Gci.Scoring.Normalisation;
using Gci.Testing;

namespace Gci.Scoring.Tests.Normalisation;

public sealed class NormaliserTests
{
    private static readonly double[] s_column = [2, double.NaN, 4, 10, 4];

    public static TheoryData<Normaliser, Direction, double[]> ByHand => new()
    {
        { new MinMax(), Direction.Higher, [0, double.NaN, 25, 100, 25] },
        { new MinMax(), Direction.Lower, [100, double.NaN, 75, 0, 75] },
        { new MinMax(1, 9), Direction.Higher, [1, double.NaN, 3, 9, 3] },
        { new ZScore(), Direction.Higher, [-3 / Math.Sqrt(12), double.NaN, -1 / Math.Sqrt(12), 5 / Math.Sqrt(12), -1 / Math.Sqrt(12)] },
        { new ZScore(10, Math.Sqrt(12)), Direction.Lower, [13, double.NaN, 11, 5, 11] },
        { new Percentile(), Direction.Higher, [0, double.NaN, 1 / 3.0, 1, 1 / 3.0] },
        { new Percentile(), Direction.Lower, [1, double.NaN, 1 / 3.0, 0, 1 / 3.0] },
        { new Goalposts(3, 8, 20), Direction.Higher, [0, double.NaN, 4, 20, 4] },
        { new Goalposts(3, 8, 20), Direction.Lower, [20, double.NaN, 16, 0, 16] },
        { new DistanceToTarget(6), Direction.Higher, [0, double.NaN, 0.5, 2, 0.5] },
        { new DistanceToTarget(6, Capped: true), Direction.Higher, [0, double.NaN, 0.5, 1, 0.5] },
        { new DistanceToTarget(6), Direction.Lower, [2, double.NaN, 1.5, 0, 1.5] },
        { new PointsShare(20), Direction.Higher, [0.1, double.NaN, 0.2, 0.5, 0.2] },
        { new PointsShare(20), Direction.Lower, [0.9, double.NaN, 0.8, 0.5, 0.8] },
    };

    public static TheoryData<Normaliser> All =>
        [new MinMax(), new ZScore(), new Percentile(), new Goalposts(0, 10), new DistanceToTarget(10), new PointsShare(10)];

    public static TheoryData<Normaliser, double> Middles => new()
    {
        { new MinMax(), 50 }, { new MinMax(1, 9), 5 }, { new ZScore(10, 2), 10 }, { new Percentile(), 0.5 },
        { new DistanceToTarget(5), 1 }, { new DistanceToTarget(9), 0 }, { new DistanceToTarget(3), 1 },
    };

    [Theory]
    [MemberData(nameof(ByHand))]
    public void A_column_is_worked_out_by_hand(Normaliser normaliser, Direction direction, double[] expected)
    {
        var normalised = normaliser.Apply(s_column, direction);

        Assert.Null(normalised.Warning);
        Close.To(expected, normalised.Values.AsSpan(), normaliser.ToString(), 1e-15);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Where_nothing_is_known_there_is_a_warning_and_no_exception(Normaliser normaliser)
    {
        Assert.Equal("no value is known", normaliser.Apply([double.NaN, double.NaN]).Warning);
        Assert.Equal("no value is known", normaliser.Apply([]).Warning);
        Assert.Equal([double.NaN, double.NaN], normaliser.Apply([double.NaN, double.NaN]).Values);
    }

    [Theory]
    [MemberData(nameof(Middles))]
    public void Where_all_values_are_equal_there_is_a_warning_and_no_exception(Normaliser normaliser, double value)
    {
        Assert.Equal([value, double.NaN, value], normaliser.Apply([5, double.NaN, 5]).Values);
        Assert.Equal([value], normaliser.Apply([5]).Values);
        Assert.Equal("all values are equal", normaliser.Apply([5, double.NaN, 5]).Warning);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public void Where_the_target_is_reached_by_all_there_is_a_warning_and_nobody_is_put_back(double target)
    {
        var normalised = new DistanceToTarget(target).Apply(s_column);

        Assert.Equal("every value reaches the target", normalised.Warning);
        Assert.Equal([1, double.NaN, 1, 1, 1], normalised.Values);
        Assert.Equal([1, double.NaN, 1, 1, 1], new DistanceToTarget(12 - target).Apply(s_column, Direction.Lower).Values);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_infinite_value_is_refused(Normaliser normaliser) =>
        Assert.Throws<ArgumentException>(() => normaliser.Apply([1, double.NegativeInfinity]));

    [Fact]
    public void Impossible_posts_and_points_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Goalposts(5, 5).Apply(s_column));
        Assert.Throws<ArgumentException>(() => new PointsShare(9).Apply(s_column));
        Assert.Throws<ArgumentException>(() => new PointsShare(9).Apply([-1, 5]));
    }

    [Fact]
    public void Only_fixed_posts_leave_a_country_alone_when_another_changes()
    {
        foreach (var normaliser in (Normaliser[])[new Goalposts(0, 20), new PointsShare(20)])
        {
            Assert.Equal(normaliser.Apply([2, 4, 10]).Values[..2], normaliser.Apply([2, 4, 20]).Values[..2]);
        }

        Assert.NotEqual(new MinMax().Apply([2, 4, 10]).Values[1], new MinMax().Apply([2, 4, 20]).Values[1]);
    }
}
