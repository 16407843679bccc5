using Gci.Scoring.Credits;

namespace Gci.Scoring;

/// <summary>A run of countries that is scored together, node by node; a node's values are one column.</summary>
internal readonly ref struct ScoringBlock(double[][] values, int start, int length)
{
    internal void Run(Scorer scorer, AnswerTable? answers, Observations? observed)
    {
        var leaf = 0;
        foreach (var node in scorer.Tree.Nodes)
        {
            var column = Column(node.Position);
            if (!node.IsLeaf)
            {
                scorer.GroupAt(node.Position)!.Combine(this, column);
            }
            else if (answers is not null)
            {
                scorer.CreditAt(node.Position).Fill(answers.Column(leaf++).Slice(start, length), scorer.Maximum(node.Position), column);
            }
            else
            {
                column.Fill(double.NaN);
            }

            PutObserved(observed, node, column);
            if (node.Parent >= 0 && scorer.Level(node.Position).Unknown == UnknownPolicy.Zero)
            {
                Columns.ZeroUnknown(column);
            }
        }

        ForgetBelowObserved(scorer.Tree, observed);
    }

    internal Span<double> Column(int node) => values[node].AsSpan(start, length);

    private void PutObserved(Observations? observed, IndexNode node, Span<double> column)
    {
        if (observed is null || observed.Column(node.Position) is not { IsEmpty: false } known)
        {
            return;
        }

        for (var row = 0; row < length; row++)
        {
            column[row] = double.IsNaN(known[start + row]) ? column[row] : known[start + row];
        }
    }

    // A country known only by its pillars has no indicators: they are unknown, not zero.
    private void ForgetBelowObserved(IndexTree tree, Observations? observed)
    {
        if (observed is null)
        {
            return;
        }

        for (var position = tree.Nodes.Length - 1; position >= 0; position--)
        {
            if (!tree.Nodes[position].IsLeaf && observed.Column(position) is { IsEmpty: false } known)
            {
                Forget(tree, position, known);
            }
        }
    }

    private void Forget(IndexTree tree, int position, ReadOnlySpan<double> known)
    {
        foreach (var child in tree.Nodes[position].Children)
        {
            var column = Column(child);
            for (var row = 0; row < length; row++)
            {
                column[row] = double.IsNaN(known[start + row]) ? column[row] : double.NaN;
            }

            Forget(tree, child, known);
        }
    }
}
