using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gci.Scoring.Aggregation;

namespace Gci.Scoring.Draws;

/// <summary>
/// An index of some countries under one method, ready for drawn weights and credits. What lies below the weights that are drawn is worked out once. A
/// country of which everything is known, in an index of sums, costs one multiplication a leaf; the others are made group by group.
/// </summary>
public sealed class DrawnIndex
{
    private const int Vectors = DrawBlock.Size / DrawBlock.Lanes;

    private readonly IndexTree _tree;
    private readonly double _points;
    private readonly double[][] _known;
    private readonly int[] _summed;
    private readonly int[] _grouped;
    private readonly DrawnGroup[] _groups;
    private readonly bool[] _zero;
    private readonly AnswerDraws _answers;
    private readonly ImmutableArray<ImmutableArray<int>> _cells;

    /// <param name="scores">With the nominal weights, under this method.</param>
    /// <param name="rows">The rows of the countries in the study.</param>
    /// <param name="tree">The scores' tree down to the deepest weights that are drawn.</param>
    /// <exception cref="ArgumentException">The whole is not known of a country.</exception>
    public DrawnIndex(Scores scores, ImmutableArray<int> rows, IndexTree tree, AnswerDraws answers)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var scorer = scores.Scorer;
        (_tree, _answers, _points) = (tree, answers, scorer.Maximum(scorer.Tree.Root.Position));
        if (rows.FirstOrDefault(row => double.IsNaN(scores[row, scorer.Tree.Root.Position]), -1) is >= 0 and var unknown)
        {
            throw new ArgumentException($"{scores.Countries[unknown]} has no score under another method of the study, so it would be in no tier.", nameof(scores));
        }

        var cells = Enumerable.Range(0, answers.Cells.Length).ToLookup(cell => answers.Cells[cell].Country);
        _cells = [.. Enumerable.Range(0, rows.Length).Select(country => cells[country].ToImmutableArray())];
        _known = [.. rows.Select(row => tree.Nodes.Select(node => Known(scores, row, node)).ToArray())];
        IndexNode[] groups = [.. tree.Nodes.Where(node => !node.IsLeaf)];
        _groups = [.. groups.Select(node => new DrawnGroup(node, scorer))];
        _zero = [.. tree.Nodes.Select(node => node.Parent >= 0 && scorer.Level(scorer.Tree[node.Code].Position).Unknown == UnknownPolicy.Zero)];
        var isSum = groups.All(node => scorer.Level(scorer.Tree[node.Code].Position).Aggregator is Points or ArithmeticMean);
        var earned = _known.Select(known => isSum ? Filled(known) : null).ToArray();
        _summed = [.. Enumerable.Range(0, rows.Length).Where(country => earned[country] is not null)];
        _grouped = [.. Enumerable.Range(0, rows.Length).Where(country => earned[country] is null)];
        Kernel = _summed.Length == 0 ? null : new(
            [.. tree.Leaves.SelectMany(leaf => _summed.Select(country => earned[country]![leaf.Position] * _points))], _summed.Length);
    }

    /// <summary>Whether the kernel gives the scores of all countries, and nothing has to be added.</summary>
    public bool IsPlain => _grouped.Length == 0 && _answers.Cells.IsEmpty;

    /// <summary>For the countries that are sums; null where none is.</summary>
    public ScoreKernel? Kernel { get; }

    /// <summary>The scores of a block of draws.</summary>
    /// <param name="scores">Country after country, <see cref="DrawBlock.Size"/> draws each.</param>
    internal void Score(DrawBlock block, DrawSpace space, Span<double> scores)
    {
        if (!_answers.Cells.IsEmpty)
        {
            _answers.Fill(block, space.Credits);
        }

        if (Kernel is not null)
        {
            var sink = new StoreSink(space.Summed);
            Kernel.Multiply(space.Effective(block), ref sink);
            for (var place = 0; place < _summed.Length; place++)
            {
                space.Summed.AsSpan(place * DrawBlock.Size, DrawBlock.Size).CopyTo(scores[(_summed[place] * DrawBlock.Size)..]);
            }

            AddDoubts(block, space, scores);
        }

        foreach (var country in _grouped)
        {
            ScoreGrouped(country, space.Shares(block), space, scores.Slice(country * DrawBlock.Size, DrawBlock.Size));
        }
    }

    private static double Known(Scores scores, int row, IndexNode node)
    {
        var position = scores.Scorer.Tree[node.Code].Position;
        var (value, maximum) = (scores[row, position], scores.Scorer.Maximum(position));
        return !node.IsLeaf && !scores.IsObserved(row, position) ? double.NaN : double.IsNaN(value) ? double.NaN : maximum == 0 ? 0 : value / maximum;
    }

    // Below an observed node nothing is known, and whatever it earns there is what the node earns.
    private double[]? Filled(double[] known)
    {
        double[] filled = [.. known];
        foreach (var node in _tree.Nodes.Reverse().Where(node => node.Parent >= 0 && !double.IsNaN(filled[node.Parent])))
        {
            filled[node.Position] = filled[node.Parent];
        }

        return _tree.Leaves.Any(leaf => double.IsNaN(filled[leaf.Position])) ? null : filled;
    }

    private void AddDoubts(DrawBlock block, DrawSpace space, Span<double> scores)
    {
        var weights = space.Effective(block);
        for (var cell = 0; cell < _answers.Cells.Length; cell++)
        {
            var (country, leaf, nominal) = (_answers.Cells[cell].Country, _answers.Cells[cell].Leaf, _answers.Cells[cell].Credit);
            for (var draw = 0; draw < DrawBlock.Size; draw++)
            {
                scores[(country * DrawBlock.Size) + draw] += (space.Credits[(cell * DrawBlock.Size) + draw] - nominal) * _points * weights[(leaf * DrawBlock.Size) + draw];
            }
        }
    }

    private void ScoreGrouped(int country, ReadOnlySpan<double> shares, DrawSpace space, Span<double> scores)
    {
        Span<Vector256<double>> values = stackalloc Vector256<double>[_tree.Nodes.Length];
        for (var vector = 0; vector < Vectors; vector++)
        {
            for (var node = 0; node < values.Length; node++)
            {
                values[node] = Vector256.Create(_known[country][node]);
            }

            PutDoubts(country, vector, space.Credits, values);
            foreach (var group in _groups)
            {
                if (double.IsNaN(_known[country][group.Position]))
                {
                    var value = group.Of(shares[(vector * DrawBlock.Lanes)..], values);
                    values[group.Position] = _zero[group.Position] && double.IsNaN(value[0]) ? default : value;
                }
            }

            (values[^1] * _points).CopyTo(scores[(vector * DrawBlock.Lanes)..]);
        }
    }

    private void PutDoubts(int country, int vector, ReadOnlySpan<double> credits, Span<Vector256<double>> values)
    {
        foreach (var cell in _cells[country])
        {
            values[_tree.Leaves[_answers.Cells[cell].Leaf].Position] = MemoryMarshal.Cast<double, Vector256<double>>(credits)[(cell * Vectors) + vector];
        }
    }

    private readonly struct StoreSink(double[] scores) : IScoreSink
    {
        public void Take(int country, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
        {
            var to = scores.AsSpan(country * DrawBlock.Size, DrawBlock.Size);
            a.CopyTo(to);
            b.CopyTo(to[4..]);
            c.CopyTo(to[8..]);
            d.CopyTo(to[12..]);
        }
    }
}
