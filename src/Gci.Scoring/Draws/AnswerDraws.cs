using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gci.Scoring.Draws;

/// <summary>Draws the credits of answers that are not certain. Each has random numbers of its own, by country and question.</summary>
public sealed class AnswerDraws
{
    /// <summary>The code of this source.</summary>
    public const string Source = "answers";

    private readonly ImmutableArray<Cell> _cells;

    /// <param name="scores">With the answers as they are.</param>
    /// <param name="rows">The rows of the countries in the study.</param>
    /// <exception cref="ArgumentException">A doubt is about another country or no question, stands twice, is about what was not answered, or its numbers are impossible.</exception>
    public AnswerDraws(Scores scores, ImmutableArray<int> rows, ImmutableArray<AnswerDoubt> doubts)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var places = rows.Select((row, place) => (scores.Countries[row], place)).ToDictionary(StringComparer.Ordinal);
        var leaves = scores.Scorer.Tree.Leaves.Select((leaf, number) => (leaf.Code, number)).ToDictionary(StringComparer.Ordinal);
        _cells = [.. doubts.Select(doubt => Of(doubt, scores, rows, places, leaves)).OrderBy(cell => cell.Leaf).ThenBy(cell => cell.Country)];
        if (_cells.Zip(_cells.Skip(1)).FirstOrDefault(pair => (pair.First.Leaf, pair.First.Country) == (pair.Second.Leaf, pair.Second.Country)).First is { } twice)
        {
            throw new ArgumentException($"The answer of {scores.Countries[rows[twice.Country]]} to {scores.Scorer.Tree.Leaves[twice.Leaf].Code} is doubted twice.", nameof(doubts));
        }
    }

    /// <summary>The doubted answers: country (place in the study), leaf (number) and the credit they are scored with.</summary>
    internal ImmutableArray<Cell> Cells => _cells;

    /// <param name="credits">Cell after cell, <see cref="DrawBlock.Size"/> draws each.</param>
    internal void Fill(DrawBlock block, Span<double> credits)
    {
        var keys = block.Keys(Source);
        var to = MemoryMarshal.Cast<double, Vector256<double>>(credits);
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            for (var vector = 0; vector < keys.Length; vector++)
            {
                to[(cell * keys.Length) + vector] = _cells[cell].Of(DrawNumbers.Uniform(keys[vector], _cells[cell].Item));
            }
        }
    }

    /// <summary>The credits in the first draw of a block.</summary>
    public ImmutableArray<DrawnCredit> Of(DrawBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var key = block.Keys(Source)[0];
        return [.. _cells.Select(cell => new DrawnCredit(cell.Name, cell.Question, cell.Of(DrawNumbers.Uniform(key, cell.Item))[0]))];
    }

    private static Cell Of(AnswerDoubt doubt, Scores scores, ImmutableArray<int> rows, Dictionary<string, int> places, Dictionary<string, int> leaves)
    {
        var name = $"The doubt about {doubt.Question} of {doubt.Country}";
        if (!places.TryGetValue(doubt.Country, out var place) || !leaves.TryGetValue(doubt.Question, out var leaf))
        {
            throw new ArgumentException($"{name} is about a country or a question that is not scored.", nameof(doubt));
        }

        var node = scores.Scorer.Tree.Leaves[leaf].Position;
        var (earned, maximum) = (scores[rows[place], node], scores.Scorer.Maximum(node));
        var credit = double.IsNaN(earned) || maximum == 0 ? throw new ArgumentException($"{name}: nothing is earned there that could be doubted.", nameof(doubt)) : earned / maximum;
        var most = doubt.Most ?? credit;
        if (doubt.Holds is not (null or (>= 0 and <= 1)) || !(doubt.Least >= 0 && doubt.Least <= most && most <= 1))
        {
            throw new ArgumentException($"{name}: a probability and credits lie between 0 and 1, the least not above the most.", nameof(doubt));
        }

        return new(doubt.Country, doubt.Question, place, leaf, credit, doubt.Holds, doubt.Least, most, DrawNumbers.Item(Source, $"{doubt.Country}/{doubt.Question}"));
    }

    internal sealed record Cell(string Name, string Question, int Country, int Leaf, double Credit, double? Holds, double Least, double Most, ulong Item)
    {
        internal Vector256<double> Of(Vector256<double> uniform) => Holds is { } holds
            ? Vector256.ConditionalSelect(Vector256.LessThan(uniform, Vector256.Create(holds)), Vector256.Create(Most), Vector256.Create(Least))
            : Vector256.FusedMultiplyAdd(uniform, Vector256.Create(Most - Least), Vector256.Create(Least));
    }
}
