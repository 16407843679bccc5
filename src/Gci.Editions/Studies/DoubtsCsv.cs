using System.Collections.Immutable;
using Gci.Editions.Answers;
using Gci.Editions.Results;
using Gci.Scoring.Draws;

namespace Gci.Editions.Studies;

/// <summary>
/// Reads answers that are not certain from CSV: <c>country,code,holds,least,most</c>. <c>holds</c> is the probability that the answer earns its credit (or
/// <c>most</c>) and not <c>least</c>; where it is empty, the credit lies anywhere between both.
/// </summary>
public static class DoubtsCsv
{
    private static readonly string[] s_columns = ["country", "code"];
    private static readonly string[] s_optional = ["holds", "least", "most"];

    /// <summary>The doubts; none if anything is among the problems.</summary>
    public static ImmutableArray<AnswerDoubt> Read(string path, EditionResults results, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(problems);
        if (InputFile.Bytes(path, problems) is not { } content || CsvTable.Read(path, content, s_columns, s_optional, problems) is not { } table)
        {
            return [];
        }

        var rows = new DoubtRows(table, results);
        var doubts = ImmutableArray.CreateBuilder<AnswerDoubt>();
        foreach (var row in table.Rows)
        {
            var (doubt, mistakes) = rows.Read(row);
            if (doubt is not null)
            {
                doubts.Add(doubt);
            }

            foreach (var sentence in mistakes)
            {
                problems.Add(path, row.Line, sentence);
            }
        }

        return problems.Any ? [] : doubts.ToImmutable();
    }

    /// <summary>Reads row after row, and remembers which answers are doubted already.</summary>
    private sealed class DoubtRows(CsvTable table, EditionResults results)
    {
        private readonly Dictionary<string, int> _countries = results.Scores.Countries.Select((country, row) => (country, row)).ToDictionary(StringComparer.Ordinal);
        private readonly Dictionary<(string Country, string Code), int> _first = [];

        /// <summary>The doubt of a row, or what is wrong with it.</summary>
        internal (AnswerDoubt? Doubt, IEnumerable<string> Mistakes) Read(CsvRecord row)
        {
            var (country, code) = (table[row, "country"], table[row, "code"]);
            if ((Twice(country, code, row.Line) ?? NotScored(country, code)) is { } sentence)
            {
                return (null, [sentence]);
            }

            string[] wrong = [.. s_optional.Where(column => table[row, column] is { Length: > 0 } text && Share(text) is null)];
            if (wrong.Length > 0)
            {
                return (null, wrong.Select(column => $"\"{column}\" is {Quoted.Text(table[row, column])}; it is a number between 0 and 1, such as 0.8."));
            }

            var doubt = new AnswerDoubt(country, code, Share(table[row, "holds"]), Share(table[row, "least"]) ?? 0, Share(table[row, "most"]));
            return Crossed(doubt, Credit(country, code)) is { } crossed ? (null, [crossed]) : (doubt, []);
        }

        private string? Twice(string country, string code, int line) => _first.TryAdd((country, code), line) ? null
            : FormattableString.Invariant($"The answer of {Quoted.Text(country)} to {Quoted.Text(code)} stands twice; it was first on line {_first[(country, code)]}.");

        private string? NotScored(string country, string code) =>
            !_countries.TryGetValue(country, out var row) ? $"{Quoted.Text(country)} handed in no answers; a doubt is about an answer that is scored."
                : double.IsNaN(results.Scores[row, results.Edition.Tree.Root.Position]) ? $"{country} has no score, and so no tier that a doubt could change."
                : !results.Edition.Tree.Contains(code) || !results.Edition.Tree[code].IsLeaf ? $"{Quoted.Text(code)} is not a scored question of the edition."
                : double.IsNaN(Credit(country, code)) ? $"{country} has no points at {code} that could be doubted."
                : null;

        private double Credit(string country, string code)
        {
            var node = results.Edition.Tree[code].Position;
            var maximum = results.Edition.Scorer.Maximum(node);
            return maximum == 0 ? double.NaN : results.Scores[_countries[country], node] / maximum;
        }

        private static string? Crossed(AnswerDoubt doubt, double credit) => doubt.Least <= (doubt.Most ?? credit) ? null
            : FormattableString.Invariant($"The least credit, {doubt.Least}, is more than the most, {doubt.Most ?? credit}.");

        private static double? Share(string text) => PlainNumber.Read(text) is ( >= 0 and <= 1, _) and var (number, _) ? number : null;
    }
}
