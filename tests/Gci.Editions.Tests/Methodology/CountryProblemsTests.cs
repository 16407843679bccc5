namespace Gci.Editions.Tests.Methodology;

/// <summary>A mistake in countries, their groups or their published points is said with its line.</summary>
public sealed class CountryProblemsTests
{
    private const string Groups = "methodology/2024/groups.yaml";
    private const string Published = "methodology/2024/published.yaml";
    private const string Strengths = "methodology/2024/strengths.yaml";
    private const string Countries = "methodology/countries.yaml";
    private const string Method = "methodology/2024/method.md";

    /// <summary>File, text, what is put in its place, and all that is then said: of the same file by the distance from that text in lines, of another by a text on its line.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        { Groups, "ARG, ATG", "ARG, AGO, ATG", ["+0: AGO is in the regions AFR and AMS; a country is in one."] },
        { Groups, "ARG, ATG", "ARG, ARG, ATG", ["+0: ARG stands twice among the members."] },
        { Groups, "ARG, ATG", "ARG, XYZ, ATG", ["+0: XYZ is not in countries.yaml."] },
        {
            Groups, "[ARM, AZE,", "[ARM,",
            [
                "-48: AZE is in the group LLDC and in no region.",
                "-48: AZE is in the group TRANSITION and in no region.",
                "methodology/2024/published.yaml at «AZE:»: AZE is not a country of this edition.",
            ]
        },
        { Groups, "code: AMS", "code: AFR", ["+0: The group AFR stands twice."] },
        { Groups, "kind: region", "kind: continent", ["+0: \"kind\" must be one of region, group, union; it is \"continent\"."] },
        { Groups, "of: [LDC", "of: [POOR", ["+0: There is no group POOR before this one."] },
        {
            Groups, "titles: { fr: Afrique", "titles: { de: Afrika, fr: Afrique",
            ["+0: The key \"de\" is not known here. Known keys: ar, en, es, fr, ru, zh."]
        },
        { Groups, "titles: { fr: Afrique", "titles: { fr: [Afrique]", ["+0: \"fr\" must be a text."] },
        { Published, "  AFG:", "  XYZ:", ["+0: XYZ is not a country of this edition."] },
        { Published, "legal: 5.812230", "legal: 20.000001", ["+0: \"legal\" is 20.000001; a pillar has between 0 and 20 points."] },
        { Published, "legal: 5.812230, ", "", ["+0: \"legal\" is missing."] },
        { Published, "legal: 5.812230", "legal: five", ["+0: \"legal\" must be a number such as 12.5, not \"five\"."] },
        {
            Published, "legal: 5.812230", "law: 1, legal: 5",
            ["+0: The key \"law\" is not known here. Known keys: capacity_development, cooperation, legal, organizational, technical."]
        },
        {
            Strengths, "highest-shares", "best-two",
            ["+0: \"rule\" must be one of highest-shares, above-own-mean, above-group-mean; it is \"best-two\"."]
        },
        { Strengths, "count: 2", "count: 0", ["+0: \"count\" is at least 1."] },
        { Strengths, "count: 2", "count: 1.5", ["+0: \"count\" must be a whole number."] },
        { Strengths, "\"5.3\"", "\"5.33\"", ["+0: method.md has no paragraph 5.33."] },
        {
            Strengths, "source:", "from:",
            [
                "-3: \"source\" is missing.",
                "+0: The key \"from\" is not known here. Known keys: count, paragraph, rule, source.",
            ]
        },
        {
            Countries, "  AFG:", "  Afghanistan:",
            [
                "methodology/2024/groups.yaml at «members: [AFG,»: AFG is not in countries.yaml.",
                "methodology/2024/groups.yaml at «members: [AFG, AGO,»: AFG is not in countries.yaml.",
                "methodology/2024/groups.yaml at «members: [AFG, ARM,»: AFG is not in countries.yaml.",
                "methodology/2024/published.yaml at «AFG:»: AFG is not a country of this edition.",
                "+0: \"Afghanistan\" is not an ISO 3166 alpha-3 code: three capital letters.",
            ]
        },
        { Countries, "iso2: AF, ", "", ["+0: \"iso2\" is missing."] },
        {
            Countries, "en: Afghanistan", "english: Afghanistan",
            [
                "+0: \"en\" is missing.",
                "+0: The key \"english\" is not known here. Known keys: ar, en, es, fr, iso2, m49, ru, zh.",
            ]
        },
        {
            Countries, "source:", "origin:",
            [
                "+0: \"source\" is missing.",
                "+0: The key \"origin\" is not known here. Known keys: countries, source.",
            ]
        },
        {
            Method, "2.7 A question", "2.6 A question",
            [
                "+0: Paragraph 2.6 stands twice; it first stood on line 26.",
                "methodology/2024/pillars.yaml at «paragraphs:»: method.md has no paragraph 2.7.",
            ]
        },
        { Method, "3.7 A value", "3.70 A value", ["methodology/2024/pillars.yaml at «paragraphs:»: method.md has no paragraph 3.7."] },
    };

    public static TheoryData<string, string, string, string> MistakesWithManyConsequences => new()
    {
        { Groups, "[ARM, AZE, BLR, KAZ, KGZ, RUS, TJK, TKM, UZB]", "[]", "-48: ARM is in the group LLDC and in no region." },
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
