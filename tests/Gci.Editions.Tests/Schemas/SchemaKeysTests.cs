using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gci.Testing;

namespace Gci.Editions.Tests.Schemas;

/// <summary>An unknown key is put into each kind of map; the keys that the loader then names are those of the schema.</summary>
public sealed partial class SchemaKeysTests
{
    private const string Level = "{ name: index, plural: indices, aggregation: points, paragraph: \"3.4\" }";
    private const string SecondLevel = "{ name: pillar, plural: pillars, aggregation: points, unanswered: blocked, paragraph: \"3.4\" }";
    private const string Staff = "{ number: [ { from: 2, credit: 0.3 }, { from: 4, credit: 0.6 }, { from: 8, credit: 1 } ], paragraph: \"2.4\" }";
    private const string Types = "  yes-partial-no: { options: { yes: 1, partial: 0.5, no: 0 }, paragraph: \"2.2\" }\nquestions:";
    private const string Migration = "questionnaires/2026/migration.yaml";
    private const string Fixed = "method: fixed\nout-of: 100\n";

    private const string Best = Fixed + """
        paragraph: "4.1"
        source: "ITU, Global Cybersecurity Index 2024 (5th edition), tier table"
        tiers:
          - code: T1
            name: Role-modelling
            from: 95
            to: 100
        """;

