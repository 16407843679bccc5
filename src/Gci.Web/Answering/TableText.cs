using System.Text.Json;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Answering;

/// <summary>The cells of a table's answer, for the fields of a page.</summary>
public static class TableText
{
    /// <summary>One row of texts by column code; empty for no answer.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(TableType type, string? value)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (value is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(value);
        return
        [
            .. document.RootElement.EnumerateArray().Select(row => type.Columns
                .Where(column => row.TryGetProperty(column.Code, out var cell) && cell.ToString().Length > 0)
                .ToDictionary(column => column.Code, column => row.GetProperty(column.Code).ToString(), StringComparer.Ordinal)),
        ];
    }
}
