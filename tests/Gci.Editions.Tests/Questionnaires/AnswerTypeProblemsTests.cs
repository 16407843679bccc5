namespace Gci.Editions.Tests.Questionnaires;

/// <summary>A mistake in the type of an answer is said with its line.</summary>
public sealed class AnswerTypeProblemsTests
{
    private const string Technical = "questionnaires/2024/technical.yaml";
    private const string Legal = "questionnaires/2024/legal.yaml";

    /// <summary>File, text, what is put in its place, and all that is then said: of the same file by the distance from that text in lines, of another by a text on its line.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        {
            Technical, "        type: number\n        unit: staff", "        type: amount\n        unit: staff",
            [
                "methodology/2024/credits.yaml at «TEC-1.6:»: The credit of TEC-1.6 needs \"options\".",
                "methodology/2024/credits.yaml at «TEC-1.6:»: The key \"number\" is not known here. Known keys: options, paragraph.",
                "+0: \"type\" must be one of yes-partial-no, choice, choices, number, date, text, table; it is \"amount\".",
                "+1: The key \"unit\" is not known here. Known keys: class, code, evidence, guide, help, relevant, scored, text, title, type, variable.",
                "+2: The key \"min\" is not known here. Known keys: class, code, evidence, guide, help, relevant, scored, text, title, type, variable.",
                "+3: The key \"max\" is not known here. Known keys: class, code, evidence, guide, help, relevant, scored, text, title, type, variable.",
                "+4: The key \"decimals\" is not known here. Known keys: class, code, evidence, guide, help, relevant, scored, text, title, type, variable.",
            ]
        },
        {
            Technical, "        type: number\n        unit: staff", "        unit: staff",
            [
                "methodology/2024/credits.yaml at «TEC-1.6:»: The credit of TEC-1.6 needs \"options\".",
                "methodology/2024/credits.yaml at «TEC-1.6:»: The key \"number\" is not known here. Known keys: options, paragraph.",
                "-10: \"type\" is missing.",
                "+0: The key \"unit\" is not known here. Known keys: class, code, evidence, guide, help, relevant, scored, text, title, type, variable.",
                "+1: The key \"min\" is not known here. Known keys: class, code, evidence, guide, help, relevant, scored, text, title, type, variable.",
                "+2: The key \"max\" is not known here. Known keys: class, code, evidence, guide, help, relevant, scored, text, title, type, variable.",
                "+3: The key \"decimals\" is not known here. Known keys: class, code, evidence, guide, help, relevant, scored, text, title, type, variable.",
            ]
        },
        { Technical, "        unit: staff\n", "", ["-11: \"unit\" is missing."] },
        {
            Technical, "        min: 0\n        max: 5000", "        min: few\n        max: 5000",
            ["+0: \"min\" must be a number such as 12.5, not \"few\"."]
        },
        { Technical, "        max: 5000", "        max: 0", ["+0: \"max\" must be above \"min\", and \"decimals\" lie between 0 and 9."] },
        {
            Technical,
            "        decimals: 0\n        evidence:\n          when: answered\n          min: 1\n          max: 5\n",
            "        decimals: 1.5\n        evidence:\n          when: answered\n          min: 1\n          max: 5\n",
            ["+0: \"decimals\" must be a whole number."]
        },
        { Technical, "        decimals: 0", "        decimals: 12", ["-1: \"max\" must be above \"min\", and \"decimals\" lie between 0 and 9."] },
        {
            Technical, "        decimals: 0", "        decimal: 0",
            ["+0: The key \"decimal\" is not known here. Known keys: class, code, decimals, evidence, guide, help, max, min, relevant, scored, text, title, type, unit, variable."]
        },
        {
            Technical,
            "          - code: regional\n            label: A regional or interregional community of response teams\n",
            "          - code: first\n            label: Another first\n",
            [
                "methodology/2024/credits.yaml at «TEC-1.4:»: The key \"regional\" is not known here. Known keys: first, none.",
                "-2: The option \"first\" stands twice.",
            ]
        },
        {
            Technical, "          - code: self\n", "          - code: Self-assessment\n",
            [
                "methodology/2024/credits.yaml at «TEC-1.5:»: \"Self-assessment\" is missing.",
                "methodology/2024/credits.yaml at «TEC-1.5:»: The key \"self\" is not known here. Known keys: Self-assessment, independent, none.",
                "-14: Evidence of TEC-1.5 is asked for the option \"self\", which it does not have.",
                "+0: The option \"Self-assessment\" must be small letters, digits and hyphens, beginning with a letter.",
            ]
        },
        {
            Technical, "            exclusive: true", "            exclusive: always",
            ["+0: \"exclusive\" must be one of true, false; it is \"always\"."]
        },
        { Technical, "            label: FIRST, the worldwide forum\n", "", ["-1: \"label\" is missing."] },
        {
            Technical, "columns:\n          - { code: sector, title: Sector, type: text }", "columns:\n          - { code: sector, title: Sector, type: words }",
            ["+1: \"type\" must be one of text, number, date, country; it is \"words\"."]
        },
        { Technical, "{ code: team,", "{ code: sector,", ["-1: A table needs at least one column, each with a code of its own."] },
        { Technical, "max-rows: 30", "max-rows: 0", ["+0: \"max-rows\" lies between 1 and 1,000."] },
        {
            Legal, "type: text", "type: text\n        max-length: 0",
            [
                "+1: \"max-length\" is at least 1.",
                "+2: The key \"max-length\" stands twice; it first stood on line 224.",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_said_with_file_and_line(string file, string old, string replacement, string[] expected) =>
        Assert.Equal(EditionsCopy.Lines(file, old, expected), EditionsCopy.After(file, old, replacement));
}
