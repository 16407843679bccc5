using System.Runtime.Intrinsics;

namespace Gci.Scoring.Draws;

/// <summary>Draws the shares of the children of one group, which add up to 1.</summary>
internal abstract class GroupDraw(string source, int[] children, double[] shares)
{
    /// <summary>Vectors of a node in a block of draws, one after the other.</summary>
    protected const int Vectors = DrawBlock.Size / DrawBlock.Lanes;

    /// <summary>The source whose random numbers it takes.</summary>
    internal string Source { get; } = source;

    /// <summary>Where the first vector of each child lies.</summary>
    protected int[] Children { get; } = [.. children.Select(child => child * Vectors)];

    /// <summary>The shares of the set.</summary>
    protected double[] Nominal { get; } = shares;

    /// <summary>Draws a block.</summary>
    /// <param name="keys">Of the draws.</param>
    /// <param name="drawn">Node of the tree after node, the vectors of a block each; those of the children are filled.</param>
    internal abstract void Draw(ReadOnlySpan<Vector256<ulong>> keys, Span<Vector256<double>> drawn);
}

/// <summary>Draws one vector of a block after the other.</summary>
internal abstract class VectorDraw(string source, int[] children, double[] shares) : GroupDraw(source, children, shares)
{
    internal sealed override void Draw(ReadOnlySpan<Vector256<ulong>> keys, Span<Vector256<double>> drawn)
    {
        for (var vector = 0; vector < Vectors; vector++)
        {
            Draw(keys[vector], drawn[vector..]);
        }
    }

    protected abstract void Draw(Vector256<ulong> keys, Span<Vector256<double>> drawn);

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
internal sealed class FixedGroup(string source, int[] children, double[] shares) : VectorDraw(source, children, shares)
{
    protected override void Draw(Vector256<ulong> keys, Span<Vector256<double>> drawn) => Stay(drawn);
}

/// <summary>See <see cref="NoisyWeights"/>: (1 - f) w + 2 f w u, the same as w (1 + f (2u - 1)) in one step less.</summary>
internal sealed class NoisyGroup(string source, int[] children, double[] shares, ulong[] items, double factor) : GroupDraw(source, children, shares)
{
    private readonly double[] _least = [.. shares.Select(share => share * (1 - factor))];
    private readonly double[] _spread = [.. shares.Select(share => 2 * factor * share)];

    // The four vectors side by side, so that none waits for another.
    internal override void Draw(ReadOnlySpan<Vector256<ulong>> keys, Span<Vector256<double>> drawn)
    {
        Vector256<ulong> ka = keys[0], kb = keys[1], kc = keys[2], kd = keys[3];
        Vector256<double> a = default, b = default, c = default, d = default;
        for (var child = 0; child < items.Length; child++)
        {
            Vector256<double> spread = Vector256.Create(_spread[child]), least = Vector256.Create(_least[child]);
            var to = drawn.Slice(Children[child], Vectors);
            a += to[0] = Vector256.FusedMultiplyAdd(DrawNumbers.Uniform(ka, items[child]), spread, least);
            b += to[1] = Vector256.FusedMultiplyAdd(DrawNumbers.Uniform(kb, items[child]), spread, least);
            c += to[2] = Vector256.FusedMultiplyAdd(DrawNumbers.Uniform(kc, items[child]), spread, least);
            d += to[3] = Vector256.FusedMultiplyAdd(DrawNumbers.Uniform(kd, items[child]), spread, least);
        }

        (a, b, c, d) = (Vector256<double>.One / a, Vector256<double>.One / b, Vector256<double>.One / c, Vector256<double>.One / d);
        foreach (var child in Children)
        {
            var to = drawn.Slice(child, Vectors);
            (to[0], to[1], to[2], to[3]) = (to[0] * a, to[1] * b, to[2] * c, to[3] * d);
        }
    }
}

/// <summary>See <see cref="DirichletWeights"/>: gamma variates by Marsaglia and Tsang (2000), divided by their sum.</summary>
internal sealed class DirichletGroup(string source, int[] children, double[] shares, ulong[] items, double concentration) : VectorDraw(source, children, shares)
{
    private const double LeastGamma = 1e-300;

    protected override void Draw(Vector256<ulong> keys, Span<Vector256<double>> drawn)
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
