using System.Runtime.Intrinsics;

namespace Gci.Scoring.Draws;

/// <summary>Shares that are uniform over the simplex, of the children that have a weight: exponential variates divided by their sum.</summary>
internal abstract class SimplexGroup(string source, int[] children, double[] shares, ulong[] items) : GroupDraw(source, children, shares)
{
    protected void DrawSimplex(Vector256<ulong> keys, Span<Vector256<double>> drawn)
    {
        for (var child = 0; child < items.Length; child++)
        {
            // 1 - u is never 0.
            drawn[Children[child]] = Nominal[child] == 0 ? default : -Vector256.Log(Vector256<double>.One - DrawNumbers.Uniform(keys, items[child]));
        }

        Normalise(drawn);
    }
}

/// <summary>See <see cref="BoundedWeights"/>.</summary>
internal sealed class BoundedGroup(string source, int[] children, double[] shares, ulong[] items, double kept) : SimplexGroup(source, children, shares, items)
{
    internal override void Draw(Vector256<ulong> keys, Span<Vector256<double>> drawn)
    {
        DrawSimplex(keys, drawn);
        for (var child = 0; child < Children.Length; child++)
        {
            drawn[Children[child]] = Vector256.FusedMultiplyAdd(drawn[Children[child]], Vector256.Create(1 - kept), Vector256.Create(kept * Nominal[child]));
        }
    }
}

/// <summary>See <see cref="OrdinalWeights"/>.</summary>
internal sealed class OrdinalGroup(string source, int[] children, double[] shares, ulong[] items) : SimplexGroup(source, children, shares, items)
{
    internal override void Draw(Vector256<ulong> keys, Span<Vector256<double>> drawn)
    {
        DrawSimplex(keys, drawn);
        for (var lane = 0; lane < DrawBlock.Lanes; lane++)
        {
            Arrange(lane, drawn);
        }
    }

    // Among children of equal weight the larger draw stays the larger, so that none of them is preferred.
    private void Arrange(int lane, Span<Vector256<double>> drawn)
    {
        var own = new double[Children.Length];
        for (var child = 0; child < own.Length; child++)
        {
            own[child] = drawn[Children[child]][lane];
        }

        int[] places = [.. Enumerable.Range(0, own.Length).OrderByDescending(child => Nominal[child]).ThenByDescending(child => own[child])];
        double[] sorted = [.. own.OrderDescending()];
        for (var place = 0; place < places.Length; place++)
        {
            drawn[Children[places[place]]] = drawn[Children[places[place]]].WithElement(lane, sorted[place]);
        }
    }
}
