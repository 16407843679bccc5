using System.Diagnostics;
using System.Text.Json.Nodes;
using Gci.Editions.Changes;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Pdf;

/// <summary>A text with what was removed and added as JSON; the marks are letters of it, so that they are copied and read aloud.</summary>
internal static class ComparedJson
{
    public static JsonObject Of(Compared compared) => new()
    {
        ["kind"] = "compared",
        ["label"] = PlainText.Breakable(compared.Label),
        ["language"] = compared.Language,
        ["parts"] = new JsonArray([.. compared.Change.Parts.Select(Of)]),
    };

    private static JsonObject Of(TextPart part) => new()
    {
        ["kind"] = part.Kind switch
        {
            PartKind.Kept => "kept",
            PartKind.Removed => "removed",
            PartKind.Added => "added",
            _ => throw new UnreachableException(),
        },
        ["text"] = PlainText.Breakable(part.Marked),
    };
}
