using System.Diagnostics;
using System.Text.Json.Nodes;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Pdf;

/// <summary>Entries of a form as JSON.</summary>
internal static class FormJson
{
    public static JsonObject Of(FormEntry entry, int level) => new()
    {
        ["kind"] = "form",
        ["level"] = level,
        ["code"] = PlainText.Of(entry.Code),
        ["title"] = Of(entry.Title),
        ["mark"] = Text(entry.Mark),
        ["condition"] = Text(entry.Condition),
        ["text"] = Of(entry.Text),
        ["help"] = Of(entry.Help),
        ["wanted"] = PlainText.Breakable(entry.Wanted),
        ["parts"] = new JsonArray([.. entry.Parts.Select(Of)]),
    };

    private static JsonNode Of(FormPart part) => part switch
    {
        Boxes boxes => new JsonObject
        {
            ["kind"] = "boxes",
            ["one"] = boxes.IsOne,
            ["line"] = boxes.HasLine,
            ["options"] = new JsonArray([.. boxes.Options.Select(option => new JsonObject { ["marked"] = option.IsMarked, ["label"] = Of(option.Label) })]),
        },
        Field field => new JsonObject { ["kind"] = "field", ["label"] = Text(field.Label), ["value"] = Text(field.Value), ["lines"] = field.Lines },
        Ruled ruled => new JsonObject
        {
            ["kind"] = "ruled",
            ["label"] = PlainText.Breakable(ruled.Label),
            ["note"] = Text(ruled.Note),
            ["heads"] = new JsonArray([.. ruled.Heads.Select(Of)]),
            ["widths"] = new JsonArray([.. ruled.Widths.Select(width => JsonValue.Create(width))]),
            ["rows"] = new JsonArray([.. ruled.Rows.Select(row => JsonText.Array(row))]),
            ["empty"] = ruled.EmptyRows,
        },
        _ => throw new UnreachableException(),
    };

    private static JsonObject Of(Said said) => new() { ["text"] = PlainText.Breakable(said.Text), ["language"] = said.Language };

    private static JsonValue? Text(string? text) => text is null ? null : JsonValue.Create(PlainText.Breakable(text));
}
