using Gci.Editions.Answers;

namespace Gci.Data.Runs;

/// <summary>The two tables of a snapshot; the one of answers is what <c>gci publish --answers</c> reads.</summary>
internal static class SnapshotCsv
{
    internal static string Answers(IEnumerable<(string Country, string Question, string Answer)> rows) =>
        Table(["country", "code", "answer"], rows.Select(row => (string[])[row.Country, row.Question, row.Answer]));

    internal static string Sources(IEnumerable<(string Country, AnswerSource Source)> rows) =>
        Table(["country", "source"], rows.Select(row => (string[])[row.Country, row.Source.Code()]));

    private static string Table(string[] header, IEnumerable<string[]> rows) => rows.Aggregate(new CsvText().Row(header), (text, row) => text.Row(row)).ToString();
}
