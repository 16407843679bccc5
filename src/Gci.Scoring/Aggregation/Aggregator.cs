using System.Runtime.Intrinsics;

namespace Gci.Scoring.Aggregation;

/// <summary>How a group is made from its children.</summary>
public abstract record Aggregator
{
    private protected Aggregator()
    {
    }

    /// <summary>The name by which definitions choose it.</summary>
    public abstract string Name { get; }
}

/// <summary>The points of the children are added up. (Method 3.4)</summary>
public sealed record Points : Aggregator
{
    public override string Name => "points";
}

/// <summary>
/// A weighted mean of the children, S w f(x) / S w under the mean's own transformation f, over the known children only.
/// Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 6; Method 3.5.
/// </summary>
public abstract record Mean : Aggregator
{
    private protected Mean()
    {
    }

    /// <summary>The transformation f that is averaged.</summary>
    internal abstract double Forward(double value);

    /// <summary>The inverse of f.</summary>
    internal abstract double Back(double mean);

    /// <summary>The same for four draws of one value.</summary>
    internal virtual Vector256<double> Forward(Vector256<double> values) => Vector256.Create(Forward(values[0]), Forward(values[1]), Forward(values[2]), Forward(values[3]));

    internal virtual Vector256<double> Back(Vector256<double> means) => Vector256.Create(Back(means[0]), Back(means[1]), Back(means[2]), Back(means[3]));
}

/// <summary>S w x / S w.</summary>
public sealed record ArithmeticMean : Mean
{
    public override string Name => "arithmetic";

    internal override double Forward(double value) => value;

    internal override double Back(double mean) => mean;

    internal override Vector256<double> Forward(Vector256<double> values) => values;

    internal override Vector256<double> Back(Vector256<double> means) => means;
}

/// <summary>exp(S w ln x / S w). A zero makes the whole group zero.</summary>
/// <exception cref="ArgumentOutOfRangeException">A value is negative.</exception>
public sealed record GeometricMean : Mean
{
    public override string Name => "geometric";

    internal override double Forward(double value) => Math.Log(Positive.OrZero(value, Name));

    internal override double Back(double mean) => Math.Exp(mean);

    internal override Vector256<double> Forward(Vector256<double> values) => Vector256.Log(Positive.OrZero(values, Name));

    internal override Vector256<double> Back(Vector256<double> means) => Vector256.Exp(means);
}

/// <summary>S w / S (w / x). A zero makes the whole group zero.</summary>
/// <exception cref="ArgumentOutOfRangeException">A value is negative.</exception>
public sealed record HarmonicMean : Mean
{
    public override string Name => "harmonic";

    internal override double Forward(double value) => 1 / Positive.OrZero(value, Name);

    internal override double Back(double mean) => 1 / mean;

    internal override Vector256<double> Forward(Vector256<double> values) => Vector256<double>.One / Positive.OrZero(values, Name);

    internal override Vector256<double> Back(Vector256<double> means) => Vector256<double>.One / means;
}

/// <summary>(S w x^p / S w)^(1/p); p = 0 is the geometric mean, p = 1 the arithmetic, p = -1 the harmonic.</summary>
/// <exception cref="ArgumentOutOfRangeException">A value is negative.</exception>
public sealed record PowerMean(double Power) : Mean
{
    public double Power { get; } = double.IsFinite(Power) ? Power : throw new ArgumentException("The power of a mean is finite.", nameof(Power));

    public override string Name => "power";

    internal override double Forward(double value) => Power == 0 ? Math.Log(Positive.OrZero(value, Name)) : Math.Pow(Positive.OrZero(value, Name), Power);

    internal override double Back(double mean) => Power == 0 ? Math.Exp(mean) : Math.Pow(mean, 1 / Power);
}

file static class Positive
{
    // A zero loses its sign: 1 / 0 and 1 / -0 would cancel each other out to NaN.
    internal static double OrZero(double value, string mean) => value >= 0
        ? Math.Abs(value)
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"The {mean} mean takes values of at least 0; rescale them first.");

    internal static Vector256<double> OrZero(Vector256<double> values, string mean)
    {
        // The least of them by itself says what is wrong.
        OrZero(Math.Min(Math.Min(values[0], values[1]), Math.Min(values[2], values[3])), mean);
        return Vector256.Abs(values);
    }
}
