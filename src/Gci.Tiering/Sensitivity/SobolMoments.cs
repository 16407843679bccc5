namespace Gci.Tiering.Sensitivity;

/// <summary>The sums of <see cref="SobolColumns"/> over some rows, looked at from the mean of all runs of these rows.</summary>
internal readonly ref struct SobolMoments
{
    private readonly SobolColumns _columns;
    private readonly ReadOnlySpan<double> _sums;
    private readonly double _rows;
    private readonly double _mean;

    internal SobolMoments(SobolColumns columns, ReadOnlySpan<double> sums, int rows)
    {
        _columns = columns;
        _sums = sums;
        _rows = rows;
        var sum = 0.0;
        for (var block = 0; block < columns.Blocks; block++)
        {
            sum += sums[block];
        }

        _mean = sum / (columns.Blocks * _rows);
    }

    internal SobolColumns Columns => _columns;

    internal double Rows => _rows;

    /// <summary>The mean of the squares of all runs about their mean.</summary>
    internal double Variance
    {
        get
        {
            var sum = 0.0;
            for (var block = 0; block < _columns.Blocks; block++)
            {
                sum += About(block, block);
            }

            return sum / _columns.Blocks;
        }
    }

    internal double Sum(int block) => _sums[block];

    internal double Products(int u, int v) => _sums[_columns.Of(u, v)];

    /// <summary>How alike the outcomes of two blocks are, by the mean of both their variances: 1 the same, 0 where they have nothing in common.</summary>
    internal double Alike(int u, int v) => 2 * About(u, v) / (About(u, u) + About(v, v));

    private double About(int u, int v) => (_sums[_columns.Of(u, v)] / _rows) - (_mean * (_sums[u] + _sums[v]) / _rows) + (_mean * _mean);
}
