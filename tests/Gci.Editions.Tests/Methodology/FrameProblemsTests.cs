namespace Gci.Editions.Tests.Methodology;

/// <summary>A mistake in the frame of an edition is said with its line.</summary>
public sealed class FrameProblemsTests
{
    private const string Pillars = "methodology/2024/pillars.yaml";

    /// <summary>File, text, what is put in its place, and all that is then said: of the same file by the distance from that text in lines, of another by a text on its line.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        { Pillars, "edition: \"2024\"", "edition: \"2025\"", ["+0: The edition is \"2025\" and its folder \"2024\"; they must be the same."] },
        { Pillars, "status: draft", "status: done", ["+0: \"status\" must be one of draft, testing, published; it is \"done\"."] },
        { Pillars, "status: draft\n", "", ["-5: \"status\" is missing."] },
        { Pillars, "2024-09-12", "12 September 2024", ["+0: \"reference-date\" must be a date such as 2024-09-12, not \"12 September 2024\"."] },
        { Pillars, "2024-09-12", "2024-09-31", ["+0: \"reference-date\" must be a date such as 2024-09-12, not \"2024-09-31\"."] },
        {
            Pillars, "points: 100", "points: 99",
            [
                "+11: The pillars' points add up to 100 and not to the index's 99.",
                "methodology/2024/tiers.yaml at «out-of:»: \"out-of\" is 100, and the index has 99 points.",
            ]
        },
        {
            Pillars, "points: 100", "points: much",
            [
                "+0: \"points\" must be a number such as 12.5, not \"much\".",
                "+11: The pillars' points add up to 100 and not to the index's 0.",
                "methodology/2024/tiers.yaml at «out-of:»: \"out-of\" is 100, and the index has 0 points.",
            ]
        },
        {
            Pillars, "points: 100", "points: 1e300",
            [
                "+11: The pillars' points add up to 100 and not to the index's 1E+300.",
                "methodology/2024/tiers.yaml at «out-of:»: \"out-of\" is 100, and the index has 1E+300 points.",
            ]
        },
        { Pillars, "index: GCI", "index: LEG", ["+0: The code LEG is that of a pillar; the whole index needs its own."] },
        { Pillars, "index: GCI", "index: TEC-1", ["+0: The code \"TEC-1\" must be capital letters and digits, beginning with a letter."] },
        { Pillars, "questionnaire: \"2024\"", "questionnaire: \"2023\"", ["+0: There is no folder questionnaires/2023."] },
        {
            Pillars, "questionnaire: \"2024\"\n", "",
            [
                "+1: The key \"inactive\" is not known here. Known keys: firmness, means, observed, pillar-tiers.",
                "+1: The key \"unanswered\" is not known here. Known keys: firmness, means, observed, pillar-tiers.",
            ]
        },
        { Pillars, "pillar-tiers: \"4.3\"", "pillar-tiers: \"4.33\"", ["+0: method.md has no paragraph 4.33."] },
        { Pillars, "firmness: \"7.2\"", "firmness: \"7.22\"", ["+0: method.md has no paragraph 7.22."] },
        { Pillars, "inactive: \"2.8\", ", "", ["+0: \"inactive\" is missing."] },
        {
            Pillars, "aggregation: points, paragraph", "aggregation: median, paragraph",
            ["+0: \"aggregation\" must be one of points, arithmetic, geometric, harmonic, power; it is \"median\"."]
        },
        { Pillars, "aggregation: points, paragraph", "aggregation: power, paragraph", ["+0: \"power\" is missing."] },
        { Pillars, "unanswered: blocked", "unanswered: nothing", ["+0: \"unanswered\" must be one of zero, missing, blocked; it is \"nothing\"."] },
        { Pillars, "unanswered: blocked, ", "", ["+0: \"unanswered\" is missing."] },
        { Pillars, "unanswered: blocked", "unanswered: blocked, availability: 1.5", ["+0: \"availability\" is a share between 0 and 1."] },
        {
            Pillars, "  - { name: micro-indicator, plural: micro-indicators, aggregation: points, unanswered: zero, paragraph: \"3.4\" }\n", "",
            ["-4: The questionnaire has 5 levels (CAP-1.2.1 is at the deepest) and \"levels\" describes 4."]
        },
        {
            Pillars, "code: TEC", "code: T-1",
            [
                "+0: The code \"T-1\" must be capital letters and digits, beginning with a letter.",
                "questionnaires/2024/technical.yaml at «pillar:»: This file belongs to the pillar T-1, not to TEC.",
                "questionnaires/2024/technical.yaml at «- code:»: The code TEC-1 must be T-1- followed by a number, as its place in the tree says.",
                "questionnaires/2024/technical.yaml at «- code: TEC-2»: The code TEC-2 must be T-1- followed by a number, as its place in the tree says.",
                "questionnaires/2024/technical.yaml at «- code: TEC-3»: The code TEC-3 must be T-1- followed by a number, as its place in the tree says.",
                "questionnaires/2024/technical.yaml at «- code: TEC-4»: The code TEC-4 must be T-1- followed by a number, as its place in the tree says.",
            ]
        },
        {
            Pillars, "title: Technical measures, points: 20", "title: Technical measures, points: 30",
            [
                "-1: The pillars' points add up to 110 and not to the index's 100.",
                "methodology/2024/weights/technical.yaml at «TEC-1:»: The weights below TEC add up to 20.000000 and not to its 30 points.",
            ]
        },
        { Pillars, ", source: \"GCI 2024: 20 points a pillar\" }", " }", ["+0: \"source\" is missing."] },
        {
            Pillars, "status: draft", "status: draft\nowner: ITU",
            ["+1: The key \"owner\" is not known here. Known keys: about, edition, index, levels, paragraphs, pillars, points, questionnaire, reference-date, source, status, title."]
        },
    };

    public static TheoryData<string, string, string, string> MistakesWithManyConsequences => new()
    {
        { Pillars, "code: TEC", "code: LEG", "-1: The pillar LEG stands twice." },
        { Pillars, "variable: technical", "variable: legal", "-1: The pillar legal stands twice." },
        { Pillars, "variable: technical", "variable: Technical", "+0: The variable \"Technical\" must be small letters, digits and underscores, beginning with a letter." },
        { Pillars, "title: Technical measures, points: 20", "title: Technical measures, points: 0", "-1: The pillars' points add up to 80 and not to the index's 100." },
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
