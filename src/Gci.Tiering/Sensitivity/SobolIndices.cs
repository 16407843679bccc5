using System.Buffers;
using System.Diagnostics;
using Gci.Scoring.Statistics;

namespace Gci.Tiering.Sensitivity;

/// <summary>Variance-based sensitivity of any number of outcomes of the runs of one <see cref="SobolDesign"/>; may be used by several threads.</summary>
public sealed class SobolIndices
{
    // Where the variance of a sample is this share of that of all rows, it is rounding.
    private const double Nothing = 1e-12;

    private readonly SobolColumns _columns;
    private readonly int _size;
    private readonly bool _isPlain;

    /// <param name="size">Rows of the design.</param>
    /// <param name="isPlain">Whether to use the plain estimator of the field, which errs more and knows no pairs; for comparison.</param>
    public SobolIndices(int size, int factors, bool hasSecondOrder, bool isPlain = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        (_size, _isPlain, _columns) = (size, isPlain, new(factors, hasSecondOrder && !isPlain));
    }

    public SobolIndices(SobolDesign design)
        : this((design ?? throw new ArgumentNullException(nameof(design))).Size, design.Factors, design.HasSecondOrder)
    {
    }

    /// <param name="outcomes">One a run, in the order of the design.</param>
    /// <exception cref="ArgumentException">There is not one outcome a run, or one is no number.</exception>
    public SobolEstimate Estimate(ReadOnlySpan<double> outcomes) => Study(outcomes, null, 0).Found;

    /// <summary>The estimate with an interval for each index, all indices from the same rows drawn again.</summary>
    /// <param name="outcomes">One a run, in the order of the design.</param>
    /// <param name="share">Of the estimates within an interval, such as 0.95. Samples in which the outcome never varies have none.</param>
    /// <exception cref="ArgumentException">There is not one outcome a run, one is no number, or the rows are of another design.</exception>
    public (SobolEstimate Found, SobolInterval Interval) Estimate(ReadOnlySpan<double> outcomes, BootstrapRows rows, double share)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (rows.Size != _size)
        {
            throw new ArgumentException($"The design has {_size} rows, and {rows.Size} were drawn.", nameof(rows));
        }

        var (found, interval) = Study(outcomes, rows, share);
        return (found, interval ?? throw new UnreachableException());
    }

    private (SobolEstimate Found, SobolInterval? Interval) Study(ReadOnlySpan<double> outcomes, BootstrapRows? rows, double share)
    {
        var (centre, isConstant) = Checked(outcomes);
        var table = ArrayPool<double>.Shared.Rent(_size * _columns.Count);
        _columns.Fill(outcomes, _isPlain ? 0 : centre, table);
        double[] found = new double[_columns.Indices], sums = new double[_columns.Count * BootstrapRows.Lanes];
        var all = new double[_size * BootstrapRows.Lanes];
        Array.Fill(all, 1);
        WeightedSums.Of(table, _columns.Count, all, sums);
        var least = isConstant ? double.PositiveInfinity : Nothing * new SobolMoments(_columns, sums.AsSpan(0, _columns.Count), _size).Variance;
        Fill(sums.AsSpan(0, _columns.Count), least, found);
        var interval = rows is null ? null : Interval(table, rows, least, share);
        ArrayPool<double>.Shared.Return(table);
        return (SobolEstimate.Of(found, _columns.Factors), interval);
    }

    private SobolInterval Interval(double[] table, BootstrapRows rows, double least, double share)
    {
        var (sums, indices, count) = (new double[_columns.Count * BootstrapRows.Lanes], new double[_columns.Indices], 0);
        double[][] drawn = [.. indices.Select(_ => new double[rows.Times])];
        for (var time = 0; time < rows.Times; time++)
        {
            var lane = time % BootstrapRows.Lanes;
            if (lane == 0)
            {
                WeightedSums.Of(table, _columns.Count, rows.Group(time / BootstrapRows.Lanes), sums);
            }

            if (Fill(sums.AsSpan(lane * _columns.Count, _columns.Count), least, indices))
            {
                for (var index = 0; index < indices.Length; index++)
                {
                    drawn[index][count] = indices[index];
                }

                count++;
            }
        }

        return Between(drawn, count, share);
    }

    private SobolInterval Between(double[][] drawn, int count, double share)
    {
        double[] low = new double[drawn.Length], high = new double[drawn.Length];
        for (var index = 0; index < drawn.Length; index++)
        {
            var sorted = drawn[index][..count];
            Array.Sort(sorted);
            (low[index], high[index]) = count == 0 ? (double.NaN, double.NaN) : (Quantile.Of(sorted, (1 - share) / 2), Quantile.Of(sorted, (1 + share) / 2));
        }

        return new(SobolEstimate.Of(low, _columns.Factors), SobolEstimate.Of(high, _columns.Factors));
    }

    private bool Fill(ReadOnlySpan<double> sums, double least, Span<double> indices)
    {
        var moments = new SobolMoments(_columns, sums, _size);
        if (!(moments.Variance > least))
        {
            indices.Fill(double.NaN);
            return false;
        }

        if (_isPlain)
        {
            SobolEstimator.Plain(moments, indices);
        }
        else
        {
            SobolEstimator.Sharp(moments, indices);
        }

        return true;
    }

    private (double Centre, bool IsConstant) Checked(ReadOnlySpan<double> outcomes)
    {
        if (outcomes.Length != _size * _columns.Blocks)
        {
            throw new ArgumentException($"There is one outcome a run: {_size * _columns.Blocks}, not {outcomes.Length}.", nameof(outcomes));
        }

        var (sum, isConstant) = (0.0, true);
        foreach (var outcome in outcomes)
        {
            sum += double.IsFinite(outcome) ? outcome : throw new ArgumentException($"An outcome is {outcome}; sensitivity needs numbers.", nameof(outcomes));
            isConstant &= outcome == outcomes[0];
        }

        return (sum / outcomes.Length, isConstant);
    }
}
