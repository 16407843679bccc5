namespace Gci.Editions.Tests.Methodology;

/// <summary>A mistake in a credit is said with its line.</summary>
public sealed class CreditProblemsTests
{
    private const string Credits = "methodology/2024/credits.yaml";

    /// <summary>File, text, what is put in its place, and all that is then said: of the same file by the distance from that text in lines, of another by a text on its line.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        {
            Credits, "  LEG-1.3:", "  LEG-1.9:",
            [
                "+0: The scored question LEG-1.3 has no credit, and its type choices has none either.",
                "+0: There is a credit for LEG-1.9, which is not a scored question of this edition.",
            ]
        },
        {
            Credits, "  LEG-1.3:", "  LEG-1.5:",
            [
                "+0: The scored question LEG-1.3 has no credit, and its type choices has none either.",
                "+0: There is a credit for LEG-1.5, which is not a scored question of this edition.",
            ]
        },
        {
            Credits, "  ORG-1.2: { years-since: [ { up-to: 5, credit: 1 }, { up-to: 8, credit: 0.5 } ], paragraph: \"2.5\" }\n", "",
            ["-9: The scored question ORG-1.2 has no credit, and its type date has none either."]
        },
        {
            Credits, "yes: 1, partial: 0.5, no: 0", "yes: 0.9, partial: 0.5, no: 0",
            ["+0: The credit of yes-partial-no is wrong: the best option earns 0.9; it must be exactly 1, so that full marks can be reached."]
        },
        { Credits, "yes: 1, partial: 0.5, no: 0", "yes: 1, partial: 0.5", ["+0: \"no\" is missing."] },
        {
            Credits, "yes: 1, partial: 0.5, no: 0", "yes: 1, partial: 0.5, no: 0, unsure: 0.1",
            ["+0: The key \"unsure\" is not known here. Known keys: no, partial, yes."]
        },
        {
            Credits, "partial: 0.5", "partial: 1.5",
            ["+0: The credit of yes-partial-no is wrong: the best option earns 1.5; it must be exactly 1, so that full marks can be reached."]
        },
        { Credits, "partial: 0.5", "partial: half", ["+0: \"partial\" must be a number such as 12.5, not \"half\"."] },
        { Credits, "partial: 0.5", "partial: -0.5", ["+0: The credit of yes-partial-no is wrong: A credit lies between 0 and 1."] },
        {
            Credits, "supply: 0.25", "supply: 0.2",
            ["+0: The credit of LEG-1.3 is wrong: all options together earn 0.95; it must be exactly 1, so that full marks can be reached."]
        },
        {
            Credits, "authority-only: 0.6", "authority: 0.6",
            [
                "+0: \"authority-only\" is missing.",
                "+0: The key \"authority\" is not known here. Known keys: authority-and-persons, authority-only, nobody, some-sectors.",
            ]
        },
        {
            Credits, "{ from: 2, credit: 0.3 }, { from: 4, credit: 0.6 }", "{ from: 4, credit: 0.3 }, { from: 2, credit: 0.6 }",
            ["+0: The credit of TEC-1.6 is wrong: Bands ascend, and a higher band never earns less."]
        },
        {
            Credits, "{ from: 8, credit: 1 }", "{ from: 8, credit: 0.9 }",
            ["+0: The credit of TEC-1.6 is wrong: the best band must earn exactly 1, so that full marks can be reached."]
        },
        {
            Credits, "{ from: 4, credit: 0.6 }", "{ from: 4, credit: 0.1 }",
            ["+0: The credit of TEC-1.6 is wrong: Bands ascend, and a higher band never earns less."]
        },
        {
            Credits, "{ from: 4, credit: 0.6 }", "{ above: 4, credit: 0.6 }",
            [
                "+0: \"from\" is missing.",
                "+0: The credit of TEC-1.6 is wrong: Bands ascend, and a higher band never earns less.",
                "+0: The key \"above\" is not known here. Known keys: credit, from.",
            ]
        },
        {
            Credits, "years-since: [ { up-to: 5, credit: 1 }", "years-since: [ { up-to: 9, credit: 1 }",
            ["+0: The credit of ORG-1.2 is wrong: Bands ascend, and an older date never earns more."]
        },
        {
            Credits, "rows: [ { from: 1, credit: 0.5 }, { from: 2, credit: 1 } ]", "rows: []",
            ["+0: The credit of COO-3.2 is wrong: \"rows\" with at least one band is needed."]
        },
        {
            Credits, "number: [ { from: 1, credit: 0.5 }, { from: 3, credit: 1 } ]", "goalposts: { bottom: 0, top: 60 }",
            ["+0: The credit of TEC-2.2 is wrong: no allowed number reaches the better goalpost, so full marks cannot be reached."]
        },
        {
            Credits, "number: [ { from: 1, credit: 0.5 }, { from: 3, credit: 1 } ]", "goalposts: { bottom: 5, top: 5 }",
            ["+0: The credit of TEC-2.2 is wrong: The goalposts are two different numbers."]
        },
        {
            Credits, "number: [ { from: 1, credit: 0.5 }, { from: 3, credit: 1 } ]", "options: { few: 0, many: 1 }",
            [
                "+0: The credit of TEC-2.2 is wrong: \"number\" with at least one band is needed.",
                "+0: The key \"options\" is not known here. Known keys: number, paragraph.",
            ]
        },
        { Credits, "paragraph: \"2.2\"", "paragraph: \"9.9\"", ["+0: method.md has no paragraph 9.9."] },
        { Credits, ", paragraph: \"2.2\"", "", ["+0: \"paragraph\" is missing."] },
    };

    public static TheoryData<string, string, string, string> MistakesWithManyConsequences => new()
    {
        { Credits, "  yes-partial-no: {", "  yes-or-no: {", "+0: The key \"yes-or-no\" is not known here. Known keys: yes-partial-no." },
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
