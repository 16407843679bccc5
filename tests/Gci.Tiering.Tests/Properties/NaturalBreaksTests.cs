using CsCheck;

namespace Gci.Tiering.Tests.Properties;

public sealed class NaturalBreaksTests
{
    [Fact]
    public void Natural_breaks_are_never_worse_than_two_hundred_random_partitions() =>
        Gen.Select(Tiers.ForSixTiers(Gen.Double[0, 100].Array[10, 60]), Gen.Int[2, 6], Gen.Int[0, int.MaxValue]).Sample((scores, tiers, seed) =>
        {
            double[] sorted = [.. scores.Order()];
            var (best, random) = (Within(sorted, Classes(sorted, tiers)), new Random(seed));
            return Enumerable.Range(0, 200).All(_ =>
            {
                int[] starts = [0, .. Enumerable.Range(1, sorted.Length - 1).OrderBy(_ => random.Next()).Take(tiers - 1).Order()];
                return best <= Within(sorted, starts) * (1 + 1e-9);
            });
        });

    [Fact]
    public void Natural_breaks_of_few_scores_are_the_best_of_all_partitions() =>
        Gen.Select(Gen.Int[0, 20].Array[6, 10], Gen.Int[2, 4]).Where((scores, tiers) => scores.Distinct().Count() >= tiers).Sample((scores, tiers) =>
        {
            double[] sorted = [.. scores.Select(score => score * 5.0).Order()];
            var best = Partitions(sorted.Length, tiers).Min(starts => Within(sorted, starts));
            return Math.Abs(Within(sorted, Classes(sorted, tiers)) - best) <= 1e-8;
        });

    [Fact]
    public void No_other_clustering_fits_better() => Gen.Select(Tiers.ForSixTiers(Gen.Double[0, 100].Array[20, 60]), Gen.Int[2, 6]).Sample((scores, tiers) =>
    {
        double[] sorted = [.. scores.Order()];
        var best = Within(sorted, Classes(sorted, tiers)) * (1 - 1e-9);
        return Within(sorted, Starts(new KMeans("k-means", Tiers.Of(tiers)), sorted)) >= best
            && Within(sorted, Starts(new Ward("Ward", Tiers.Of(tiers)), sorted)) >= best;
    });

    [Fact]
    public void The_goodness_of_fit_is_that_of_the_classes_and_grows_with_their_number() =>
        Tiers.ForSixTiers(Gen.Double[0, 100].Array[20, 60]).Sample(scores =>
        {
            double[] sorted = [.. scores.Order()];
            double[] fits = [.. Enumerable.Range(1, 6).Select(tiers => new NaturalBreaks("natural", Tiers.Of(tiers)).GoodnessOfFit(scores))];
            var total = Within(sorted, [0]);
            return fits.Zip(fits.Skip(1)).All(pair => pair.First <= pair.Second && pair.Second <= 1)
                && Enumerable.Range(1, 6).All(tiers => Math.Abs(fits[tiers - 1] - (1 - (Within(sorted, Classes(sorted, tiers)) / total))) < 1e-9);
        });

    private static int[] Classes(double[] sorted, int tiers) => Starts(new NaturalBreaks("natural", Tiers.Of(tiers)), sorted);

    // Where each class begins among the sorted scores.
    private static int[] Starts(TierScheme scheme, double[] sorted)
    {
        var tiers = scheme.Assign(sorted, 100);
        return [.. Enumerable.Range(0, sorted.Length).Where(i => i == 0 || tiers[i] != tiers[i - 1])];
    }

    private static double Within(double[] sorted, int[] starts) => starts.Index().Sum(start =>
    {
        var members = sorted[start.Item..(start.Index + 1 < starts.Length ? starts[start.Index + 1] : sorted.Length)];
        return members.Sum(score => Math.Pow(score - members.Average(), 2));
    });

    private static IEnumerable<int[]> Partitions(int values, int classes) => classes == 1
        ? [[0]]
        : Partitions(values, classes - 1).SelectMany(
            starts => Enumerable.Range(starts[^1] + 1, values - starts[^1] - 1).Select(next => (int[])[.. starts, next]));
}
