using Gci.Scoring.Statistics;

namespace Gci.Scoring.Tests.Statistics;

public sealed class CohensKappaTests
{
    // 50 things. Both say yes to 20 and no to 15; the first alone says yes to 5, the second alone to 10.
    // Observed: (20 + 15) / 50 = 0.7. The first says yes to 25 of 50, the second to 30 of 50.
    // Expected: 0.5 × 0.6 + 0.5 × 0.4 = 0.5. Kappa: (0.7 − 0.5) / (1 − 0.5) = 0.4.
    [Fact]
    public void An_example_worked_by_hand()
    {
        var found = CohensKappa.Of(Pairs((true, true, 20), (true, false, 5), (false, true, 10), (false, false, 15)));

        Assert.Equal((50, 35, 0.5), (found.Pairs, found.Agreed, found.Expected));
        Assert.Equal(0.7, found.Observed);
        Assert.Equal(0.4, found.Kappa!.Value, 1e-15);
    }

    // Three categories: a and a 2, b and b 1, c and a 1. Observed 3/4.
    // First: a 2, b 1, c 1. Second: a 3, b 1. Expected: (2 × 3 + 1 × 1 + 1 × 0) / 16 = 7/16. Kappa: (12/16 − 7/16) / (9/16) = 5/9.
    [Fact]
    public void A_category_that_one_of_them_never_uses_counts()
    {
        var found = CohensKappa.Of(Pairs(("a", "a", 2), ("b", "b", 1), ("c", "a", 1)));

        Assert.Equal(5.0 / 9, found.Kappa!.Value, 1e-15);
    }

    [Fact]
    public void Two_who_always_differ_are_worse_than_chance() => Assert.Equal(-1, CohensKappa.Of(Pairs((true, false, 3), (false, true, 3))).Kappa);

    [Fact]
    public void Without_pairs_or_with_one_category_throughout_it_is_not_defined()
    {
        Assert.Equal((null, null), (CohensKappa.Of(Pairs<bool>()).Observed, CohensKappa.Of(Pairs<bool>()).Kappa));
        Assert.Equal((1.0, null), (CohensKappa.Of(Pairs((true, true, 9))).Observed, CohensKappa.Of(Pairs((true, true, 9))).Kappa));
    }

    private static (T, T)[] Pairs<T>(params (T First, T Second, int Times)[] cells)
        where T : notnull => [.. cells.SelectMany(cell => Enumerable.Repeat((cell.First, cell.Second), cell.Times))];
}
