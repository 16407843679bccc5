using System.Runtime.InteropServices;
using Gci.Scoring.Tracing;

namespace Gci.Scoring;

/// <summary>The values of all countries at all nodes, NaN where nothing is known.</summary>
public sealed class Scores
{
    private readonly double[][] _values;
    private readonly Observations? _observed;

    internal Scores(Scorer scorer, IReadOnlyList<string> countries, double[][] values, Observations? observed) =>
        (Scorer, Countries, _values, _observed) = (scorer, countries, values, observed);

    public Scorer Scorer { get; }

    public IReadOnlyList<string> Countries { get; }

    /// <summary>The value of a country (row) at a node (position), on the node's own scale, unrounded.</summary>
    public double this[int country, int node] => Column(node)[country];

    /// <summary>The values of all countries at a node.</summary>
    public ReadOnlySpan<double> Column(int node) => _values[node];

    /// <summary>Whether the value at the node was observed and not computed from the node's children; false below another observed node.</summary>
    public bool IsObserved(int country, int node) =>
        _observed is not null && _observed.Column(node) is { IsEmpty: false } known
            && !double.IsNaN(known[country]) && !double.IsNaN(this[country, node]);

    /// <summary>The score of one country with all the parts it was made from.</summary>
    public CountryScore Trace(int country) => new(Countries[country], Trace(country, Scorer.Tree.Root));

    private NodeScore Trace(int country, IndexNode node)
    {
        var parts = new NodeScore[node.Children.Length];
        for (var child = 0; child < parts.Length; child++)
        {
            parts[child] = Trace(country, Scorer.Tree.Nodes[node.Children[child]]);
        }

        return new(
            node.Code,
            this[country, node.Position],
            Scorer.Maximum(node.Position),
            IsObserved(country, node.Position),
            ImmutableCollectionsMarshal.AsImmutableArray(parts));
    }
}
