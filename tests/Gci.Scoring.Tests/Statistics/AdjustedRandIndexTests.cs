using System.Collections.Immutable;
using CsCheck;
using Gci.Scoring.Statistics;

namespace Gci.Scoring.Tests.Statistics;

public sealed class AdjustedRandIndexTests
{
    private static readonly Gen<(int[] First, int[] Second)> s_divisions =
        Gen.Int[2, 40].SelectMany(things => Gen.Select(Gen.Int[0, 4].Array[things], Gen.Int[0, 4].Array[things]));

    private static readonly Gen<int[]> s_names = Gen.Shuffle(Enumerable.Range(0, 5).ToArray());

    // Rows 2, 4, 4 and columns 2, 3, 5 of 10 things: pairs together in both 1 + 6, in the first 1 + 6 + 6, in the second 1 + 3 + 10, of 45.
    // (7 - 13 × 14 / 45) / ((13 + 14) / 2 - 13 × 14 / 45) = 266 / 851, the 0.313 of Yeung and Ruzzo (2001).
    [Fact]
    public void A_published_example_is_met() => Assert.Equal(266 / 851.0, AdjustedRandIndex.Of([[1, 1, 0], [1, 2, 1], [0, 0, 4]]), 1e-15);

    // Both pairs of the first are together; the second tears one of them apart. Together 1; 2 and 1 of 6; (1 - 1/3) / (3/2 - 1/3).
    [Fact]
    public void Classes_need_not_be_as_many() => Assert.Equal(4 / 7.0, AdjustedRandIndex.Of([[2, 0, 0], [0, 1, 1]]), 1e-15);

    [Fact]
    public void What_agrees_less_than_chance_is_below_0() => Assert.Equal(-0.5, AdjustedRandIndex.Of([1, 1, 1, 1], 2), 1e-15);

    [Fact]
    public void All_in_one_class_against_a_real_division_is_chance() => Assert.Equal(0, AdjustedRandIndex.Of([3, 4, 5], 3));

    [Theory]
    [InlineData("all in one class", new[] { 0, 0, 0, 7 }, 2)]
    [InlineData("each in its own", new[] { 1, 0, 0, 1 }, 2)]
    [InlineData("one thing", new[] { 0, 1, 0, 0 }, 2)]
    [InlineData("nothing", new[] { 0, 0, 0, 0 }, 2)]
    public void The_same_trivial_division_is_the_same(string what, int[] counts, int columns) =>
        Assert.Equal((what, 1), (what, AdjustedRandIndex.Of(counts, columns)));

    [Theory]
    [InlineData(new[] { 1, -1, 2, 2 }, 2)]
    [InlineData(new[] { 1, 2, 3 }, 2)]
    [InlineData(new int[0], 2)]
    [InlineData(new[] { 1 }, 0)]
    public void What_is_no_table_of_counts_is_refused(int[] counts, int columns) =>
        Assert.ThrowsAny<ArgumentException>(() => AdjustedRandIndex.Of(counts, columns));

    [Fact]
    public void Rows_of_different_lengths_are_refused() => Assert.Throws<ArgumentException>(() => AdjustedRandIndex.Of([[1, 2], [3]]));

    [Fact]
    public void Classes_may_change_their_names() => Gen.Select(s_divisions, s_names, s_names).Sample((both, one, other) =>
        Of(both.First, both.Second) == Of([.. both.First.Select(place => one[place])], [.. both.Second.Select(place => other[place])]));

    [Fact]
    public void It_does_not_matter_which_is_first() => s_divisions.Sample((first, second) => Of(first, second) == Of(second, first));

    [Fact]
    public void It_is_1_of_a_division_with_itself_and_never_more() => s_divisions.Sample((first, second) =>
        Of(first, first) == 1 && Of(first, second) is <= 1 and >= -1);

    // All pairs of things looked at one by one.
    [Fact]
    public void It_is_what_counting_pairs_gives() => s_divisions.Sample((first, second) =>
    {
        var pairs = Enumerable.Range(0, first.Length).SelectMany(a => Enumerable.Range(0, a).Select(b => (One: first[a] == first[b], Other: second[a] == second[b]))).ToArray();
        double both = pairs.Count(pair => pair.One && pair.Other), one = pairs.Count(pair => pair.One), other = pairs.Count(pair => pair.Other);
        var (expected, most) = (one * other / pairs.Length, (one + other) / 2);
        return most == expected || Math.Abs(Of(first, second) - ((both - expected) / (most - expected))) < 1e-12;
    });

    [Fact]
    public void Both_forms_of_the_table_give_the_same() => Gen.Int[0, 50].Array[12].Sample(counts =>
        AdjustedRandIndex.Of(counts, 4) == AdjustedRandIndex.Of([.. counts.Chunk(4).Select(row => row.Select(count => (long)count).ToArray().ToImmutableArray())]));

    [Fact]
    public void Counts_beyond_whole_numbers_do_not_overflow() =>
        Assert.Equal(AdjustedRandIndex.Of([30, 10, 10, 50], 2), AdjustedRandIndex.Of([[30_000_000_000_000, 10_000_000_000_000], [10_000_000_000_000, 50_000_000_000_000]]), 0.02);

    private static double Of(int[] first, int[] second)
    {
        var counts = new int[25];
        foreach (var (row, column) in first.Zip(second))
        {
            counts[(row * 5) + column]++;
        }

        return AdjustedRandIndex.Of(counts, 5);
    }
}
