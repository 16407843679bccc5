namespace Gci.Editions.Tests.Questionnaires;

/// <summary>A mistake in an item is said with the line of the item or of the key.</summary>
public sealed class ItemProblemsTests
{
    private const string Technical = "questionnaires/2024/technical.yaml";

    /// <summary>File, text, what is put in its place, and all that is then said: of the same file by the distance from that text in lines, of another by a text on its line.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        { Technical, "pillar: TEC", "pillar: LEG", ["+0: This file belongs to the pillar TEC, not to LEG."] },
        {
            Technical, "introduction: >-", "remark: >-",
            [
                "-1: \"introduction\" is missing.",
                "+0: The key \"remark\" is not known here. Known keys: introduction, items, pillar.",
            ]
        },
        {
            Technical, "code: TEC-1.2\n", "code: TEC-1.1\n",
            [
                "methodology/2024/weights/technical.yaml at «TEC-1:»: The weights below TEC-1 add up to 4.754880 and not to its 4.680000 points.",
                "methodology/2024/weights/technical.yaml at «TEC-1.2:»: There is a weight for TEC-1.2, which is not a scored item of TEC.",
                "+0: The code TEC-1.1 stands twice; it first stood in questionnaires/2024/technical.yaml, line 15. Give this item a code of its own.",
                "+0: The condition of TEC-1.1 refers to TEC-1.1 itself: a cycle.",
            ]
        },
        {
            Technical, "code: TEC-1.2\n", "code: TEC-2.1\n",
            [
                "methodology/2024/weights/technical.yaml at «TEC-1:»: The weights below TEC-1 add up to 5.821920 and not to its 4.680000 points.",
                "methodology/2024/weights/technical.yaml at «TEC-1.2:»: There is a weight for TEC-1.2, which is not a scored item of TEC.",
                "+0: The code TEC-2.1 must be TEC-1. followed by a number, as its place in the tree says.",
                "+207: The code TEC-2.1 stands twice; it first stood in questionnaires/2024/technical.yaml, line 38. Give this item a code of its own.",
            ]
        },
        {
            Technical, "code: TEC-1.2\n", "code: TEC-1.02\n",
            [
                "methodology/2024/weights/technical.yaml at «TEC-1:»: TEC-1.02 has no weight.",
                "methodology/2024/weights/technical.yaml at «TEC-1.2:»: There is a weight for TEC-1.2, which is not a scored item of TEC.",
                "+0: The code TEC-1.02 must be TEC-1. followed by a number, as its place in the tree says.",
            ]
        },
        {
            Technical, "variable: national_cirt_description", "variable: national_cirt",
            ["-1: The variable national_cirt stands twice; it first stood in questionnaires/2024/technical.yaml, line 15."]
        },
        { Technical, "variable: national_cirt_description", "variable: legal", ["-1: The variable legal stands twice; it first stood as a pillar."] },
        {
            Technical, "variable: national_cirt_description", "variable: description of the CIRT",
            ["+0: The variable \"description of the CIRT\" must be small letters, digits and underscores, beginning with a letter."]
        },
        { Technical, "title: Published service description\n", "title: \"\"\n", ["+0: \"title\" is empty."] },
        { Technical, "        title: Published service description\n", "", ["-3: \"title\" is missing."] },
        { Technical, "title: Published service description\n", "title: [Published, description]\n", ["+0: \"title\" must be a text."] },
        {
            Technical, "        class: public\n        guide: >-\n          Open", "        class: open\n        guide: >-\n          Open",
            ["+0: \"class\" must be one of public, aggregate, secretariat, restricted; it is \"open\"."]
        },
        {
            Technical, "scored: false", "scored: no",
            [
                "methodology/2024/credits.yaml at «LEG-1.3:»: The scored question TEC-2.4 has no credit, and its type table has none either.",
                "methodology/2024/weights/technical.yaml at «TEC-1:»: TEC-2.4 has no weight.",
                "+0: \"scored\" must be one of true, false; it is \"no\".",
            ]
        },
        {
            Technical, "scored: false", "score: false",
            [
                "methodology/2024/credits.yaml at «LEG-1.3:»: The scored question TEC-2.4 has no credit, and its type table has none either.",
                "methodology/2024/weights/technical.yaml at «TEC-1:»: TEC-2.4 has no weight.",
                "+0: The key \"score\" is not known here. Known keys: class, code, columns, evidence, guide, help, max-rows, relevant, scored, text, title, type, variable.",
            ]
        },
        {
            Technical, "          - code: TEC-1.3.1\n", "          - TEC-1.3\n          - code: TEC-1.3.1\n",
            ["+0: Each item of \"items\" must be a map of keys."]
        },
    };

    public static TheoryData<string, string, string, string> MistakesWithManyConsequences => new()
    {
        { Technical, "    items:\n      - code: TEC-2.1", "    items: []\n    list:\n      - code: TEC-2.1", "+0: \"items\" is missing or empty; a group holds at least one item." },
        { Technical, "    items:\n      - code: TEC-2.1", "    items: none\n    list:\n      - code: TEC-2.1", "+0: \"items\" is missing or empty; a group holds at least one item." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_said_with_file_and_line(string file, string old, string replacement, string[] expected) =>
        Assert.Equal(EditionsCopy.Lines(file, old, expected), EditionsCopy.After(file, old, replacement));

    [Theory]
    [MemberData(nameof(MistakesWithManyConsequences))]
    public void A_mistake_is_said_beside_what_follows_from_it(string file, string old, string replacement, string expected) =>
        Assert.Contains(EditionsCopy.Lines(file, old, expected).Single(), EditionsCopy.After(file, old, replacement));
}
