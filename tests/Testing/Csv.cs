using System.Globalization;
using System.Text.RegularExpressions;

namespace Gci.Testing;

/// <summary>A small table of reference results: a header, cells in quotes or bare, NA for what is missing. No cell holds a line break.</summary>
public sealed partial class Csv
{
    private readonly Dictionary<string, int> _columns;
    private readonly string[][] _rows;

    private Csv(string[] header, string[][] rows)
    {
        (Header, _rows) = (header, rows);
        _columns = header.Select((name, index) => (name, index)).ToDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Header { get; }

    public int Count => _rows.Length;

    public static Csv Read(string path)
    {
        string[][] lines = [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Cells)];
        return lines.All(line => line.Length == lines[0].Length)
            ? new(lines[0], lines[1..])
            : throw new FormatException($"The rows of {path} differ in length.");
    }

    /// <summary>The cells of a column as they stand.</summary>
    public string[] Text(string column) => [.. _rows.Select(row => row[_columns[column]])];

    /// <summary>The numbers of a column, NaN for NA.</summary>
    public double[] Numbers(string column) => [.. Text(column).Select(Number)];

    private static double Number(string cell) => cell == "NA" ? double.NaN : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string[] Cells(string line) => [.. Cell().Matches(line).Select(Content)];

    private static string Content(Match cell) =>
        cell.Groups["quoted"] is { Success: true } quoted ? quoted.Value.Replace("\"\"", "\"") : cell.Groups["bare"].Value;

    [GeneratedRegex("""(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^,"]*))(?=,|$)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();
}
