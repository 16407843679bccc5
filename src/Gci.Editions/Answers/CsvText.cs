using System.Globalization;
using System.Text;

namespace Gci.Editions.Answers;

/// <summary>Writes rows as RFC 4180 says, with <c>\n</c> ends and invariant numbers that read back to the same bits.</summary>
public sealed class CsvText
{
    private readonly StringBuilder _text = new();

    /// <summary>A line; fields that a spreadsheet would take for a formula are made harmless.</summary>
    public CsvText Row(params IEnumerable<string> fields)
    {
        _text.AppendJoin(',', fields.Select(Field)).Append('\n');
        return this;
    }

    /// <summary>A number in full, or nothing where it is not known.</summary>
    public static string Number(double number) => double.IsNaN(number) ? "" : number.ToString("R", CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();

    // A text that a spreadsheet would take for a formula gets an apostrophe; a number is none.
    private static string Field(string field)
    {
        var safe = field.Length > 0 && "=+-@\t\r".Contains(field[0], StringComparison.Ordinal) && !double.TryParse(field, CultureInfo.InvariantCulture, out _) ? "'" + field : field;
        return safe.AsSpan().ContainsAny(",\"\n\r") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
