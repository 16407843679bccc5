using Gci.Tiering.Sensitivity;

namespace Gci.Tiering.Tests.Sensitivity;

public sealed class SobolIntervalTests
{
    [Fact]
    public void Intervals_hold_the_estimates_and_shrink_with_more_rows()
    {
        var (few, many) = (Study(256, 3), Study(4096, 3));

        foreach (var value in Enumerable.Range(0, few.Found.Length))
        {
            Assert.InRange(few.Found[value], few.Low[value], few.High[value]);
            Assert.True(many.High[value] - many.Low[value] < few.High[value] - few.Low[value]);
        }
    }

    // The sum of x and 2 y and x y, with means taken off, by hand: V = (3/2)² / 12 + (5/2)² / 12 + 1 / 144.
    [Fact]
    public void Intervals_of_95_in_100_hold_the_truth_most_of_the_time()
    {
        double[] parts = [27 / 144.0, 75 / 144.0, 1 / 144.0];
        double[] truth = [.. new[] { parts[0], parts[0] + parts[2], parts[1], parts[1] + parts[2], parts[2] }.Select(part => part / parts.Sum())];
        var held = Enumerable.Range(1, 100).Sum(seed =>
        {
            var found = Study(256, (ulong)seed);
            return Enumerable.Range(0, 5).Count(value => truth[value] >= found.Low[value] && truth[value] <= found.High[value]);
        });

        // Even points err less than drawn ones, so that intervals by drawing hold more than they promise.
        Assert.InRange(held, 475, 500);
    }

    [Fact]
    public void The_same_rows_give_the_same_bits_and_serve_any_outcome()
    {
        var design = new SobolDesign(128, 2, true, 4);
        var (rows, indices, outcomes) = (new BootstrapRows(128, 50, 9), new SobolIndices(design), Outcomes(design));
        var alone = indices.Estimate(outcomes, rows, 0.9).Interval;
        indices.Estimate([.. outcomes.Reverse()], rows, 0.9);

        Assert.Equal(Values(alone.Low), Values(indices.Estimate(outcomes, rows, 0.9).Interval.Low));
        Assert.Equal(Values(alone.High), Values(indices.Estimate(outcomes, new(128, 50, 9), 0.9).Interval.High));
        Assert.NotEqual(Values(alone.High), Values(indices.Estimate(outcomes, new(128, 50, 10), 0.9).Interval.High));
    }

    // Every run of one row is drawn out by hand: the estimate of rows drawn again is that of a design that has them as often.
    [Fact]
    public void A_sample_is_the_estimate_of_the_rows_it_drew()
    {
        var design = new SobolDesign(16, 2, true, 4);
        var (rows, outcomes) = (new BootstrapRows(16, 1, 9), Outcomes(design));
        int[] drawn = [.. Enumerable.Range(0, 16).SelectMany(row => Enumerable.Repeat(row, (int)rows.Group(0)[row * BootstrapRows.Lanes]))];
        double[] again = [.. Enumerable.Range(0, design.Runs / 16).SelectMany(block => drawn.Select(row => outcomes[(block * 16) + row]))];

        var (sample, expected) = (new SobolIndices(design).Estimate(outcomes, rows, 0.5).Interval.Low, new SobolIndices(design).Estimate(again));

        Assert.Equal(16, drawn.Length);
        Assert.All(Values(expected).Zip(Values(sample)), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    // One row of 64 changes the outcome: it is missing from more than a third of the samples.
    [Fact]
    public void Samples_in_which_nothing_varies_are_left_out()
    {
        var design = new SobolDesign(64, 2, false, 1);
        var outcomes = new double[design.Runs];
        outcomes[5] = 1;

        var (_, interval) = new SobolIndices(design).Estimate(outcomes, new(64, 200, 1), 0.95);

        Assert.All(Values(interval.Low).Concat(Values(interval.High)), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Every_sample_has_as_many_rows_as_the_design()
    {
        var rows = new BootstrapRows(100, 6, 3);

        Assert.Equal([100, 100, 100, 100], Sizes(rows.Group(0)));
        Assert.Equal([100, 100, 0, 0], Sizes(rows.Group(1)));
    }

    private static (double[] Found, double[] Low, double[] High) Study(int size, ulong seed)
    {
        var design = new SobolDesign(size, 2, true, seed);
        var (found, interval) = new SobolIndices(design).Estimate(Outcomes(design), new(size, 200, seed), 0.95);
        return (Values(found), Values(interval.Low), Values(interval.High));
    }

    private static double[] Outcomes(SobolDesign design)
    {
        var (outcomes, x) = (new double[design.Runs], new double[2]);
        for (var run = 0; run < outcomes.Length; run++)
        {
            design.Inputs(run, x);
            outcomes[run] = x[0] + (2 * x[1]) + (x[0] * x[1]);
        }

        return outcomes;
    }

    private static double[] Sizes(ReadOnlySpan<double> counts) => [.. counts.ToArray().Chunk(BootstrapRows.Lanes).Aggregate((sum, next) => [.. sum.Zip(next, (a, b) => a + b)])];

    private static double[] Values(SobolEstimate estimate) => [.. estimate.Factors.SelectMany(factor => new[] { factor.First, factor.Total }), .. estimate.Pairs];
}
