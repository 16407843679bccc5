using System.Collections.Immutable;
using Gci.Scoring.Statistics;

namespace Gci.Tiering.Sensitivity;

/// <summary>How much of the variance of an outcome comes from one factor.</summary>
/// <param name="First">By itself.</param>
/// <param name="Total">By itself and together with others.</param>
public readonly record struct SobolIndex(double First, double Total);

/// <summary>Variance-based sensitivity from the runs of a <see cref="SobolDesign"/>.</summary>
public sealed class SobolIndices
{
    private readonly double[] _y;
    private readonly int _size;
    private readonly int _factors;
    private readonly bool _hasSecondOrder;
    private readonly bool _isCentred;

    /// <param name="outcomes">One a run, in the order of the design.</param>
    /// <param name="isCentred">Whether the mean of all runs is taken off first: the estimator varies less, and not at all with a constant added.</param>
    public SobolIndices(ReadOnlySpan<double> outcomes, int size, int factors, bool hasSecondOrder, bool isCentred = true)
    {
        if (outcomes.Length != size * (factors + 2 + (hasSecondOrder ? factors : 0)))
        {
            throw new ArgumentException($"There is one outcome a run: {size * (factors + 2 + (hasSecondOrder ? factors : 0))}, not {outcomes.Length}.", nameof(outcomes));
        }

        (_y, _size, _factors, _hasSecondOrder, _isCentred) = (outcomes.ToArray(), size, factors, hasSecondOrder, isCentred);
        if (isCentred)
        {
            var mean = _y.Average();
            for (var run = 0; run < _y.Length; run++)
            {
                _y[run] -= mean;
            }
        }
    }

    /// <summary>The indices of all factors; NaN where the outcome never varies.</summary>
    public ImmutableArray<SobolIndex> Estimate() => Estimate([.. Enumerable.Range(0, _size)]);

    /// <summary>Second-order indices S_jk, j &lt; k, what two factors do only together. V_jk = mean(BA_j AB_k - A B) / V - S_j - S_k. Source: Saltelli (2002).</summary>
    public double Second(int j, int k)
    {
        if (!_hasSecondOrder)
        {
            throw new InvalidOperationException("The design was made without the runs that second-order indices need.");
        }

        int[] rows = [.. Enumerable.Range(0, _size)];
        var (variance, sum, first) = (Variance(rows), 0.0, Estimate(rows));
        foreach (var row in rows)
        {
            sum += (_y[At(2 + _factors + j, row)] * _y[At(2 + k, row)]) - (_y[row] * _y[At(1, row)]);
        }

        return (sum / _size / variance) - first[j].First - first[k].First;
    }

    /// <summary>Intervals of the middle <paramref name="share"/> of estimates from rows drawn again, all blocks together.</summary>
    /// <param name="times">How often rows are drawn.</param>
    public ImmutableArray<(SobolIndex Low, SobolIndex High)> Bootstrap(int times, double share, int seed)
    {
        var (random, rows) = (new Random(seed), new int[_size]);
        var drawn = new ImmutableArray<SobolIndex>[times];
        for (var time = 0; time < times; time++)
        {
            for (var row = 0; row < _size; row++)
            {
                rows[row] = random.Next(_size);
            }

            drawn[time] = Estimate(rows);
        }

        return
        [
            .. Enumerable.Range(0, _factors).Select(factor =>
            {
                double[] first = [.. drawn.Select(one => one[factor].First).Order()], total = [.. drawn.Select(one => one[factor].Total).Order()];
                var (low, high) = ((1 - share) / 2, (1 + share) / 2);
                return (new SobolIndex(Quantile.Of(first, low), Quantile.Of(total, low)), new SobolIndex(Quantile.Of(first, high), Quantile.Of(total, high)));
            }),
        ];
    }

    private int At(int block, int row) => (block * _size) + row;

    // S_i = mean(f_B (f_ABi - f_A)) / V, T_i = mean((f_A - f_ABi)^2) / (2 V).
    private ImmutableArray<SobolIndex> Estimate(ReadOnlySpan<int> rows)
    {
        var variance = Variance(rows);
        var indices = ImmutableArray.CreateBuilder<SobolIndex>(_factors);
        for (var factor = 0; factor < _factors; factor++)
        {
            var (first, total) = (0.0, 0.0);
            foreach (var row in rows)
            {
                var change = _y[At(2 + factor, row)] - _y[row];
                first += _y[At(1, row)] * change;
                total += change * change;
            }

            indices.Add(new(first / rows.Length / variance, total / rows.Length / (2 * variance)));
        }

        return indices.MoveToImmutable();
    }

    // Of A and B together with n - 1 as in the reference; where the outcomes are centred, of all runs, which all have the same distribution.
    private double Variance(ReadOnlySpan<int> rows)
    {
        var blocks = _isCentred ? _y.Length / _size : 2;
        var (sum, squares) = (0.0, 0.0);
        for (var block = 0; block < blocks; block++)
        {
            foreach (var row in rows)
            {
                sum += _y[At(block, row)];
            }
        }

        var mean = sum / (blocks * rows.Length);
        for (var block = 0; block < blocks; block++)
        {
            foreach (var row in rows)
            {
                var apart = _y[At(block, row)] - mean;
                squares += apart * apart;
            }
        }

        return squares == 0 ? double.NaN : squares / ((blocks * rows.Length) - 1);
    }
}
