namespace Gci.Editions.Tests.Methodology;

/// <summary>A mistake in the tiers is said with its line.</summary>
public sealed class TierProblemsTests
{
    private const string Tiers = "methodology/2024/tiers.yaml";
    private const string Tiers2020 = "methodology/2020/tiers.yaml";

    /// <summary>File, text, what is put in its place, and all that is then said: of the same file by the distance from that text in lines, of another by a text on its line.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        { Tiers, "to: 95", "to: 94", ["+0: Tier T2 ends at 94 and the tier above begins at 95: a gap."] },
        { Tiers, "to: 95", "to: 96", ["+0: Tier T2 ends at 96 and the tier above begins at 95: an overlap."] },
        { Tiers, "to: 100", "to: 99", ["+0: The best tier ends at 99 and not at 100, the most there is."] },
        { Tiers, "from: 0", "from: 1", ["+0: The lowest tier begins at 1 and not at 0: a gap."] },
        {
            Tiers, "from: 85", "from: 95",
            [
                "+0: Tier T2 begins at 95 and ends at 95; \"from\" must be below \"to\".",
                "+8: Tier T3 ends at 85 and the tier above begins at 95: a gap.",
            ]
        },
        {
            Tiers, "out-of: 100", "out-of: 120",
            [
                "+0: \"out-of\" is 120, and the index has 100 points.",
                "+7: The best tier ends at 100 and not at 120, the most there is.",
            ]
        },
        {
            Tiers, "out-of: 100\n", "",
            [
                "-2: \"out-of\" is 0, and the index has 100 points.",
                "-2: \"out-of\" is missing.",
                "+6: The best tier ends at 100 and not at 0, the most there is.",
            ]
        },
        { Tiers, "code: T2", "code: T1", ["+0: The tier T1 stands twice."] },
        { Tiers, "\"#0b4f6c\"", "\"#0B4F6C\"", ["+0: \"#0B4F6C\" is not a colour such as \"#0b4f6c\"."] },
        { Tiers, "\"#0b4f6c\"", "blue", ["+0: \"blue\" is not a colour such as \"#0b4f6c\"."] },
        {
            Tiers, "method: fixed", "method: jenks",
            ["+0: \"method\" must be one of fixed, natural-breaks, quantiles, k-means, ward; it is \"jenks\"."]
        },
        { Tiers, "    name: Advancing\n", "", ["-1: \"name\" is missing."] },
        {
            Tiers, "from: 95", "from: high",
            [
                "+0: \"from\" must be a number such as 12.5, not \"high\".",
                "+8: Tier T2 ends at 95 and the tier above begins at 0: an overlap.",
            ]
        },
        { Tiers, "paragraph: \"4.1\"", "paragraph: \"4.9\"", ["+0: method.md has no paragraph 4.9."] },
        {
            Tiers, "tiers:", "steps:",
            [
                "-5: \"tiers\" is missing or empty.",
                "+0: The key \"steps\" is not known here. Known keys: method, name, out-of, paragraph, source, tiers.",
            ]
        },
        { Tiers2020, "same-as: \"2024\"", "same-as: \"2023\"", ["+0: There is no methodology/2023/tiers.yaml to take this from."] },
        { Tiers2020, "same-as: \"2024\"", "same-as: \"2020\"", ["+0: There is no methodology/2020/tiers.yaml to take this from."] },
        {
            Tiers, "name: GCI 2024 tiers\n", "same-as: \"2020\"\n",
            [
                "methodology/2020/tiers.yaml at «same-as:»: methodology/2024/tiers.yaml is itself taken from elsewhere; name the edition it comes from.",
                "+0: methodology/2020/tiers.yaml is itself taken from elsewhere; name the edition it comes from.",
                "+1: The key \"method\" is not known here. Known keys: same-as, source.",
                "+2: The key \"out-of\" is not known here. Known keys: same-as, source.",
                "+3: The key \"paragraph\" is not known here. Known keys: same-as, source.",
                "+5: The key \"tiers\" is not known here. Known keys: same-as, source.",
            ]
        },
    };

    public static TheoryData<string, string, string, string> MistakesWithManyConsequences => new()
    {
        { Tiers, "method: fixed", "method: quantiles", "+7: The key \"from\" is not known here. Known keys: code, colour, description, name, source." },
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