    /// <summary>File, text, what is put in its place; schema, the map's place in it, and what chooses among its variants.</summary>
    public static TheoryData<string, string, string, string, string, string> Places => new()
    {
        { "questionnaires/2024/technical.yaml", "pillar: TEC\n", "pillar: TEC\nx: 1\n", "questionnaire", "", "" },
        { "questionnaires/2024/technical.yaml", "  - code: TEC-1\n", "  - x: 1\n    code: TEC-1\n", "questionnaire", "definitions/group", "" },
        { "questionnaires/2024/technical.yaml", "      - code: TEC-1.1\n", "      - x: 1\n        code: TEC-1.1\n", "questionnaire", "definitions/question", "yes-partial-no" },
        { "questionnaires/2024/technical.yaml", "      - code: TEC-1.4\n", "      - x: 1\n        code: TEC-1.4\n", "questionnaire", "definitions/question", "choices" },
        { "questionnaires/2024/technical.yaml", "      - code: TEC-1.5\n", "      - x: 1\n        code: TEC-1.5\n", "questionnaire", "definitions/question", "choice" },
        { "questionnaires/2024/technical.yaml", "      - code: TEC-1.6\n", "      - x: 1\n        code: TEC-1.6\n", "questionnaire", "definitions/question", "number" },
        { "questionnaires/2024/technical.yaml", "      - code: TEC-2.4\n", "      - x: 1\n        code: TEC-2.4\n", "questionnaire", "definitions/question", "table" },
        { "questionnaires/2024/organizational.yaml", "      - code: ORG-1.2\n", "      - x: 1\n        code: ORG-1.2\n", "questionnaire", "definitions/question", "date" },
        { "questionnaires/2024/legal.yaml", "      - code: LEG-1.5\n", "      - x: 1\n        code: LEG-1.5\n", "questionnaire", "definitions/question", "text" },
        { "questionnaires/2024/technical.yaml", "- code: first\n", "- x: 1\n            code: first\n", "questionnaire", "definitions/option", "" },
        { "questionnaires/2024/technical.yaml", "- { code: sector,", "- { x: 1, code: sector,", "questionnaire", "definitions/column", "" },
        { "questionnaires/2024/technical.yaml", "evidence: { when", "evidence: { x: 1, when", "questionnaire", "definitions/evidence", "" },
        { "questionnaires/2024/evidence-kinds.yaml", "kinds:", "x: 1\nkinds:", "evidence-kinds", "", "" },
        { "questionnaires/2024/evidence-kinds.yaml", "{ code: law", "{ x: 1, code: law", "evidence-kinds", "properties/kinds/items", "" },
        { "questionnaires/2024/ru/legal.yaml", "title: { source", "title: { x: 1, source", "translation", "definitions/entry", "" },
        { "questionnaires/interface/ru/site.yaml", "{ source", "{ x: 1, source", "interface-translation", "definitions/entry", "" },
        { Migration, "others:", "x: 1\nothers:", "migration", "", "" },
        { Migration, "  - kind: reworded", "  - x: 1\n    kind: reworded", "migration", "definitions/change", "reworded" },
        { Migration, "  - kind: dropped", "  - x: 1\n    kind: dropped", "migration", "definitions/change", "dropped" },
        { "methodology/2024/pillars.yaml", "status:", "x: 1\nstatus:", "pillars", "", "questionnaire" },
        { "methodology/2024/pillars.yaml", "{ unanswered", "{ x: 1, unanswered", "pillars", "definitions/paragraphs", "" },
        { "methodology/2024/pillars.yaml", Level, Level.Replace(" }", ", x: 1 }", StringComparison.Ordinal), "pillars", "definitions/first-level", "points" },
        { "methodology/2024/pillars.yaml", Level, Level.Replace("points", "power, x: 1", StringComparison.Ordinal), "pillars", "definitions/first-level", "power" },
        { "methodology/2024/pillars.yaml", SecondLevel, SecondLevel.Replace(" }", ", x: 1 }", StringComparison.Ordinal), "pillars", "definitions/level", "points" },
        { "methodology/2024/pillars.yaml", SecondLevel, SecondLevel.Replace("points", "power, x: 1", StringComparison.Ordinal), "pillars", "definitions/level", "power" },
        { "methodology/2024/pillars.yaml", "{ code: LEG", "{ x: 1, code: LEG", "pillars", "definitions/pillar", "" },
        { "methodology/2024/credits.yaml", "types:", "x: 1\ntypes:", "credits", "definitions/credits", "" },
        { "methodology/2024/credits.yaml", "source:", "same-as: \"2020\"\nx: 1\nsource:", "credits", "anyOf/0", "" },
        { "methodology/2024/credits.yaml", Types, "  x: 1\n" + Types.Replace("questions", "others", StringComparison.Ordinal), "credits", "definitions/credits/properties/types", "" },
        { "methodology/2024/credits.yaml", "no: 0 }", "no: 0 }, x: 1", "credits", "definitions/credit", "options" },
        { "methodology/2024/credits.yaml", Staff, Staff.Replace("{ number", "{ x: 1, number", StringComparison.Ordinal), "credits", "definitions/credit", "number" },
        { "methodology/2024/credits.yaml", "{ years-since", "{ x: 1, years-since", "credits", "definitions/credit", "years-since" },
        { "methodology/2024/credits.yaml", "{ rows", "{ x: 1, rows", "credits", "definitions/credit", "rows" },
        { "methodology/2024/credits.yaml", Staff, "{ x: 1, goalposts: { bottom: 0, top: 9 }, paragraph: \"2.6\" }", "credits", "definitions/credit", "goalposts" },
        { "methodology/2024/credits.yaml", Staff, "{ goalposts: { x: 1, bottom: 0, top: 9 }, paragraph: \"2.6\" }", "credits", "definitions/credit/properties/goalposts", "" },
        { "methodology/2024/credits.yaml", "{ from: 2,", "{ x: 1, from: 2,", "credits", "definitions/credit/properties/number/items", "" },
        { "methodology/2024/credits.yaml", "{ up-to: 5,", "{ x: 1, up-to: 5,", "credits", "definitions/credit/properties/years-since/items", "" },
        { "methodology/2024/credits.yaml", "rows: [ { from", "rows: [ { x: 1, from", "credits", "definitions/credit/properties/rows/items", "" },
        { "methodology/2020/tiers.yaml", "same-as:", "x: 1\nsame-as:", "tiers", "anyOf/0", "" },
        { "methodology/2024/tiers.yaml", "name: GCI", "x: 1\nname: GCI", "tiers", "definitions/fixed", "" },
        { "methodology/2024/tiers.yaml", Fixed, "method: ward\nx: 1\n", "tiers", "definitions/found", "" },
        { "methodology/2024/tiers.yaml", "- code: T1", "- x: 1\n    code: T1", "tiers", "definitions/fixed-tier", "" },
        { "methodology/2024/tiers.yaml", Best, "method: ward\n" + Best[Fixed.Length..].Replace("    from: 95\n    to: 100", "    x: 1", StringComparison.Ordinal), "tiers", "definitions/tier", "" },
        { "methodology/2020/groups.yaml", "same-as:", "x: 1\nsame-as:", "groups", "anyOf/0", "" },
        { "methodology/2024/groups.yaml", "groups:", "x: 1\ngroups:", "groups", "anyOf/1", "" },
        { "methodology/2024/groups.yaml", "- code: AFR", "- x: 1\n    code: AFR", "groups", "definitions/group", "" },
        { "methodology/2024/groups.yaml", "titles: {", "titles: { x: 1,", "groups", "definitions/group/properties/titles", "" },
        { "methodology/2024/groups.yaml", "    of: [", "    x: 1\n    of: [", "groups", "definitions/union", "" },
        { "methodology/2024/groups.yaml", "fr: \"Pays en développement (", "x: 1\n      fr: \"Pays en développement (", "groups", "definitions/union/properties/titles", "" },
        { "methodology/2020/strengths.yaml", "same-as:", "x: 1\nsame-as:", "strengths", "anyOf/0", "" },
        { "methodology/2024/strengths.yaml", "count: 2", "x: 1", "strengths", "anyOf/1", "" },
        { "methodology/2024/strengths.yaml", "highest-shares\ncount: 2", "above-own-mean\nx: 1", "strengths", "anyOf/2", "" },
        { "methodology/2024/weights/legal.yaml", "illustrative:", "x: 1\nillustrative:", "weights", "", "" },
        { "methodology/2024/published.yaml", "source:", "same-as: \"2020\"\nx: 1\nsource:", "published", "anyOf/0", "" },
        { "methodology/2024/published.yaml", "points:", "x: 1\npoints:", "published", "anyOf/1", "" },
        { "methodology/countries.yaml", "countries:", "x: 1\ncountries:", "countries", "", "" },
        { "methodology/countries.yaml", "{ iso2: AF", "{ x: 1, iso2: AF", "countries", "definitions/country", "" },
        { "tests/cases/2020/tiers.yaml", "cases:", "x: 1\ncases:", "cases", "", "" },
        { "tests/cases/2020/tiers.yaml", "  - name:", "  - x: 1\n    name:", "cases", "definitions/case", "" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void The_loader_knows_the_keys_of_the_schema(string file, string old, string replacement, string schema, string place, string variant)
    {
        var said = EditionsCopy.After(file, old, replacement).Select(problem => Known().Match(problem)).First(match => match.Success);

        Assert.Equal(Allowed(Schema.Files.First(path => path.EndsWith($"/{schema}.schema.json", StringComparison.Ordinal)), place, variant), said.Groups[1].Value.Split(", "));
    }

    [Fact]
    public void Every_kind_of_map_in_the_schemas_is_tried()
    {
        var tried = Places.Select(row => $"{row.Data.Item4} {row.Data.Item5}").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Schema.Files.SelectMany(Maps).Order(StringComparer.Ordinal), tried);
    }

    private static IEnumerable<string> Maps(string schema) =>
        Maps(Json(schema), "").Select(place => $"{Path.GetFileName(schema).Replace(".schema.json", "", StringComparison.Ordinal)} {place}");

    private static IEnumerable<string> Maps(JsonNode? node, string place)
    {
        var below = node switch
        {
            JsonObject map => map.Where(pair => pair.Key != "not").Select(pair => (pair.Key, pair.Value)),
            JsonArray list => list.Select((item, index) => (index.ToString(CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        var maps = below.SelectMany(pair => Maps(pair.Item2, place.Length == 0 ? pair.Item1 : $"{place}/{pair.Item1}"));
        return node is JsonObject && node["additionalProperties"] is not null && node["properties"] is not null ? maps.Prepend(place) : maps;
    }

    private static IEnumerable<string> Allowed(string schema, string place, string variant)
    {
        var map = place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(Json(schema), (node, step) => node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        var chosen = variant.Length == 0 ? null : map["anyOf"]!.AsArray().Single(item => Chooses(item!, variant));
        var forbidden = chosen?["not"]?["anyOf"]!.AsArray().Select(item => (string)item!["required"]![0]!) ?? [];
        return map["properties"]!.AsObject().Select(pair => pair.Key).Except(forbidden).Order(StringComparer.Ordinal);
    }

    private static bool Chooses(JsonNode item, string variant) => new[] { item["required"] }
        .Concat(item["properties"]?.AsObject().Select(pair => pair.Value!["enum"]) ?? [])
        .Any(words => words?.AsArray().Any(word => (string?)word == variant) == true);

    private static JsonNode Json(string schema) => JsonNode.Parse(File.ReadAllText(Repository.At(schema)))!;

    [GeneratedRegex("The key \"x\" is not known here. Known keys: (.+)\\.$")]
    private static partial Regex Known();
}
