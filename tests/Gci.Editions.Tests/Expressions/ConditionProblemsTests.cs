namespace Gci.Editions.Tests.Expressions;

/// <summary>A mistake in a condition is said with the line of its item; where the text cannot be read, with the position in it.</summary>
public sealed class ConditionProblemsTests
{
    private const string Technical = "questionnaires/2024/technical.yaml";

    /// <summary>File, text, what is put in its place, and all that is then said: of the same file by the distance from that text in lines, of another by a text on its line.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 in (yes partial)\n        title: Published",
            ["+0: The expression \"TEC-1.1 in (yes partial)\" is broken at character 17: unexpected word `partial`, expected close."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 in ()\n        title: Published",
            ["+0: The expression \"TEC-1.1 in ()\" is broken at character 13: unexpected close `)`, expected word."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 in (yes, partial\n        title: Published",
            ["+0: The expression \"TEC-1.1 in (yes, partial\" is broken at character 25: unexpected end of input, expected close."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1\n        title: Published",
            ["+0: The expression \"TEC-1.1\" is broken at character 8: unexpected end of input, expected in, contains or comparator."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 = yes and\n        title: Published",
            ["+0: The expression \"TEC-1.1 = yes and\" is broken at character 18: unexpected end of input, expected not or a condition such as CODE in (yes, partial)."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 = yes TEC-1.1 = no\n        title: Published",
            ["+0: The expression \"TEC-1.1 = yes TEC-1.1 = no\" is broken at character 15: unexpected code `TEC-1.1`."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 == yes\n        title: Published",
            ["+0: The expression \"TEC-1.1 == yes\" is broken at character 10: unexpected comparator `=`, expected a word, a number or a date."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: \"TEC-1.1 = #\"\n        title: Published",
            ["+0: The expression \"TEC-1.1 = #\" is broken at character 11: unexpected `#`."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: tec-1.1 = yes\n        title: Published",
            ["+0: The expression \"tec-1.1 = yes\" is broken at character 1: unexpected `t`."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: ORG-1.2 > 2024-02-30\n        title: Published",
            ["+0: The expression \"ORG-1.2 > 2024-02-30\" is broken at character 11: unexpected date `2024-02-30`, expected a word, a number or a date."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-9.9 = yes\n        title: Published",
            ["-2: The condition of TEC-1.2 refers to TEC-9.9, which is not a question of this edition."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1 = yes\n        title: Published",
            ["-2: The condition of TEC-1.2 refers to TEC-1, which is not a question of this edition."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.4 contains first\n        title: Published",
            ["-2: The condition of TEC-1.2 refers to TEC-1.4, which is asked later: conditions look back only, so that there is no cycle."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.2 = yes\n        title: Published",
            ["-2: The condition of TEC-1.2 refers to TEC-1.2 itself: a cycle."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: ORG-1.1 = yes\n        title: Published",
            ["-2: The condition of TEC-1.2 refers to ORG-1.1, which is asked later: conditions look back only, so that there is no cycle."]
        },
        {
            Technical,
            "relevant: TEC-1.1 in (yes, partial)\n        title: Published",
            "relevant: not (TEC-1.1 = no or TEC-9.1 = yes) and answered(TEC-1.2)\n        title: Published",
            [
                "-2: The condition of TEC-1.2 refers to TEC-1.2 itself: a cycle.",
                "-2: The condition of TEC-1.2 refers to TEC-9.1, which is not a question of this edition.",
            ]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 in (yes, maybe)\n        title: Published",
            ["-2: The condition of TEC-1.2 is wrong: TEC-1.1 has no option \"maybe\"; it has yes, partial, no."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 = maybe\n        title: Published",
            ["-2: The condition of TEC-1.2 is wrong: TEC-1.1 has no option \"maybe\"; it has yes, partial, no."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 < yes\n        title: Published",
            ["-2: The condition of TEC-1.2 is wrong: options have no order; compare TEC-1.1 with = or !=."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 = 1\n        title: Published",
            ["-2: The condition of TEC-1.2 is wrong: TEC-1.1 is answered by a yes-partial-no and cannot be compared with this value."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: TEC-1.1 contains yes\n        title: Published",
            ["-2: The condition of TEC-1.2 is wrong: \"contains\" asks what was ticked, but TEC-1.1 is answered by a yes-partial-no."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: count(TEC-1.1) > 1\n        title: Published",
            ["-2: The condition of TEC-1.2 is wrong: count() takes a table or a question with ticks; TEC-1.1 is answered by a yes-partial-no."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: LEG-1.3 in (supply)\n        title: Published",
            ["-2: The condition of TEC-1.2 is wrong: \"in\" asks which option was chosen, but LEG-1.3 is answered by a choices; use contains, or a comparison."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: LEG-1.3 contains theft\n        title: Published",
            ["-2: The condition of TEC-1.2 is wrong: LEG-1.3 has no option \"theft\"; it has supply, possession, grooming, live-abuse, none."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: count(LEG-1.3) > many\n        title: Published",
            ["-2: The condition of TEC-1.2 is wrong: a count is compared with a number."]
        },
        {
            Technical, "relevant: TEC-1.1 in (yes, partial)\n        title: Published", "relevant: LEG-1.5 = yes\n        title: Published",
            ["-2: The condition of TEC-1.2 is wrong: LEG-1.5 is answered by a text and cannot be compared with this value."]
        },
        {
            Technical, "relevant: TEC-2.2 >= 1", "relevant: TEC-2.2 in (one)",
            ["-2: The condition of TEC-2.4 is wrong: \"in\" asks which option was chosen, but TEC-2.2 is answered by a number; use contains, or a comparison."]
        },
        {
            Technical, "relevant: TEC-2.2 >= 1", "relevant: TEC-2.2 >= one",
            ["-2: The condition of TEC-2.4 is wrong: TEC-2.2 is answered by a number and cannot be compared with this value."]
        },
        {
            Technical, "relevant: TEC-2.2 >= 1", "relevant: TEC-2.2 >= 2024-01-01",
            ["-2: The condition of TEC-2.4 is wrong: TEC-2.2 is answered by a number and cannot be compared with this value."]
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_said_with_file_and_line(string file, string old, string replacement, string[] expected) =>
        Assert.Equal(EditionsCopy.Lines(file, old, expected), EditionsCopy.After(file, old, replacement));
}
