using Gci.Testing;

namespace Gci.Tiering.Tests.Oracle;

public sealed class ClusteringTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Natural_breaks_give_the_reference_classes_and_fit(int tiers)
    {
        var (scores, result) = (AsemScores.Index(), $"asem_fisher_k{tiers}");
        var scheme = new NaturalBreaks("natural", Tiers.Of(tiers));

        Assert.Equal(AsemScores.Classes(result, scores), AsemScores.Classes(scheme, scores));
        Close.To(AsemScores.Figure(result, "gvf"), scheme.GoodnessOfFit(scores), result);
    }

    [Fact]
    public void Quantiles_are_cut_at_the_reference_breaks()
    {
        var scores = AsemScores.Index();
        var scheme = new Quantiles("quantiles", Tiers.Of(5));
        var breaks = AsemScores.Figures("asem_quantile_k5", "breaks")[1..^1].Reverse().Select(bound => Math.Round(bound, 9));

        Assert.Equal(breaks, scheme.Bounds(scores, 100));
        Assert.Equal(AsemScores.Classes("asem_quantile_k5", scores), AsemScores.Classes(scheme, scores));
    }

    [Fact]
    public void K_means_finds_the_reference_centres_and_spread()
    {
        var classes = Classes(new KMeans("k-means", Tiers.Of(5)));

        Close.To(AsemScores.Figures("asem_kmeans_k5", "centers"), [.. classes.Select(members => members.Average()).Order()], "centre");
        var within = classes.Sum(members => members.Sum(score => Math.Pow(score - members.Average(), 2)));
        Close.To(AsemScores.Figure("asem_kmeans_k5", "tot_withinss"), within, "sum of squares within");
    }

    [Fact]
    public void Ward_finds_the_reference_sizes_and_means()
    {
        var classes = Classes(new Ward("Ward", Tiers.Of(5)));

        // The reference lists sizes as its classes first occur among the units, means from the lowest.
        Assert.Equal(AsemScores.Figures("asem_wardD2_k5", "sizes"), classes.Select(members => (double)members.Length));
        Close.To(AsemScores.Figures("asem_wardD2_k5", "means"), [.. classes.Select(members => members.Average()).Order()], "mean");
    }

    // The scores of each class, classes as they first occur among the units.
    private static double[][] Classes(TierScheme scheme)
    {
        var scores = AsemScores.Index();
        return [.. scores.Zip(AsemScores.Classes(scheme, scores)).GroupBy(pair => pair.Second, pair => pair.First).Select(group => group.ToArray())];
    }
}
