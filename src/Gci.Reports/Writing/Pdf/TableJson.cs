using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Pdf;

/// <summary>Tables as JSON: texts as they are printed, tiers as their codes.</summary>
internal sealed class TableJson(string language)
{
    private readonly NumberText numbers = new(language);

    public JsonObject Of(Table table, double room) => new()
    {
        ["kind"] = "table",
        ["title"] = PlainText.Breakable(table.Title),
        ["size"] = ColumnWidths.Size(table),
        ["columns"] = new JsonArray([.. ColumnWidths.Of(table, room).Select((width, index) => ColumnOf(table.Columns[index], width, ColumnAlign.Of(table, index)))]),
        ["rows"] = new JsonArray([.. table.Rows.Select(RowOf)]),
    };

    private static JsonObject ColumnOf(Column column, double width, Align align) => new()
    {
        ["title"] = PlainText.Breakable(column.Title),
        ["width"] = Math.Round(width, 2),
        ["align"] = align switch
        {
            Align.Start => "start",
            Align.Centre => "center",
            Align.End => "end",
            _ => throw new UnreachableException(),
        },
    };

    private JsonArray RowOf(ImmutableArray<Cell> row) => [.. row.Select(CellOf)];

    private JsonNode? CellOf(Cell cell) => cell switch
    {
        TextCell text => PlainText.Breakable(text.Text),
        NumberCell { Value: { } value } number when double.IsFinite(value) => numbers.Of(value, number.Decimals),
        NumberCell => null,
        TierCell tier => tier.Code is null ? null : new JsonObject { ["tier"] = tier.Code },
        _ => throw new UnreachableException(),
    };
}
