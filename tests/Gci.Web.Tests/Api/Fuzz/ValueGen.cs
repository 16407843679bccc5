using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Gci.Web.Tests.Api.Fuzz;

/// <summary>Makes JSON that a schema of the document describes, and now and then something else.</summary>
internal sealed class ValueGen(JsonNode document)
{
    private const int Deepest = 4;

    /// <summary>Texts that have broken programs before.</summary>
    private static readonly string[] s_odd =
    [
        "", " ", "yes", "no", "LEG-1.1.1", "LEG-1", "ZZZ-9", "2024", "2026", "null", "\"", "'; DROP TABLE Answers; --", "<script>alert(1)</script>", "../../etc/passwd", "\0", "a\0b", "\u0001",
        "\u202Eabc\u202C", "\uFEFF", "\uD83D\uDE00", "Ünïted", "العربية", "0", "-1", "1e309", "NaN", "9999999999999999999", "1.5", "2026-02-30", "[]", "{}", "[{\"x\":1}]", "%00", "%2F", "{0}", "{{7*7}}",
        "https://example.org/a", "http://user:p@example.org", "javascript:alert(1)", "name@example.org", "@", "a;b;c", "edit", "view", "country", "secretariat", new('x', 5000), new('\u0301', 300),
    ];

    internal static Gen<string> Text { get; } = Gen.Frequency((5, Gen.OneOf(s_odd)), (3, Gen.String[0, 40]), (1, Gen.Guid.Select(id => id.ToString())), (1, Gen.Int.Select(number => $"{number}")));

    private static Gen<string> Junk { get; } = Gen.OneOf(
        Gen.OneOf("null", "true", "[]", "{}", "-1", "1e400", "99999999999", "[null]", "{\"a\":{\"a\":{}}}", "\"\\ud800\""), Text.Select(Quoted));

    internal Gen<string> Of(JsonNode? schema) => Of(schema, 0);

    private Gen<string> Of(JsonNode? schema, int depth) => Gen.Frequency((9, Fitting(Resolved(schema), depth)), (1, Junk));

    private Gen<string> Fitting(JsonNode? schema, int depth) =>
        schema is null || depth > Deepest ? Junk
        : schema["enum"] is JsonArray words ? Gen.OneOf([.. words.Select(word => word?.ToJsonString() ?? "null")])
        : (schema["oneOf"] ?? schema["anyOf"]) is JsonArray either ? Gen.OneOf([.. either.Select(one => Of(one, depth + 1))])
        : Gen.OneOf([.. Types(schema).Select(type => Typed(type, schema, depth))]);

    private Gen<string> Typed(string type, JsonNode schema, int depth) => type switch
    {
        "null" => Gen.Const("null"),
        "boolean" => Gen.Bool.Select(flag => flag ? "true" : "false"),
        "integer" => Gen.OneOf(Gen.Int[-2, 30], Gen.Int).Select(number => $"{number}"),
        "number" => Gen.Double[-1e6, 1e6].Select(number => JsonSerializer.Serialize(number)),
        "array" => Of(schema["items"], depth + 1).List[0, 4].Select(items => $"[{string.Join(',', items)}]"),
        "object" => Object(schema, depth),
        _ => Text.Select(Quoted),
    };

    private Gen<string> Object(JsonNode schema, int depth) => (schema["properties"]?.AsObject() ?? []).Aggregate(
        Gen.Const(ImmutableList<string>.Empty),
        (all, property) => Gen.Select(all, Gen.Int[0, 9], Of(property.Value, depth + 1), (list, chance, value) => chance == 0 ? list : list.Add($"{Quoted(property.Key)}:{value}")))
        .Select(list => $"{{{string.Join(',', list)}}}");

    private static IEnumerable<string> Types(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => (string)type!),
        { } one => [(string)one!],
        _ => ["string"],
    };

    internal JsonNode? Resolved(JsonNode? node)
    {
        while (node?["$ref"] is { } reference)
        {
            node = ((string)reference!).Split('/').Skip(1).Aggregate(document, (found, part) => found[part]!);
        }

        return node;
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
