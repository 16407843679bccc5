using System.Diagnostics;
using System.Runtime.Intrinsics;
using Gci.Scoring.Aggregation;

namespace Gci.Scoring.Draws;

/// <summary>Makes a group of one country from its children in four draws: any aggregation, what is not known left out or blocking. In shares of maxima.</summary>
internal sealed class DrawnGroup(IndexNode node, Scorer scorer)
{
    private readonly int[] _children = [.. node.Children];
    private readonly Mean _mean = scorer.Level(scorer.Tree[node.Code].Position).Aggregator as Mean ?? new ArithmeticMean();
    private readonly double _needed = Group.Needed(scorer.Tree[node.Code], scorer, scorer.Level(scorer.Tree[node.Code].Position).Availability);

    internal int Position => node.Position;

    /// <param name="weights">The share of each node among its siblings, <see cref="DrawBlock.Size"/> draws a node, from the first of the four draws on.</param>
    /// <param name="values">Of each node; NaN where it is not known, in all draws.</param>
    internal Vector256<double> Of(ReadOnlySpan<double> weights, ReadOnlySpan<Vector256<double>> values)
    {
        var (sum, available, known) = (Vector256<double>.Zero, Vector256<double>.Zero, 0);
        foreach (var child in _children)
        {
            if (double.IsNaN(values[child][0]))
            {
                continue;
            }

            known++;
            var weight = Vector256.Create(weights[(child * DrawBlock.Size)..]);
            sum += Vector256.ConditionalSelect(Vector256.GreaterThan(weight, default), weight * _mean.Forward(values[child]), default);
            available += weight;
        }

        return known == 0 || (double)known / _children.Length < _needed || available[0] == 0 ? Vector256.Create(double.NaN) : _mean.Back(sum / available);
    }
}
