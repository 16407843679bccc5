namespace Gci.Editions.Answers;

/// <summary>Reads answers from CSV: the columns <c>country,code,answer</c> and, if wanted, <c>comment</c>, in any order.</summary>
public static class AnswersCsv
{
    internal static readonly string[] Needed = ["country", "code", "answer"];

    internal static readonly string[] Optional = ["comment"];

    /// <summary>The rows that can be read; whatever cannot is among the problems.</summary>
    public static IReadOnlyList<AnswerRow> Read(string path, Problems problems) =>
        InputFile.Bytes(path, problems) is { } content ? Read(path, content, problems) : [];

    /// <summary>The rows of a file that is already in memory.</summary>
    public static IReadOnlyList<AnswerRow> Read(string file, ReadOnlyMemory<byte> content, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return CsvTable.Read(file, content, Needed, Optional, problems) is { } table ? [.. table.Rows.Select(row => Row(file, table, row))] : [];
    }

    private static AnswerRow Row(string file, CsvTable table, CsvRecord row)
    {
        var comment = table[row, "comment"];
        return new(file, FormattableString.Invariant($"{row.Line}"), table[row, "country"], table[row, "code"], table[row, "answer"], comment.Length > 0 ? comment : null);
    }
}
