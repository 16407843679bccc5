using System.Collections.Immutable;

namespace Gci.Tiering.Tests;

public sealed class TierSchemeTests
{
    public static TheoryData<TierScheme> Relative =>
    [
        new Quantiles("quantiles", Tiers.Of(3)),
        new NaturalBreaks("natural", Tiers.Of(3)),
        new KMeans("k-means", Tiers.Of(3)),
        new Ward("Ward", Tiers.Of(3)),
    ];

    [Theory]
    [MemberData(nameof(Relative))]
    public void Three_far_groups_are_three_tiers(TierScheme scheme) =>
        Assert.Equal("T3 T1 - T2 T2 T1 T3", Tiers.Codes(scheme, 1, 91, double.NaN, 50, 51, 90, 2));

    [Theory]
    [MemberData(nameof(Relative))]
    public void Equal_scores_are_never_in_two_tiers(TierScheme scheme)
    {
        // The fourth score equals the first three at nine decimals only.
        var tiers = Tiers.Codes(scheme, 50, 50, 50, 50.0000000001, 49, 51, 52, 50).Split(' ');

        Assert.Single(new[] { tiers[0], tiers[1], tiers[2], tiers[3], tiers[7] }.Distinct());
    }

    [Theory]
    [MemberData(nameof(Relative))]
    public void The_name_and_the_tiers_are_kept(TierScheme scheme)
    {
        Assert.Contains(scheme.Name, (string[])["quantiles", "natural", "k-means", "Ward"]);
        Assert.Equal(["T1", "T2", "T3"], scheme.BestFirst.Select(tier => tier.Code));
        Assert.Equal(2, scheme.Bounds([1, 2, 3, 4], 100).Length);
    }

    [Theory]
    [MemberData(nameof(Relative))]
    public void Without_a_known_score_there_are_no_bounds(TierScheme scheme)
    {
        Assert.Throws<ArgumentException>(() => scheme.Bounds([], 100));
        Assert.Throws<ArgumentException>(() => scheme.Assign([double.NaN], 100));
    }

    [Fact]
    public void Fewer_different_scores_than_tiers_are_refused_by_clusterings()
    {
        foreach (var scheme in (TierScheme[])[new NaturalBreaks("n", Tiers.Of(3)), new KMeans("k", Tiers.Of(3)), new Ward("w", Tiers.Of(3))])
        {
            Assert.StartsWith(
                "There are 2 different scores; they cannot fill 3 tiers.",
                Assert.Throws<ArgumentException>(() => scheme.Assign([1, 2, 2, 1], 100)).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Impossible_tiers_are_refused()
    {
        ImmutableArray<Tier>[] impossible =
            [default, [], [new("T1", "One", 1)], [new("T1", "One", 1), new("T2", "Two", 0)], [new("T1", "One", 0), new("T1", "Two", 1)]];

        Assert.All(impossible, tiers => Assert.Throws<ArgumentException>(() => new NaturalBreaks("natural", tiers)));
    }

    [Fact]
    public void Quantile_bounds_lie_between_scores_and_belong_to_the_upper_tier()
    {
        var scheme = new Quantiles("quantiles", Tiers.Of(4));

        Assert.Equal([4.0, 3, 2], scheme.Bounds([5, 1, 2, 4, 3], 100));
        Assert.Equal("T1 T4 T3 T1 T2", Tiers.Codes(scheme, 5, 1, 2, 4, 3));
        Assert.Equal([3.25, 2.5, 1.75], scheme.Bounds([4, 3, 2, 1], 100));
    }

    [Fact]
    public void One_tier_holds_all_and_explains_nothing()
    {
        var scheme = new NaturalBreaks("natural", Tiers.Of(1));

        Assert.Equal("T1 T1", Tiers.Codes(scheme, 1, 2));
        Assert.Equal(0, scheme.GoodnessOfFit([1, 2]));
        Assert.Equal(1, scheme.GoodnessOfFit([2, 2]));
        Assert.Equal(1, new NaturalBreaks("natural", Tiers.Of(3)).GoodnessOfFit([1, 2, 2, 3]));
    }
}
