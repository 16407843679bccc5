using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gci.Reports.Writing.Pdf;

/// <summary>Texts of a report as JSON.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Pair(string name, string value) => new() { ["name"] = PlainText.Breakable(name), ["value"] = PlainText.Breakable(value) };

    public static JsonArray Array(ImmutableArray<string> texts) => [.. texts.Select(text => (JsonNode)PlainText.Breakable(text))];

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);
}
