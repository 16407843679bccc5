using System.Collections.Immutable;

namespace Gci.Tiering.Sensitivity;

/// <summary>How much of the variance of an outcome comes from one factor.</summary>
/// <param name="First">By itself.</param>
/// <param name="Total">By itself and together with others.</param>
public readonly record struct SobolIndex(double First, double Total);

/// <summary>How much of the variance of an outcome comes from what; NaN throughout where the outcome never varies.</summary>
/// <param name="Factors">One a factor.</param>
/// <param name="Pairs">What two factors do only together: 0 and 1, 0 and 2, …, 1 and 2, …; empty where the design has no runs for it.</param>
public sealed record SobolEstimate(ImmutableArray<SobolIndex> Factors, ImmutableArray<double> Pairs)
{
    /// <summary>What two factors do only together, the first before the second.</summary>
    /// <exception cref="InvalidOperationException">The design has no runs for it.</exception>
    public double Second(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, second);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(second, Factors.Length);
        return Pairs.IsEmpty
            ? throw new InvalidOperationException("The design was made without the runs that second-order indices need.")
            : Pairs[SobolColumns.Pair(first, second, Factors.Length)];
    }

    internal static SobolEstimate Of(ReadOnlySpan<double> values, int factors)
    {
        var indices = ImmutableArray.CreateBuilder<SobolIndex>(factors);
        for (var factor = 0; factor < factors; factor++)
        {
            indices.Add(new(values[2 * factor], values[(2 * factor) + 1]));
        }

        return new(indices.MoveToImmutable(), [.. values[(2 * factors)..]]);
    }
}

/// <summary>Intervals that hold a share of the estimates from rows drawn again, each index by itself.</summary>
public sealed record SobolInterval(SobolEstimate Low, SobolEstimate High);
