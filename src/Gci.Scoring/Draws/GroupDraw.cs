using System.Runtime.Intrinsics;

namespace Gci.Scoring.Draws;

/// <summary>Draws the shares of the children of one group, which add up to 1, for four draws at once.</summary>
internal abstract class GroupDraw(string source, int[] children, double[] shares)
{
    /// <summary>The source whose random numbers it takes.</summary>
    internal string Source { get; } = source;

    protected int[] Children { get; } = children;

    /// <summary>The shares of the set.</summary>
    protected double[] Nominal { get; } = shares;

    /// <param name="keys">Of the draws.</param>
    /// <param name="drawn">One vector a node of the tree; those of the children are filled.</param>
    internal abstract void Draw(Vector256<ulong> keys, Span<Vector256<double>> drawn);

    protected void Normalise(Span<Vector256<double>> drawn)
    {
        var sum = Vector256<double>.Zero;
        foreach (var child in Children)
        {
            sum += drawn[child];
        }

        var scale = Vector256<double>.One / sum;
        foreach (var child in Children)
        {
            drawn[child] *= scale;
        }
    }

    protected void Stay(Span<Vector256<double>> drawn)
    {
        for (var child = 0; child < Children.Length; child++)
        {
            drawn[Children[child]] = Vector256.Create(Nominal[child]);
        }
    }
}

/// <summary>The shares of the set.</summary>
internal sealed class FixedGroup(string source, int[] children, double[] shares) : GroupDraw(source, children, shares)
{
    internal override void Draw(Vector256<ulong> keys, Span<Vector256<double>> drawn) => Stay(drawn);
}

/// <summary>See <see cref="NoisyWeights"/>: (1 - f) w + 2 f w u, the same as w (1 + f (2u - 1)) in one step less.</summary>
internal sealed class NoisyGroup(string source, int[] children, double[] shares, ulong[] items, double factor) : GroupDraw(source, children, shares)
{
    private readonly double[] _least = [.. shares.Select(share => share * (1 - factor))];
    private readonly double[] _spread = [.. shares.Select(share => 2 * factor * share)];

    internal override void Draw(Vector256<ulong> keys, Span<Vector256<double>> drawn)
    {
        for (var child = 0; child < items.Length; child++)
        {
            drawn[Children[child]] = Vector256.FusedMultiplyAdd(DrawNumbers.Uniform(keys, items[child]), Vector256.Create(_spread[child]), Vector256.Create(_least[child]));
        }

        Normalise(drawn);
    }
}

/// <summary>See <see cref="DirichletWeights"/>: gamma variates by Marsaglia and Tsang (2000), divided by their sum.</summary>
internal sealed class DirichletGroup(string source, int[] children, double[] shares, ulong[] items, double concentration) : GroupDraw(source, children, shares)
{
    private const double LeastGamma = 1e-300;

    internal override void Draw(Vector256<ulong> keys, Span<Vector256<double>> drawn)
    {
        var stream = new DrawNumbers.Stream();
        for (var child = 0; child < items.Length; child++)
        {
            var shape = concentration * Nominal[child];
            drawn[Children[child]] = shape == 0 ? default : Vector256.Create(
                Gamma(stream.At(keys[0], items[child]), shape), Gamma(stream.At(keys[1], items[child]), shape),
                Gamma(stream.At(keys[2], items[child]), shape), Gamma(stream.At(keys[3], items[child]), shape));
        }

        Normalise(drawn);
    }

    // Of a small shape nearly all the mass lies so close to 0 that a double does not hold it.
    private static double Gamma(DrawNumbers.Stream stream, double shape) =>
        Math.Max(LeastGamma, MathNet.Numerics.Distributions.Gamma.Sample(stream, shape, 1));
}
