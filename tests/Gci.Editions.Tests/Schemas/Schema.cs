using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gci.Testing;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gci.Editions.Tests.Schemas;

/// <summary>Checks a YAML text against a JSON Schema, as an editor does.</summary>
internal static partial class Schema
{
    /// <summary>The schemas of the project by their paths below the root.</summary>
    internal static IReadOnlyList<string> Files { get; } = [.. Shipped.Files.Where(file => file.EndsWith(".schema.json", StringComparison.Ordinal))];

    private static readonly Dictionary<string, JsonSchema> s_schemas =
        Files.ToDictionary(file => file, file => JsonSchema.FromJsonAsync(File.ReadAllText(Repository.At(file))).GetAwaiter().GetResult());

    /// <summary>The schema that the first line of a file names, by its path below the root.</summary>
    internal static string NamedBy(string file, string text)
    {
        var match = FirstLine().Match(text);
        Assert.True(match.Success, $"The first line of {file} names no schema.");
        var path = Path.Combine(Path.GetDirectoryName(Repository.At(file))!, match.Groups[1].Value);
        return Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
    }

    /// <summary>What the schema says against a YAML text.</summary>
    internal static IReadOnlyList<string> Errors(string schema, string yaml) => [.. s_schemas[schema].Validate(Json(yaml)).Select(error => $"{error.Path}: {error.Kind}")];

    private static string Json(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Node(stream.Documents[0].RootNode)!.ToJsonString();
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Node(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new FormatException($"{node} is not used in definitions."),
    };

    // The core schema of YAML 1.2, as far as definitions use it: "yes" and "2024-09-12" are texts.
    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when Number().IsMatch(text) => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"\A# yaml-language-server: \$schema=(\S+)\r?\n")]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?\z")]
    private static partial Regex Number();
}
