using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Gci.Scoring.Normalisation;

/// <summary>
/// Brings the values of an indicator onto a common scale. Only <see cref="PointsShare"/> and <see cref="Goalposts"/> leave a country's value
/// alone when another country changes; the others compare countries with each other.
/// Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 5; the formulas agree with COINr 1.1.14.
/// </summary>
public abstract record Normaliser
{
    private protected const string AllEqual = "all values are equal";

    private protected Normaliser()
    {
    }

    /// <summary>Normalises one column: one value a country, NaN where unknown.</summary>
    /// <exception cref="ArgumentException">A value is infinite, or impossible on this scale.</exception>
    public Normalised Apply(ReadOnlySpan<double> column, Direction direction = Direction.Higher)
    {
        double[] known = [.. column.ToArray().Where(value => !double.IsNaN(value))];
        if (known.Any(double.IsInfinity))
        {
            throw new ArgumentException("A value is infinite.", nameof(column));
        }

        if (known.Length == 0)
        {
            return new([.. column], "no value is known");
        }

        return Apply([.. column], known, direction);
    }

    private protected abstract Normalised Apply(ImmutableArray<double> column, double[] known, Direction direction);

    private protected static Normalised Each(ImmutableArray<double> column, Func<double, double> map, string? warning = null) =>
        new([.. column.Select(value => double.IsNaN(value) ? value : map(value))], warning);

    // A column without differences carries no information: every country gets the middle of the scale, and the reader a warning.
    private protected static Normalised Constant(ImmutableArray<double> column, double middle) =>
        Each(column, _ => middle, AllEqual);
}

/// <summary>(z - min) / (max - min) (to - from) + from, with z = direction x.</summary>
public sealed record MinMax(double From = 0, double To = 100) : Normaliser
{
    private protected override Normalised Apply(ImmutableArray<double> column, double[] known, Direction direction)
    {
        var sign = (int)direction;
        var (least, most) = (known.Min(x => sign * x), known.Max(x => sign * x));
        return least == most
            ? Constant(column, (From + To) / 2)
            : Each(column, x => (((sign * x) - least) / (most - least) * (To - From)) + From);
    }
}

/// <summary>(z - mean) / sd, with the sample standard deviation (n - 1), brought to another mean and deviation if asked.</summary>
public sealed record ZScore(double Mean = 0, double Deviation = 1) : Normaliser
{
    private protected override Normalised Apply(ImmutableArray<double> column, double[] known, Direction direction)
    {
        var sign = (int)direction;
        double[] signed = [.. known.Select(x => sign * x)];
        var (mean, deviation) = signed.MeanStandardDeviation();
        return signed.Length < 2 || signed.Min() == signed.Max()
            ? Constant(column, Mean)
            : Each(column, x => (((sign * x) - mean) / deviation * Deviation) + Mean);
    }
}

/// <summary>The share of the other countries that lie below, in [0, 1]; equal values share the lower place (the "percentile rank" of the field).</summary>
public sealed record Percentile : Normaliser
{
    private protected override Normalised Apply(ImmutableArray<double> column, double[] known, Direction direction)
    {
        var sign = (int)direction;
        double[] sorted = [.. known.Select(x => sign * x).Order()];
        return sorted[0] == sorted[^1]
            ? Constant(column, 0.5)
            : Each(column, x => Below(sorted, sign * x) / (double)(sorted.Length - 1));
    }

    private static int Below(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>clamp((x - bottom) / (top - bottom), 0, 1) scale, with posts fixed in advance; where lower is better they change places.</summary>
public sealed record Goalposts(double Bottom, double Top, double Scale = 1) : Normaliser
{
    private protected override Normalised Apply(ImmutableArray<double> column, double[] known, Direction direction)
    {
        var (from, to) = direction == Direction.Higher ? (Bottom, Top) : (Top, Bottom);
        return from == to
            ? throw new ArgumentException("The goalposts are equal.")
            : Each(column, x => Math.Clamp((x - from) / (to - from), 0, 1) * Scale);
    }
}

/// <summary>
/// (x - min) / (target - min), or (max - x) / (max - target) where lower is better; at most 1 if capped. Where even the farthest value
/// reaches the target, every country gets 1: the formula would turn the order round.
/// </summary>
public sealed record DistanceToTarget(double Target, bool Capped = false) : Normaliser
{
    private protected override Normalised Apply(ImmutableArray<double> column, double[] known, Direction direction)
    {
        var (far, equal) = (direction == Direction.Higher ? known.Min() : known.Max(), known.Min() == known.Max());
        var reached = direction == Direction.Higher ? far >= Target : far <= Target;
        return reached
            ? Each(column, _ => 1, equal ? AllEqual : "every value reaches the target")
            : Each(column, x => (x - far) / (Target - far) is var share && Capped ? Math.Min(share, 1) : share, equal ? AllEqual : null);
    }
}

/// <summary>x / maximum: points earned as a share of the points there are. The GCI's own way.</summary>
public sealed record PointsShare(double Maximum) : Normaliser
{
    private protected override Normalised Apply(ImmutableArray<double> column, double[] known, Direction direction) =>
        known.Min() < 0 || known.Max() > Maximum
            ? throw new ArgumentException($"Points lie between 0 and {Maximum}.", nameof(column))
            : Each(column, x => direction == Direction.Higher ? x / Maximum : 1 - (x / Maximum));
}
