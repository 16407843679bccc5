using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CsCheck;

namespace Gci.Web.Tests.Api.Fuzz;

/// <summary>A request that somebody might send.</summary>
/// <param name="Operation">Its place in the document: path and method.</param>
/// <param name="Caller">Which of the callers sends it.</param>
/// <param name="Type">The type of the body; null for no body.</param>
public sealed record FuzzedRequest(string Path, string Method, int Caller, string Address, ImmutableList<(string Name, string Value)> Headers, string? Type, string Body)
{
    public override string ToString() => $"{Method} {Address} by caller {Caller} [{string.Join(", ", Headers)}] {Type} {Body}";
}

/// <summary>Makes requests for every operation of the document, with ids that exist and ids that do not.</summary>
internal sealed class RequestGen(JsonNode document, IReadOnlyDictionary<string, string[]> known, int callers)
{
    private readonly ValueGen _values = new(document);

    internal Gen<FuzzedRequest> All() => Gen.Frequency([.. DescriptionTests.Operations(document).Select(found => (Weight(found.Operation), Of(found.Path, found.Method, found.Operation)))]);

    // Drawing a PDF takes as long as hundreds of others.
    private static int Weight(JsonNode operation) => operation["responses"]!["200"]?["content"]?["application/pdf"] is null ? 60 : 1;

    private Gen<FuzzedRequest> Of(string path, string method, JsonNode operation)
    {
        var parameters = operation["parameters"]?.AsArray().Select(parameter => parameter!).ToArray() ?? [];
        var address = parameters.Where(parameter => (string)parameter["in"]! == "path").Aggregate(Gen.Const(path), (made, parameter) => Gen.Select(
            made, Part((string)parameter["name"]!), (text, part) => text.Replace($"{{{parameter["name"]}}}", Uri.EscapeDataString(part), StringComparison.Ordinal)));
        var query = Chosen(parameters.Where(parameter => (string)parameter["in"]! == "query"), Query).Select(pairs => string.Join('&', pairs.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}")));
        var headers = Chosen(parameters.Where(parameter => (string)parameter["in"]! == "header"), _ => Header);
        return Gen.Select(
            Gen.Select(address, query, (made, asked) => asked.Length == 0 ? made : $"{made}?{asked}"), headers, Body(operation), Gen.Int[0, callers - 1],
            (made, sent, body, caller) => new FuzzedRequest(path, method, caller, made, sent, body.Type, body.Text));
    }

    private Gen<(string? Type, string Text)> Body(JsonNode operation)
    {
        if (operation["requestBody"]?["content"]?.AsObject().First() is not { } content)
        {
            return Gen.Const(((string?)null, ""));
        }

        var fitting = content.Key == "application/json" ? _values.Of(content.Value!["schema"]) : ValueGen.Text;
        return Gen.Frequency(
            (20, fitting.Select(text => ((string?)content.Key, text))),
            (1, ValueGen.Text.Select(text => ((string?)content.Key, text))),
            (1, ValueGen.Text.Select(text => ((string?)"text/plain", text))),
            (1, Gen.Const(((string?)null, ""))));
    }

    private Gen<string> Part(string name) => Gen.Frequency(
        (known.ContainsKey(name) ? 12 : 0, Gen.OneOf(known.GetValueOrDefault(name) ?? [""])),
        (1, Gen.Guid.Select(id => id.ToString())),
        (1, ValueGen.Text.Select(text => text.Trim('.', '\0', ' ') is { Length: > 0 } and var part && !part.Contains('\0', StringComparison.Ordinal) ? part[..Math.Min(part.Length, 200)] : "-")));

    private Gen<string> Query(JsonNode parameter) => Gen.Frequency(
        (4, _values.Of(parameter["schema"]).Select(value => value.Trim('"'))), (4, Gen.OneOf(known.GetValueOrDefault((string)parameter["name"]!) ?? ["1", "true", "en"])), (1, ValueGen.Text));

    // What a client can put into a header at all.
    private static Gen<string> Header { get; } = Gen.Frequency(
        (6, Gen.Int[0, 5].Select(revision => $"\"{revision}\"")), (3, Gen.Guid.Select(id => id.ToString())), (1, Gen.OneOf("*", "W/\"1\"", "\"x\"", "-1", "99999999999", new('k', 81), new('k', 2000))));

    private static Gen<ImmutableList<(string Name, string Value)>> Chosen(IEnumerable<JsonNode> parameters, Func<JsonNode, Gen<string>> value) => parameters.Aggregate(
        Gen.Const(ImmutableList<(string, string)>.Empty),
        (all, parameter) => Gen.Select(all, Gen.Int[0, 9], value(parameter), (list, chance, text) => chance < 2 ? list : list.Add(((string)parameter["name"]!, text))));
}
