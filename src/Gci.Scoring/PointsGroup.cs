using System.Collections.Immutable;

namespace Gci.Scoring;

/// <summary>Adds up points, then scales them so that a group with everything it can earn earns exactly its own points. (Method 3.4)</summary>
internal sealed class PointsGroup(ImmutableArray<int> children, double maximum, double needed, double[] maxima)
    : Group(children, maximum, needed)
{
    // The same order of addition as for a country with full marks, so that the quotient is exactly 1 for it.
    private readonly double _full = maxima.Aggregate(0.0, (sum, next) => sum + next);

    internal override void Combine(ScoringBlock block, Span<double> column)
    {
        column.Clear();
        foreach (var child in Children)
        {
            Columns.Add(column, block.Column(child));
        }

        Columns.Scale(column, _full, Maximum);
        if (Columns.AnyUnknown(column))
        {
            Renormalise(block, column);
        }
    }

    private void Renormalise(ScoringBlock block, Span<double> column)
    {
        for (var row = 0; row < column.Length; row++)
        {
            column[row] = double.IsNaN(column[row]) ? OfKnown(block, row) : column[row];
        }
    }

    // Reached only where a child is unknown: none is under the policy of zero.
    private double OfKnown(ScoringBlock block, int row)
    {
        var (sum, available, known) = (0.0, 0.0, 0);
        for (var child = 0; child < maxima.Length; child++)
        {
            var value = block.Column(Children[child])[row];
            if (!double.IsNaN(value))
            {
                (sum, available, known) = (sum + value, available + maxima[child], known + 1);
            }
        }

        return TooFew(known) ? double.NaN : Scaled(sum, available);
    }

    private double Scaled(double sum, double available) =>
        available == Maximum ? sum : available == 0 ? double.NaN : Maximum * (sum / available);
}
