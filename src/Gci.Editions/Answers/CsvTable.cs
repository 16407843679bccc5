using System.Text;

namespace Gci.Editions.Answers;

/// <summary>The rows of a CSV file whose columns are named in its first line, in any order.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns;

    private CsvTable(Dictionary<string, int> columns, IReadOnlyList<CsvRecord> rows) => (_columns, Rows) = (columns, rows);

    /// <summary>The rows that have a field for each column; the others are among the problems.</summary>
    internal IReadOnlyList<CsvRecord> Rows { get; }

    /// <summary>The field of a row; empty where the file does not have the column.</summary>
    internal string this[CsvRecord row, string column] => _columns.TryGetValue(column, out var at) ? row.Fields[at] : "";

    /// <summary>The table, or null with the reason among the problems.</summary>
    internal static CsvTable? Read(string file, ReadOnlyMemory<byte> content, string[] needed, string[] optional, Problems problems)
    {
        if (InputText.Utf8(file, content, problems) is not { } utf8)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(utf8.Span);
        var scanner = new CsvScanner(file, text, problems);
        return HasCommas(file, text, needed, problems) && Header(file, scanner.Next(), needed, optional, problems) is { } columns
            ? new(columns, Body(file, scanner, columns.Count, problems))
            : null;
    }

    private static bool HasCommas(string file, string text, string[] needed, Problems problems)
    {
        var header = text.AsSpan().TrimStart("\r\n");
        header = header[..(header.IndexOfAny('\r', '\n') is var end and >= 0 ? end : header.Length)];
        var name = header.Contains(';') ? "semicolons" : header.Contains('\t') ? "tabs" : null;
        if (name is null || header.Contains(','))
        {
            return true;
        }

        problems.Add(file, 1, $"The columns are separated by {name}; separate them by commas: {string.Join(',', needed)}.");
        return false;
    }

    private static Dictionary<string, int>? Header(string file, CsvRecord? header, string[] needed, string[] optional, Problems problems)
    {
        if (header is null or { IsBroken: true })
        {
            if (header is null)
            {
                problems.Add(file, 1, "The file is empty.");
            }

            return null;
        }

        var sentences = ColumnNames.Mistakes(header.Fields, needed, optional).ToArray();
        foreach (var sentence in sentences)
        {
            problems.Add(file, header.Line, sentence);
        }

        return sentences.Length > 0 ? null : header.Fields.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at, StringComparer.Ordinal);
    }

    private static List<CsvRecord> Body(string file, CsvScanner scanner, int columns, Problems problems)
    {
        var (rows, seen) = (new List<CsvRecord>(), 0);
        for (; scanner.Next() is { } record; seen++)
        {
            if (seen == InputFile.MostRows)
            {
                problems.Add(file, record.Line, FormattableString.Invariant($"The file has more than {InputFile.MostRows:N0} rows; nothing from here on was read."));
                break;
            }

            if (!record.IsBroken && record.Fields.Count != columns)
            {
                problems.Add(file, record.Line, FormattableString.Invariant(
                    $"This row has {record.Fields.Count} fields and the first line {columns}; a field with a comma in it stands between quotation marks."));
            }
            else if (!record.IsBroken)
            {
                rows.Add(record);
            }
        }

        if (seen == 0)
        {
            problems.Add(file, 1, "The file has column names and no row below them.");
        }

        return rows;
    }
}
