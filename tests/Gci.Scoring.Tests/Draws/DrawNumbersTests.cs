using System.Globalization;
using System.Runtime.Intrinsics;
using Gci.Scoring.Draws;

namespace Gci.Scoring.Tests.Draws;

public sealed class DrawNumbersTests
{
    private const int Count = 1 << 14;
    private const double Errors = 5;

    private static readonly ulong s_item = DrawNumbers.Item("weights-1", "A");

    /// <summary>Numbers along each part of an address, the rest unchanged.</summary>
    private static readonly Dictionary<string, double[]> s_numbers = new()
    {
        ["draws"] = Numbers(at => DrawNumbers.Uniform(DrawNumbers.Key(7, at), s_item)),
        ["late draws"] = Numbers(at => DrawNumbers.Uniform(DrawNumbers.Key(7, (1L << 36) - at), s_item)),
        ["every 1024th draw"] = Numbers(at => DrawNumbers.Uniform(DrawNumbers.Key(7, at * 1024L), s_item)),
        ["seeds"] = Numbers(at => DrawNumbers.Uniform(DrawNumbers.Key((ulong)at, 0), s_item)),
        ["items"] = Numbers(at => DrawNumbers.Uniform(DrawNumbers.Key(7, 3), DrawNumbers.Item("weights-1", Name(at)))),
        ["other item"] = Numbers(at => DrawNumbers.Uniform(DrawNumbers.Key(7, at), DrawNumbers.Item("weights-1", "B"))),
        ["other source"] = Numbers(at => DrawNumbers.Uniform(DrawNumbers.Key(7, at), DrawNumbers.Item("weights-2", "A"))),
        ["other seed"] = Numbers(at => DrawNumbers.Uniform(DrawNumbers.Key(8, at), s_item)),
    };

    public static TheoryData<string> Series => [.. s_numbers.Keys];

    [Theory]
    [MemberData(nameof(Series))]
    public void Numbers_lie_evenly_between_0_and_1(string series)
    {
        Assert.All(s_numbers[series], number => Assert.InRange(number, 0, 1 - (1.0 / (1L << 52))));
        Moments.Are(1 / 2.0, 1 / 12.0, s_numbers[series]);
        IsEven(s_numbers[series].CountBy(number => (int)(number * 256)).Select(bin => bin.Value), 256, Count);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void A_number_says_nothing_of_the_next_ones(string series)
    {
        var numbers = s_numbers[series];
        foreach (var lag in (int[])[1, 2, 3, 4, 16])
        {
            Assert.InRange(Moments.Correlation(numbers[..^lag], numbers[lag..]) * Math.Sqrt(Count), -Errors, Errors);
        }

        IsEven(numbers.Zip(numbers.Skip(1), (one, next) => ((int)(one * 16) * 16) + (int)(next * 16)).CountBy(bin => bin).Select(bin => bin.Value), 256, Count - 1);
    }

    [Theory]
    [InlineData("draws", "other item")]
    [InlineData("draws", "other source")]
    [InlineData("draws", "other seed")]
    public void A_number_says_nothing_of_the_one_at_another_address(string first, string second) =>
        Assert.InRange(Moments.Correlation(s_numbers[first], s_numbers[second]) * Math.Sqrt(Count), -Errors, Errors);

    [Theory]
    [MemberData(nameof(Series))]
    public void Each_of_the_52_bits_is_set_in_half_of_the_numbers(string series)
    {
        long[] bits = [.. s_numbers[series].Select(number => (long)(number * (1L << 52)))];

        Assert.All(Enumerable.Range(0, 52), bit => Assert.InRange((bits.Count(value => (value >> bit & 1) == 1) - (Count / 2.0)) / Math.Sqrt(Count / 4.0), -Errors, Errors));
    }

    [Fact]
    public void Four_draws_at_once_have_the_numbers_that_each_has_alone()
    {
        for (var draw = 0L; draw < 400; draw += 4)
        {
            ulong[] keys = [.. Enumerable.Range(0, 4).Select(lane => DrawNumbers.Key(3, draw + lane))];
            var at = DrawNumbers.Uniform(Vector256.Create(keys), s_item);

            Assert.All(Enumerable.Range(0, 4), lane => Assert.True(
                BitConverter.DoubleToInt64Bits(at[lane]) == BitConverter.DoubleToInt64Bits(DrawNumbers.Uniform(keys[lane], s_item)) && at[lane] == Plain(keys[lane], s_item)));
        }
    }

    [Fact]
    public void A_key_is_the_state_of_the_generator_as_it_is_published() =>
        Assert.Equal((6457827717110365317UL >> 12) / (double)(1L << 52), DrawNumbers.Uniform(1234567UL, 0UL));

    [Fact]
    public void The_generator_is_the_one_of_all_runs_before()
    {
        Assert.Equal(0x48218226FF3CD4BFUL, DrawNumbers.Key(0, 0));
        Assert.Equal(0x74B5ABCC66B8BDC1UL, DrawNumbers.Key(7, 0));
        Assert.Equal(0x331784A457C11F48UL, DrawNumbers.Key(7, 123_456));
        Assert.Equal(0x3A96BEA7EF452356UL, DrawNumbers.Item("weights-1", "A"));
        Assert.Equal(0x89752C7FDB3615D0UL, DrawNumbers.Item("answers", "KEN/LEG-1"));
        Assert.Equal(0x3FD867093AE666C4L, BitConverter.DoubleToInt64Bits(DrawNumbers.Uniform(DrawNumbers.Key(7, 123_456), s_item)));
    }

    [Fact]
    public void No_two_draws_of_any_seeds_have_the_same_key() =>
        Assert.Equal(100_000, Enumerable.Range(0, 10).SelectMany(seed => Enumerable.Range(0, 10_000).Select(draw => DrawNumbers.Key((ulong)seed, draw))).Distinct().Count());

    // SplitMix64 written out for one number.
    private static double Plain(ulong key, ulong item)
    {
        unchecked
        {
            var z = key + item + 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 12) / (double)(1L << 52);
        }
    }

    // Chi-square with one degree of freedom less than bins: mean k, variance 2k.
    private static void IsEven(IEnumerable<int> counts, int bins, int total)
    {
        int[] found = [.. counts];
        var expected = (double)total / bins;
        var chiSquare = found.Sum(count => Math.Pow(count - expected, 2) / expected) + ((bins - found.Length) * expected);
        Assert.InRange((chiSquare - (bins - 1)) / Math.Sqrt(2.0 * (bins - 1)), -Errors, Errors);
    }

    private static double[] Numbers(Func<int, double> number) => [.. Enumerable.Range(0, Count).Select(number)];

    private static string Name(int at) => at.ToString(CultureInfo.InvariantCulture);
}
