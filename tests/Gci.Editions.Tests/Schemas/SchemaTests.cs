using Gci.Testing;

namespace Gci.Editions.Tests.Schemas;

public sealed class SchemaTests
{
    public static TheoryData<string> YamlFiles => [.. Shipped.YamlFiles];

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void The_first_line_of_each_file_names_a_schema_that_exists_and_that_the_file_obeys(string file)
    {
        var text = File.ReadAllText(Repository.At(file));

        var schema = Schema.NamedBy(file, text);

        Assert.Contains(schema, Schema.Files);
        Assert.Empty(Schema.Errors(schema, text));
    }

    [Fact]
    public void Every_schema_is_named_by_a_file() =>
        Assert.Equal(Schema.Files, Shipped.YamlFiles.Select(file => Schema.NamedBy(file, File.ReadAllText(Repository.At(file)))).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Weight_files_made_from_ballots_name_their_schema_too() =>
        Assert.All(Shipped.Folder.WeightsFromBallots("2024", new())!, file =>
            Assert.Equal("methodology/schema/weights.schema.json", Schema.NamedBy(Path.GetRelativePath(Repository.Root, file.Path), file.Content)));

    [Theory]
    [InlineData("methodology/2020/tiers.yaml", "source: ", "elsewhere: ")]
    [InlineData("methodology/2020/tiers.yaml", "same-as: \"2024\"", "name: Tiers")]
    [InlineData("methodology/2024/tiers.yaml", "out-of: 100\n", "")]
    [InlineData("methodology/2024/tiers.yaml", "method: fixed", "method: natural-breaks")]
    [InlineData("methodology/2024/tiers.yaml", "#0b4f6c", "blue")]
    [InlineData("methodology/2024/groups.yaml", "kind: region", "kind: union")]
    [InlineData("methodology/2024/groups.yaml", "kind: region", "kind: continent")]
    [InlineData("methodology/2024/groups.yaml", "titles: { fr: Afrique", "titles: { de: Afrika")]
    [InlineData("methodology/2020/groups.yaml", "same-as", "same")]
    [InlineData("methodology/2024/strengths.yaml", "count: 2", "count: 0")]
    [InlineData("methodology/2024/strengths.yaml", "highest-shares", "above-own-mean")]
    [InlineData("methodology/2024/strengths.yaml", "paragraph: \"5.3\"\n", "")]
    [InlineData("methodology/2024/weights/legal.yaml", "illustrative: true", "illustrative: perhaps")]
    [InlineData("methodology/2024/weights/legal.yaml", "LEG-1: 10", "LEG-1: -10")]
    [InlineData("methodology/2024/weights/legal.yaml", "LEG-1: 10", "leg-1: 10")]
    [InlineData("methodology/2024/published.yaml", "legal: 5.812230", "legal: unknown")]
    [InlineData("methodology/2024/published.yaml", "legal: 5.812230", "legal: -1")]
    [InlineData("methodology/2024/published.yaml", "AFG:", "Afghanistan:")]
    [InlineData("methodology/countries.yaml", "AFG:", "Afghanistan:")]
    [InlineData("methodology/countries.yaml", "en: Afghanistan, ", "")]
    [InlineData("methodology/countries.yaml", "en: Afghanistan", "de: Afghanistan, en: Afghanistan")]
    public void Schema_and_loader_refuse_the_same_broken_methodology(string file, string old, string replacement) => BothRefuse(file, old, replacement);

    [Theory]
    [InlineData("status: draft", "status: final")]
    [InlineData("reference-date: 2024-09-12", "reference-date: September")]
    [InlineData("aggregation: points, paragraph", "aggregation: points, power: 2, paragraph")]
    [InlineData("aggregation: points, paragraph", "aggregation: power, paragraph")]
    [InlineData("aggregation: points, paragraph", "aggregation: points, unanswered: zero, paragraph")]
    [InlineData("aggregation: points, unanswered: blocked", "aggregation: points")]
    [InlineData("unanswered: blocked", "unanswered: blocked, availability: 2")]
    [InlineData("unanswered: \"2.7\", ", "")]
    [InlineData("questionnaire: \"2024\"\n", "")]
    [InlineData("code: LEG", "code: leg")]
    [InlineData("variable: legal, title: Legal measures, points: 20", "variable: legal, title: Legal measures, points: 0")]
    public void Schema_and_loader_refuse_the_same_broken_frame(string old, string replacement) => BothRefuse("methodology/2024/pillars.yaml", old, replacement);

    [Theory]
    [InlineData("options: { yes: 1", "options: { yes: 2")]
    [InlineData("options: { yes: 1", "options: { Yes: 1")]
    [InlineData("number: [ {", "rows: [], number: [ {")]
    [InlineData("number: [ { from: 2", "number: [ { up-to: 2")]
    [InlineData("years-since: [", "years: [")]
    [InlineData(", paragraph: \"2.2\"", "")]
    [InlineData("LEG-1.3:", "LEG:")]
    public void Schema_and_loader_refuse_the_same_broken_credits(string old, string replacement) => BothRefuse("methodology/2024/credits.yaml", old, replacement);

    [Theory]
    [InlineData("code: first", "code: First")]
    [InlineData("exclusive: true", "exclusive: often")]
    [InlineData("type: yes-partial-no", "type: maybe")]
    [InlineData("type: yes-partial-no", "type: yes-partial-no\n        unit: staff")]
    [InlineData("unit: staff", "units: staff")]
    [InlineData("decimals: 0", "decimals: 10")]
    [InlineData("max-rows: 30", "max-rows: 0")]
    [InlineData("type: text }", "type: words }")]
    [InlineData("class: public", "class: secret")]
    [InlineData("accept: [link, file]", "accept: [letter]")]
    [InlineData("evidence: none", "evidence: some")]
    [InlineData("variable: national_cirt\n", "variable: National_cirt\n")]
    [InlineData("code: TEC-1\n", "code: TEC-01\n")]
    [InlineData("scored: false", "scored: no")]
    public void Schema_and_loader_refuse_the_same_broken_questions(string old, string replacement) => BothRefuse("questionnaires/2024/technical.yaml", old, replacement);

    [Theory]
    [InlineData("questionnaires/2024/evidence-kinds.yaml", "code: law", "kind: law")]
    [InlineData("questionnaires/2024/evidence-kinds.yaml", "kinds:", "list:")]
    [InlineData("tests/cases/2020/tiers.yaml", "points:", "answers: { LEG-1: yes }\n    points:")]
    [InlineData("tests/cases/2020/tiers.yaml", "edition: \"2020\"\n", "")]
    [InlineData("tests/cases/2020/tiers.yaml", "expected:", "expects:")]
    [InlineData("tests/cases/2020/tiers.yaml", "  - name:", "  - names:")]
    public void Schema_and_loader_refuse_the_same_broken_kinds_and_cases(string file, string old, string replacement) => BothRefuse(file, old, replacement);

    [Theory]
    [InlineData("questionnaires/2024/ru/legal.yaml", "state: draft", "state: finished")]
    [InlineData("questionnaires/2024/ru/legal.yaml", "source: \"", "source: \"x")]
    [InlineData("questionnaires/2024/ru/legal.yaml", "text: \"Правовые меры\"", "text: \"\"")]
    [InlineData("questionnaires/2024/ru/legal.yaml", ", state: draft", "")]
    [InlineData("questionnaires/interface/ru/site.yaml", "state: draft", "state: finished")]
    [InlineData("questionnaires/interface/ru/site.yaml", "source: \"", "source: \"x")]
    [InlineData("questionnaires/interface/en/site.yaml", "site.language: Language", "site.language:")]
    [InlineData("questionnaires/2026/migration.yaml", "derived-from: \"2024\"", "derived: \"2024\"")]
    [InlineData("questionnaires/2026/migration.yaml", "others: same\n", "")]
    [InlineData("questionnaires/2026/migration.yaml", "kind: split", "kind: divided")]
    [InlineData("questionnaires/2026/migration.yaml", "carry: value", "carry: all")]
    [InlineData("questionnaires/2026/migration.yaml", "confirm: required", "confirm: never")]
    [InlineData("questionnaires/2026/migration.yaml", "    from: LEG-2.7\n", "    from: LEG-2.7\n    carry: value\n")]
    [InlineData("questionnaires/2026/migration.yaml", "    to: LEG-1.4\n", "")]
    [InlineData("questionnaires/2026/migration.yaml", "from: LEG-1.4", "from: leg-1.4")]
    public void Schema_and_loader_refuse_the_same_broken_translations_and_migrations(string file, string old, string replacement) => BothRefuse(file, old, replacement);

    private static void BothRefuse(string file, string old, string replacement)
    {
        var text = File.ReadAllText(Repository.At(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);

        Assert.NotEmpty(Schema.Errors(Schema.NamedBy(file, text), text[..at] + replacement + text[(at + old.Length)..]));
        Assert.NotEmpty(EditionsCopy.After(file, old, replacement));
    }
}
