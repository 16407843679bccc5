using System.Globalization;
using System.Text;
using Gci.Editions.Answers;

namespace Gci.Data.Runs;

/// <summary>
/// The two tables of a snapshot, as RFC 4180 says and with <c>\n</c> ends. A text that a spreadsheet would take for a formula gets an
/// apostrophe: no number begins so, and from texts nothing is computed.
/// </summary>
internal static class SnapshotCsv
{
    internal static string Answers(IEnumerable<(string Country, string Question, string Answer)> rows) =>
        Table("country,code,answer", rows.Select(row => $"{row.Country},{row.Question},{Field(row.Answer)}"));

    internal static string Sources(IEnumerable<(string Country, AnswerSource Source)> rows) =>
        Table("country,source", rows.Select(row => $"{row.Country},{row.Source.Code()}"));

    private static string Table(string header, IEnumerable<string> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var row in rows)
        {
            text.Append(row).Append('\n');
        }

        return text.ToString();
    }

    private static string Field(string field)
    {
        var safe = field.Length > 0 && "=+-@\t\r".Contains(field[0], StringComparison.Ordinal) && !double.TryParse(field, CultureInfo.InvariantCulture, out _) ? "'" + field : field;
        return safe.AsSpan().ContainsAny(",\"\n\r") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
