namespace Gci.Scoring;

/// <summary>
/// Values known from outside, at any node of a tree: indicators of a composite index at its leaves, or published pillar points of a
/// country of which nothing finer is known. (Method 3.7)
/// </summary>
public sealed class Observations
{
    private readonly double[]?[] _columns;

    /// <exception cref="ArgumentException">A country stands twice.</exception>
    public Observations(IndexTree tree, IEnumerable<string> countries)
    {
        ArgumentNullException.ThrowIfNull(tree);
        Tree = tree;
        Countries = [.. countries];
        if (Countries.Distinct(StringComparer.Ordinal).Count() != Countries.Count)
        {
            throw new ArgumentException("A country stands once in a table of observations.", nameof(countries));
        }

        _columns = new double[tree.Nodes.Length][];
    }

    public IndexTree Tree { get; }

    public IReadOnlyList<string> Countries { get; }

    /// <summary>The value of a country (row) at a node, on the node's own scale; NaN where nothing was observed.</summary>
    /// <exception cref="ArgumentException">An infinite value.</exception>
    public double this[int country, string node]
    {
        get => _columns[Tree[node].Position]?[country] ?? double.NaN;
        set
        {
            if (double.IsInfinity(value))
            {
                throw new ArgumentException($"The value observed at {node} is infinite.", nameof(value));
            }

            (_columns[Tree[node].Position] ??= Empty())[country] = value;
        }
    }

    /// <summary>The values of all countries at a node; empty where none was observed.</summary>
    public ReadOnlySpan<double> Column(int node) => _columns[node];

    private double[] Empty()
    {
        var column = new double[Countries.Count];
        Array.Fill(column, double.NaN);
        return column;
    }
}
