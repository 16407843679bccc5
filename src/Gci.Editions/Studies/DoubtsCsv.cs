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

        var rows = results.Scores.Countries.Select((country, row) => (country, row)).ToDictionary(StringComparer.Ordinal);
        var (doubts, first) = (ImmutableArray.CreateBuilder<AnswerDoubt>(), new Dictionary<(string, string), int>());
        foreach (var row in table.Rows)
        {
            var (country, code) = (table[row, "country"], table[row, "code"]);
            if (!first.TryAdd((country, code), row.Line))
            {
                problems.Add(path, row.Line, FormattableString.Invariant($"The answer of {Quoted.Text(country)} to {Quoted.Text(code)} stands twice; it was first on line {first[(country, code)]}."));
            }
            else if (Mistake(results, rows, country, code) is { } sentence)
            {
                problems.Add(path, row.Line, sentence);
            }
            else if (Doubt(path, row.Line, new(country, code, Share(table[row, "holds"]), Share(table[row, "least"]) ?? 0, Share(table[row, "most"])), table, row, problems, Credit(results, rows[country], code)) is { } doubt)
            {
                doubts.Add(doubt);
            }
        }

        return problems.Any ? [] : doubts.ToImmutable();
    }

    private static string? Mistake(EditionResults results, Dictionary<string, int> rows, string country, string code) =>
        !rows.TryGetValue(country, out var row) ? $"{Quoted.Text(country)} handed in no answers; a doubt is about an answer that is scored."
            : !results.Edition.Tree.Contains(code) || !results.Edition.Tree[code].IsLeaf ? $"{Quoted.Text(code)} is not a scored question of the edition."
            : double.IsNaN(Credit(results, row, code)) ? $"{country} has no points at {code} that could be doubted."
            : null;

    private static double Credit(EditionResults results, int row, string code)
    {
        var node = results.Edition.Tree[code].Position;
        var maximum = results.Edition.Scorer.Maximum(node);
        return maximum == 0 ? double.NaN : results.Scores[row, node] / maximum;
    }

    private static AnswerDoubt? Doubt(string path, int line, AnswerDoubt doubt, CsvTable table, CsvRecord row, Problems problems, double credit)
    {
        var wrong = s_optional.Where(column => table[row, column].Length > 0 && Share(table[row, column]) is null).ToArray();
        foreach (var column in wrong)
        {
            problems.Add(path, line, $"\"{column}\" is {Quoted.Text(table[row, column])}; it is a number between 0 and 1, such as 0.8.");
        }

        if (wrong.Length == 0 && doubt.Least > (doubt.Most ?? credit))
        {
            problems.Add(path, line, FormattableString.Invariant($"The least credit, {doubt.Least}, is more than the most, {doubt.Most ?? credit}."));
            return null;
        }

        return wrong.Length == 0 ? doubt : null;
    }

    private static double? Share(string text) => PlainNumber.Read(text) is ( >= 0 and <= 1, _) and var (number, _) ? number : null;
}
