namespace Gci.Scoring.Credits;

/// <summary>
/// Coded answers of many countries: a column for each leaf of a tree, a row for each country. Columns lie one after another, so that
/// one question is scored for all countries in a row.
/// </summary>
public sealed class AnswerTable
{
    private readonly double[] _codes;
    private readonly Dictionary<string, int> _columns;

    /// <param name="tree">The index whose leaves are the questions.</param>
    /// <param name="countries">The rows; a country stands once.</param>
    /// <exception cref="ArgumentException">A country stands twice.</exception>
    public AnswerTable(IndexTree tree, IEnumerable<string> countries)
    {
        ArgumentNullException.ThrowIfNull(tree);
        Tree = tree;
        Countries = [.. countries];
        if (Countries.Distinct(StringComparer.Ordinal).Count() != Countries.Count)
        {
            throw new ArgumentException("A country stands once in a table of answers.", nameof(countries));
        }

        _columns = tree.Leaves.Select((leaf, column) => (leaf.Code, column)).ToDictionary(StringComparer.Ordinal);
        _codes = new double[_columns.Count * Countries.Count];
        Array.Fill(_codes, CodedAnswer.Unanswered);
    }

    public IndexTree Tree { get; }

    public IReadOnlyList<string> Countries { get; }

    /// <summary>The coded answer of one country (row) to one question (code of a leaf).</summary>
    public double this[int country, string question]
    {
        get => _codes[Offset(country, question)];
        set => _codes[Offset(country, question)] = value;
    }

    /// <summary>The codes of all countries for the question in the given place of <see cref="IndexTree.Leaves"/>.</summary>
    public ReadOnlySpan<double> Column(int leaf) => _codes.AsSpan(leaf * Countries.Count, Countries.Count);

    private int Offset(int country, string question)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(country);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(country, Countries.Count);
        return (_columns[question] * Countries.Count) + country;
    }
}
