namespace Gci.Editions.Tests.Migrations;

/// <summary>A mistake in what became of earlier questions is said with its line.</summary>
public sealed class MigrationProblemsTests
{
    private const string Map = "questionnaires/2026/migration.yaml";
    private const string Dropped = "  - kind: dropped\n    from: LEG-2.7\n    reason: >-\n      The liability of service providers for content is not a measure of cybersecurity, and rules on content cannot be\n      compared without judging them.\n";
    private const string Images = "  - kind: reworded\n    from: LEG-1.4\n    to: LEG-1.4\n    carry: value\n    confirm: required\n    reason: Images that a program made or altered so that they show a real person are now named.\n";

    private const string NotHandled = "LEG-2.7 of 2024 is not handled, and 2026 does not ask it: say whether it is reworded, split, merged or dropped.";
    private const string NotSame = "is not the same in both editions; if it is reworded, add a line that says so.";

    /// <summary>A text of the map, what is put in its place, and all that is then said: a text of the changed map on whose line it is said, and the sentence.</summary>
    public static TheoryData<string, string, string[]> Mistakes => new()
    {
        { Dropped, "", [$"- kind: split » {NotHandled}"] },
        { "from: LEG-2.7", "from: LEG-2.9", ["from: LEG-2.9 » LEG-2.9 is not a question of 2024.", $"- kind: split » {NotHandled}"] },
        { "from: [LEG-1.2.1, LEG-1.2.2]", "from: [LEG-1.2.1, LEG-2.7]", ["from: LEG-2.7 » LEG-2.7 of 2024 is handled twice; it first stood on line 14.", "- kind: split » LEG-1.2.2 of 2024 is not handled, and 2026 does not ask it: say whether it is reworded, split, merged or dropped."] },
        { "to: [LEG-1.1.5, LEG-1.1.6]", "to: [LEG-1.1.5, LEG-1.1.7]", ["to: [LEG-1.1.5 » LEG-1.1.7 is not a question of 2026.", Nowhere("LEG-1.1.6")] },
        {
            "to: [LEG-1.1.5, LEG-1.1.6]", "to: [LEG-1.1.5, LEG-1.4]",
            [
                "from: LEG-1.1.2 » The value of LEG-1.1.2 cannot be carried: it is a yes-partial-no, and LEG-1.4 takes a choices.",
                "to: LEG-1.4 » LEG-1.4 of 2026 is handled twice; it first stood on line 6.", Nowhere("LEG-1.1.6"),
            ]
        },
        { "to: [LEG-1.1.5, LEG-1.1.6]", "to: [LEG-1.1.5, LEG-1.1.6, LEG-1.1.1]", ["- kind: split » LEG-1.1.1 is also a question of 2024 of which no line speaks."] },
        { "added: [LEG-2.9, ", "added: [", [Nowhere("LEG-2.9")] },
        { "added: [", "added: [LEG-1.1.1, ", ["added: [ » LEG-1.1.1 was a question of 2024 already: a code is never reused."] },
        { "added: [", "added: [LEG-9.9, ", ["added: [ » LEG-9.9 is not a question of 2026."] },
        { "added: [", "added: [COO-4.3, ", ["added: [ » COO-4.3 also stands on line 38."] },
        { "added: [", "withdrawn: [LEG-2.10, LEG-2.9]\nadded: [", ["withdrawn » LEG-2.9 is a question of 2026; what was withdrawn from a draft is asked in no edition."] },
        { "added: [", "withdrawn: [LEG-1.1.2]\nadded: [", ["withdrawn » LEG-1.1.2 is a question of 2024; what was withdrawn from a draft is asked in no edition."] },
        { Images, "", [$"- kind: split » LEG-1.4 {NotSame}"] },
        { "kind: reworded\n    from: COO-3.1", "kind: same\n    from: COO-3.1", [$"from: COO-3.1 » COO-3.1 {NotSame}"] },
        {
            "kind: split\n    from: LEG-1.1.2\n    to: [LEG-1.1.5, LEG-1.1.6]", "kind: reworded\n    from: LEG-1.1.2\n    to: LEG-1.1.5",
            ["from: LEG-1.1.2 » LEG-1.1.2 measured data_system_interference and LEG-1.1.5 measures data_interference; what is reworded keeps its variable.", Nowhere("LEG-1.1.6")]
        },
        { "derived-from: \"2024\"", "derived-from: \"2020\"", ["derived-from » This edition cannot be derived from 2020: that one asks nothing, or is itself derived from this one."] },
        { "derived-from: \"2024\"", "derived-from: \"2026\"", ["derived-from » This edition cannot be derived from 2026: that one asks nothing, or is itself derived from this one."] },
        { "from: LEG-2.7", "from: [LEG-2.7, LEG-2.6]", ["kind: dropped » What is dropped names one question.", $"- kind: split » {NotHandled}"] },
        {
            "kind: reworded\n    from: COO-3.1", "kind: split\n    from: COO-3.1",
            ["kind: split\n    from: COO-3.1 » What is split comes from one question and goes to at least two.", $"- kind: split » COO-3.1 {NotSame}"]
        },
        {
            "kind: reworded\n    from: COO-3.1", "kind: merged\n    from: COO-3.1",
            ["kind: merged\n    from: COO-3.1 » What is merged comes from at least two questions and goes to one.", $"- kind: split » COO-3.1 {NotSame}"]
        },
        {
            "kind: reworded\n    from: COO-3.1\n    to: COO-3.1", "kind: reworded\n    from: COO-3.1\n    to: [COO-3.1, COO-4.3]",
            ["kind: reworded\n    from: COO-3.1 » What is reworded comes from one question and goes to one.", $"- kind: split » COO-3.1 {NotSame}"]
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_is_said_once_with_its_line(string old, string replacement, string[] expected)
    {
        using var copy = new EditionsCopy("2026");
        copy.Replace(Map, old, replacement);

        var text = File.ReadAllText(copy.PathOf(Map));
        Assert.Equal(expected.Select(item => Line(text, item)).Order(StringComparer.Ordinal), copy.Check().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_earlier_edition_that_is_not_there_is_said() => Assert.Equal(
        ["methodology:1: There is no edition 2023; there are 2020, 2024, 2026."], EditionsCopy.After(Map, "derived-from: \"2024\"", "derived-from: \"2023\""));

    [Fact]
    public void A_type_of_answer_that_changed_cannot_carry_a_value()
    {
        using var copy = new EditionsCopy("2026");
        copy.Replace("questionnaires/2026/cooperation.yaml", "in general do not count.\n        type: yes-partial-no\n        evidence: {", "in general do not count.\n        type: number\n        unit: treaties\n        min: 0\n        max: 9\n        evidence: {");
        copy.Replace("questionnaires/2026/cooperation.yaml", "when: [yes, partial], min: 1, max: 5, accept: [link, file], kinds: [agreement, law, decision, website]", "when: answered, accept: [link, file], kinds: [agreement]");
        copy.Replace("methodology/2026/credits.yaml", "  COO-3.2:", "  COO-3.1: { number: [ { from: 1, credit: 1 } ], paragraph: \"2.4\" }\n  COO-3.2:");

        var line = EditionsCopy.LineOf(Map, "from: COO-3.1");
        Assert.Equal([$"{Map}:{line}: The value of COO-3.1 cannot be carried: it is a yes-partial-no, and COO-3.1 takes a number."], copy.Check());

        copy.Replace(Map, "to: COO-3.1\n    carry: value", "to: COO-3.1\n    carry: none");
        Assert.Empty(copy.Check());
    }

    [Fact]
    public void What_is_wrong_with_the_earlier_edition_is_said_there_only()
    {
        using var copy = new EditionsCopy("2026");
        copy.Replace("questionnaires/2024/legal.yaml", "type: yes-partial-no", "type: maybe");

        Assert.StartsWith("questionnaires/2024/legal.yaml:", Assert.Single(copy.Check()), StringComparison.Ordinal);
        Assert.Null(copy.Folder.Load("2026", new()));
    }

    [Fact]
    public void Editions_that_are_derived_from_each_other_are_said()
    {
        using var copy = new EditionsCopy("2026");
        copy.Write("questionnaires/2024/migration.yaml", "derived-from: \"2026\"\nothers: same\n");

        Assert.Contains("is itself derived from this one", Assert.Single(copy.Check()), StringComparison.Ordinal);
    }

    private static string Nowhere(string code) => $"added: [ » {code} of 2026 comes from nowhere; if it is new, name it in \"added\".";

    private static string Line(string text, string item)
    {
        var parts = item.Split(" » ");
        return $"{Map}:{text.Split(parts[0])[0].Count(letter => letter == '\n') + 1}: {parts[1]}";
    }
}
