using System.Collections.Immutable;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Normalisation;
using Gci.Testing;

namespace Gci.Scoring.Tests.Oracle;

/// <summary>The ASEM example index, of four levels, and its reference results.</summary>
internal sealed class Asem
{
    private readonly Dictionary<string, Direction> _directions;

    internal Asem()
    {
        var meta = Shared.OracleTable("asem_iMeta.csv");
        var rows = meta.Text("iCode").Zip(meta.Text("Parent"), meta.Numbers("Direction"))
            .Zip(meta.Text("Type"), (row, type) => (Code: row.First, Parent: row.Second, Direction: row.Third, Type: type))
            .Where(row => row.Type is "Indicator" or "Aggregate")
            .ToArray();
        Tree = IndexTree.Build(rows.Select(row => (row.Code, row.Parent == "NA" ? null : row.Parent)));
        _directions = rows.ToDictionary(row => row.Code, row => (Direction)row.Direction, StringComparer.Ordinal);

        var weights = Shared.OracleTable("asem_weights_Original.csv");
        Weights = new("original", weights.Text("iCode").Zip(weights.Numbers("Weight"))
            .ToImmutableDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    internal IndexTree Tree { get; }

    internal WeightSet Weights { get; }

    internal Direction DirectionOf(string indicator) => _directions[indicator];

    /// <summary>The indicators of a table of units, as observations.</summary>
    internal Observations Observe(string file)
    {
        var table = Shared.OracleTable(file);
        var observed = new Observations(Tree, table.Text("uCode"));
        foreach (var leaf in Tree.Leaves)
        {
            foreach (var (row, value) in table.Numbers(leaf.Code).Index())
            {
                observed[row, leaf.Code] = value;
            }
        }

        return observed;
    }

    /// <summary>A scorer on the indicators' own scale; one mean for all levels of groups, or one for each, the lowest first.</summary>
    internal Scorer Scorer(WeightSet weights, double availability, params ReadOnlySpan<Mean> bottomUp)
    {
        // The rule of the leaves' own level comes last; its mean is not used.
        Mean[] topDown = [.. bottomUp.Length == 1 ? Enumerable.Repeat(bottomUp[0], Tree.Depth) : bottomUp.ToArray().Reverse(), bottomUp[0]];
        return new(Tree, weights, [.. topDown.Select(mean => new LevelRule(mean, UnknownPolicy.Renormalise, availability))]);
    }
}
