namespace Gci.Scoring.Tests.Draws;

/// <summary>Mean and variance of a sample, each with the error that a sample of its size has.</summary>
internal readonly record struct Moments(double Mean, double Variance, double MeanError, double VarianceError)
{
    // Five errors: a test over many samples that are right would fail once in a million times, if it were not always the same sample.
    private const double Errors = 5;

    internal static Moments Of(IReadOnlyCollection<double> sample)
    {
        var mean = sample.Average();
        var variance = sample.Average(value => Math.Pow(value - mean, 2));
        var fourth = sample.Average(value => Math.Pow(value - mean, 4));
        return new(mean, variance, Math.Sqrt(variance / sample.Count), Math.Sqrt((fourth - (variance * variance)) / sample.Count));
    }

    internal static void Are(double mean, double variance, IReadOnlyCollection<double> sample)
    {
        var found = Of(sample);
        Assert.InRange(found.Mean - mean, -Errors * found.MeanError, Errors * found.MeanError);
        Assert.InRange(found.Variance - variance, -Errors * found.VarianceError, Errors * found.VarianceError);
    }

    /// <summary>Correlation of two samples of the same size.</summary>
    internal static double Correlation(IReadOnlyCollection<double> first, IReadOnlyCollection<double> second)
    {
        var (one, other) = (Of(first), Of(second));
        return first.Zip(second, (a, b) => (a - one.Mean) * (b - other.Mean)).Average() / Math.Sqrt(one.Variance * other.Variance);
    }
}
