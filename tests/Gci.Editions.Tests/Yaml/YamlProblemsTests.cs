namespace Gci.Editions.Tests.Yaml;

/// <summary>What is not YAML, or is not used in definitions, is said with its line.</summary>
public sealed class YamlProblemsTests
{
    private const string Strengths = "methodology/2024/strengths.yaml";
    private const string Weights = "methodology/2024/weights/technical.yaml";

    /// <summary>File, text, what is put in its place, and all that is then said: of the same file by the distance from that text in lines, of another by a text on its line.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        {
            Strengths, "count: 2", "\tcount: 2",
            ["-1: This is not valid YAML: While scanning a plain scalar, found a tab character that violate indentation."]
        },
        {
            Strengths, "count: 2", "count: \"2",
            ["+0: This is not valid YAML: While scanning a multi-line double-quoted scalar, found wrong indentation."]
        },
        { Strengths, "count: 2", "count: 2\n  - 3", ["+0: \"count\" must be a number such as 12.5, not \"2 - 3\"."] },
        { Strengths, "count: 2", "count: 2\ncount: 3", ["+1: The key \"count\" stands twice; it first stood on line 3."] },
        {
            Strengths, "count: 2", "count: 2\n---\ncount: 3",
            [
                "-1: \"paragraph\" is missing.",
                "-1: \"source\" is missing.",
                "+1: A second document begins here; a file holds one.",
            ]
        },
        { Strengths, "count: 2", "count: &two 2", ["+0: This is not valid YAML: tags (!name) and anchors (&name) are not used in definitions."] },
        { Strengths, "count: 2", "count: *two", ["+0: This is not valid YAML: aliases (*name) are not used in definitions; write the value out."] },
        { Strengths, "count: 2", "count: !!int 2", ["+0: This is not valid YAML: tags (!name) and anchors (&name) are not used in definitions."] },
        { Strengths, "count: 2", "count:", ["+0: \"count\" is empty."] },
        { Strengths, "count: 2", "? [count]\n: 2", ["+1: This is not valid YAML: a key must be a plain word."] },
        { Strengths, "count: 2", "count: {a: 1}", ["+0: \"count\" must be a text."] },
        { Strengths, "rule:", "- rule:", ["+1: This is not valid YAML: While parsing a block collection, did not find expected '-' indicator."] },
        {
            Weights, "weights:", "weights: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\nother:",
            ["+0: This is not valid YAML: nested more than 40 deep."]
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_said_with_file_and_line(string file, string old, string replacement, string[] expected) =>
        Assert.Equal(EditionsCopy.Lines(file, old, expected), EditionsCopy.After(file, old, replacement));
}
