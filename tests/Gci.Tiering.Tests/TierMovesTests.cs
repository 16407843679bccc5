namespace Gci.Tiering.Tests;

public sealed class TierMovesTests
{
    private static readonly Dictionary<string, string> s_before =
        new() { ["A"] = "T1", ["B"] = "T2", ["C"] = "T2", ["D"] = "T3", ["Z"] = "T1", ["Y"] = "T3" };

    private static readonly Dictionary<string, string> s_now =
        new() { ["A"] = "T1", ["B"] = "T1", ["C"] = "T3", ["D"] = "T1", ["N"] = "T2", ["M"] = "T2" };

    private static readonly TierScheme s_scheme = Tiers.Fixed(80, 40, 0);

    [Fact]
    public void Rows_are_the_tiers_before_and_columns_the_tiers_now()
    {
        var moves = TierMoves.Between(s_scheme, s_before, s_now);

        Assert.Equal([1, 0, 0], moves.Counts[0]);
        Assert.Equal([1, 0, 1], moves.Counts[1]);
        Assert.Equal([1, 0, 0], moves.Counts[2]);
    }

    [Fact]
    public void Ups_downs_and_stays_are_counted_among_countries_of_both_editions()
    {
        var moves = TierMoves.Between(s_scheme, s_before, s_now);

        Assert.Equal((2, 1, 1), (moves.Up, moves.Down, moves.Stayed));
    }

    [Fact]
    public void Countries_of_one_edition_only_are_listed_by_code()
    {
        var moves = TierMoves.Between(s_scheme, s_before, s_now);

        Assert.Equal(["Y", "Z"], moves.OnlyBefore);
        Assert.Equal(["M", "N"], moves.OnlyNow);
    }

    [Fact]
    public void The_way_back_turns_the_matrix_round()
    {
        var (there, back) = (TierMoves.Between(s_scheme, s_before, s_now), TierMoves.Between(s_scheme, s_now, s_before));

        Assert.Equal((there.Up, there.Down, there.Stayed), (back.Down, back.Up, back.Stayed));
        Assert.Equal(there.OnlyBefore, back.OnlyNow);
        Assert.All(Enumerable.Range(0, 9), cell => Assert.Equal(there.Counts[cell / 3][cell % 3], back.Counts[cell % 3][cell / 3]));
    }

    [Fact]
    public void A_tier_that_the_scheme_does_not_have_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => TierMoves.Between(s_scheme, s_before, new Dictionary<string, string> { ["A"] = "T9" }));

        Assert.StartsWith("The scheme fixed has no tier T9.", refusal.Message, StringComparison.Ordinal);
    }
}
