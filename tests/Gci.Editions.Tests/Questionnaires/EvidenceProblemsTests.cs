namespace Gci.Editions.Tests.Questionnaires;

/// <summary>A mistake in what proves an answer is said with its line.</summary>
public sealed class EvidenceProblemsTests
{
    private const string Technical = "questionnaires/2024/technical.yaml";
    private const string Kinds = "questionnaires/2024/evidence-kinds.yaml";

    /// <summary>File, text, what is put in its place, and all that is then said: of the same file by the distance from that text in lines, of another by a text on its line.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        { Technical, "evidence: none", "evidence: later", ["+0: \"evidence\" must be one of none; it is \"later\"."] },
        { Technical, "evidence: none", "evidence: [link]", ["+0: \"evidence\" must be a map of keys."] },
        { Technical, "        evidence: none\n", "", ["-18: \"evidence\" is missing."] },
        {
            Technical, "when: [yes, partial]\n          min: 2", "when: [yes, maybe]\n          min: 2",
            ["-12: Evidence of TEC-1.1 is asked for the option \"maybe\", which it does not have."]
        },
        {
            Technical, "when: [yes, partial]\n          min: 2", "when: sometimes\n          min: 2",
            ["+0: \"when\" must be one of answered; it is \"sometimes\"."]
        },
        {
            Technical,
            "when: answered\n          min: 1\n          max: 5\n          accept: [link, file]\n          kinds: [organigram",
            "when: [yes]\n          min: 1\n          max: 5\n          accept: [link, file]\n          kinds: [organigram",
            ["-16: Evidence of TEC-1.6 is asked for the option \"yes\", which it does not have."]
        },
        {
            Technical, "min: 2\n          max: 5", "min: 2\n          max: 1",
            ["+1: \"min\" is at least 0, and \"max\" at least 1 and not below \"min\"."]
        },
        {
            Technical, "min: 2\n          max: 5", "min: -1\n          max: 5",
            ["+1: \"min\" is at least 0, and \"max\" at least 1 and not below \"min\"."]
        },
        { Technical, "min: 2\n          max: 5", "min: two\n          max: 5", ["+0: \"min\" must be a number such as 12.5, not \"two\"."] },
        {
            Technical, "accept: [link, file]\n          kinds: [law", "accept: [link, letter]\n          kinds: [law",
            ["+0: \"letter\" is not known in \"accept\"; known are link, file."]
        },
        {
            Technical, "accept: [link, file]\n          kinds: [law", "accept: []\n          kinds: [law",
            ["-3: Evidence needs \"accept\" (link, file) and \"kinds\" of document."]
        },
        {
            Technical, "accept: [link, file]\n          kinds: [law", "accept: [link, file]\n          kinds: [act",
            ["+1: \"act\" is not known in \"kinds\"; known are law, regulation, strategy, policy, decision, standard, agreement, programme, curriculum, report, statistics, website, contract, organigram, minutes, press."]
        },
        {
            Technical, "accept: [link, file]\n          kinds: [law", "accept: [link, file]\n          kinds: [[law]",
            ["+1: Each item of \"kinds\" must be a word."]
        },
        {
            Technical, "accept: [link, file]\n          kinds: [law", "forms: [link, file]\n          kinds: [law",
            [
                "-3: Evidence needs \"accept\" (link, file) and \"kinds\" of document.",
                "+0: The key \"forms\" is not known here. Known keys: accept, kinds, max, min, when.",
            ]
        },
        { Kinds, "{ code: press, title: \"Press release\" }", "{ code: press }", ["+0: \"title\" is missing."] },
    };

    public static TheoryData<string, string, string, string> MistakesWithManyConsequences => new()
    {
        { Kinds, "code: regulation", "code: law", "+0: The kind law stands twice." },
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
