using System.Collections.Immutable;
using Gci.Scoring.Aggregation;

namespace Gci.Scoring;

/// <summary>Averages the shares that the children reach of their own scales. (Method 3.5)</summary>
internal sealed class MeanGroup(
    ImmutableArray<int> children, double maximum, double needed, double[] maxima, double[] weights, Mean mean)
    : Group(children, maximum, needed)
{
    internal override void Combine(ScoringBlock block, Span<double> column)
    {
        for (var row = 0; row < column.Length; row++)
        {
            column[row] = Of(block, row);
        }
    }

    private double Of(ScoringBlock block, int row)
    {
        var (sum, available, known) = (0.0, 0.0, 0);
        for (var child = 0; child < maxima.Length; child++)
        {
            var value = block.Column(Children[child])[row];
            if (double.IsNaN(value))
            {
                continue;
            }

            known++;
            if (weights[child] > 0)
            {
                // A group without points hands none down: 0 of 0 is a share of 0.
                sum += weights[child] * mean.Forward(maxima[child] == 0 ? 0 : value / maxima[child]);
                available += weights[child];
            }
        }

        // A group whose known children all have weight 0 says nothing.
        return TooFew(known) || available == 0 ? double.NaN : Maximum * mean.Back(sum / available);
    }
}
