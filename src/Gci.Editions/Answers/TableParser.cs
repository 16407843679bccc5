using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Answers;

/// <summary>Reads a table that is written as JSON: an array with one object a row, whose names are the codes of the columns.</summary>
internal static class TableParser
{
    internal static (Answer? Answer, string? Sentence) Parse(string code, TableType type, string text, IReadOnlySet<string> countries, DateOnly referenceDate)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 8 });
            return Read(document.RootElement, type, (column, cell) => Mistake(column, cell, countries, referenceDate)) is var (rows, mistake) && mistake is null
                ? (new TableAnswer(rows), null)
                : (null, $"The answer to {code} {mistake}.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a surrogate pair in a string.
            return (null, $"The answer to {code} is a table, and {Quoted.Text(text)} is not valid JSON; write one object a row, such as [{Example(type)}].");
        }
    }

    private static string Example(TableType type) => $"{{\"{type.Columns[0].Code}\": …}}";

    private static (ImmutableArray<ImmutableArray<string>> Rows, string? Mistake) Read(
        JsonElement table, TableType type, Func<ColumnType, string, string?> mistakeIn)
    {
        if (table.ValueKind != JsonValueKind.Array || table.EnumerateArray().Any(row => row.ValueKind != JsonValueKind.Object))
        {
            return ([], $"is a table; write an array with one object a row, such as [{Example(type)}]");
        }

        var count = table.GetArrayLength();
        if (count == 0 || count > type.MaximumRows)
        {
            return ([], count == 0 ? "is an empty table; leave the row out instead" : FormattableString.Invariant($"has {count} rows; at most {type.MaximumRows} are taken"));
        }

        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>(count);
        foreach (var row in table.EnumerateArray())
        {
            var (cells, mistake) = Row(row, type, mistakeIn);
            if (mistake is not null)
            {
                return ([], FormattableString.Invariant($"is wrong in row {rows.Count + 1}: {mistake}"));
            }

            rows.Add(cells);
        }

        return (rows.ToImmutable(), null);
    }

    private static (ImmutableArray<string> Cells, string? Mistake) Row(
        JsonElement row, TableType type, Func<ColumnType, string, string?> mistakeIn)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in row.EnumerateObject())
        {
            if (type.Columns.FirstOrDefault(column => column.Code == property.Name) is not { } column)
            {
                return ([], $"the column {Quoted.Text(property.Name)} is not known; the columns are {string.Join(", ", type.Columns.Select(known => known.Code))}");
            }

            var text = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!,
                JsonValueKind.Number when column.Type == ColumnType.Number => property.Value.GetRawText(),
                JsonValueKind.Null => "",
                _ => null,
            };
            var mistake = text is null ? "is not written in quotation marks" : text.Length == 0 ? null : mistakeIn(column.Type, text);
            if (mistake is not null || !cells.TryAdd(column.Code, FreeText.WithLineEnds(text!)))
            {
                return ([], $"the column {column.Code} {mistake ?? "stands twice"}");
            }
        }

        return cells.Values.All(string.IsNullOrWhiteSpace)
            ? ([], "it is empty; leave it out")
            : ([.. type.Columns.Select(column => cells.GetValueOrDefault(column.Code, ""))], null);
    }

    private static string? Mistake(ColumnType type, string text, IReadOnlySet<string> countries, DateOnly referenceDate) => type switch
    {
        ColumnType.Text => FreeText.Mistake(text, FreeText.Longest),
        ColumnType.Number => PlainNumber.Read(text) is null ? $"is {Quoted.Text(text)}; {PlainNumber.Rule}" : null,
        ColumnType.Date => AnswerParser.MistakeInDay(text, referenceDate),
        ColumnType.Country => countries.Contains(text) ? null : $"is {Quoted.Text(text)}; write the ISO code of three letters of a country of the edition",
        _ => throw new UnreachableException(),
    };
}
