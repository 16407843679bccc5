namespace Gci.Tiering.Sensitivity;

/// <summary>
/// All that indices are made of: for each row of a design the outcome of each block, and the products of two blocks that are compared. Their sums over rows
/// are enough for every estimate, so that rows can be drawn again by weighting them.
/// </summary>
internal sealed class SobolColumns
{
    /// <summary>Columns are a multiple of it, the last ones empty.</summary>
    internal const int Step = 8;

    internal const int A = 0;
    internal const int B = 1;

    private readonly List<(int U, int V)> _products = [];
    private readonly int[] _at;

    internal SobolColumns(int factors, bool hasSecondOrder)
    {
        (Factors, HasSecondOrder, Blocks) = (factors, hasSecondOrder, SobolDesign.BlocksOf(factors, hasSecondOrder));
        _at = new int[Blocks * Blocks];
        Add(A, B);
        for (var block = 0; block < Blocks; block++)
        {
            Add(block, block);
        }

        for (var factor = 0; factor < factors; factor++)
        {
            AddFactor(factor);
            for (var other = factor + 1; hasSecondOrder && other < factors; other++)
            {
                Add(BA(factor), AB(other));
                Add(AB(factor), BA(other));
                Add(AB(factor), AB(other));
                Add(BA(factor), BA(other));
            }
        }

        Count = (Blocks + _products.Count + Step - 1) / Step * Step;
    }

    internal int Factors { get; }

    internal bool HasSecondOrder { get; }

    internal int Blocks { get; }

    internal int Count { get; }

    /// <summary>How many indices come out: first and total of each factor, then the pairs.</summary>
    internal int Indices => (2 * Factors) + (HasSecondOrder ? Factors * (Factors - 1) / 2 : 0);

    internal static int Pair(int first, int second, int factors) => (first * ((2 * factors) - first - 1) / 2) + second - first - 1;

    /// <summary>The block of A with a column of B.</summary>
    internal static int AB(int factor) => 2 + factor;

    /// <summary>The block of B with a column of A.</summary>
    internal int BA(int factor) => 2 + Factors + factor;

    /// <summary>The column of a product of two blocks.</summary>
    internal int Of(int u, int v) => _at[(u * Blocks) + v];

    /// <summary>Fills the columns, row after row; the centre is taken off all outcomes.</summary>
    internal void Fill(ReadOnlySpan<double> outcomes, double centre, Span<double> table)
    {
        var size = outcomes.Length / Blocks;
        for (var row = 0; row < size; row++)
        {
            var columns = table.Slice(row * Count, Count);
            columns.Clear();
            for (var block = 0; block < Blocks; block++)
            {
                columns[block] = outcomes[(block * size) + row] - centre;
            }

            for (var product = 0; product < _products.Count; product++)
            {
                columns[Blocks + product] = columns[_products[product].U] * columns[_products[product].V];
            }
        }
    }

    private void AddFactor(int factor)
    {
        Add(A, AB(factor));
        Add(B, AB(factor));
        if (HasSecondOrder)
        {
            Add(A, BA(factor));
            Add(B, BA(factor));
            Add(AB(factor), BA(factor));
        }
    }

    private void Add(int u, int v)
    {
        _at[(u * Blocks) + v] = _at[(v * Blocks) + u] = Blocks + _products.Count;
        _products.Add((u, v));
    }
}
