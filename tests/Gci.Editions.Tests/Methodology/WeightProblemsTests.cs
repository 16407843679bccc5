namespace Gci.Editions.Tests.Methodology;

/// <summary>A mistake in weights or ballots is said with its line.</summary>
public sealed class WeightProblemsTests
{
    private const string Weights = "methodology/2024/weights/technical.yaml";
    private const string Ballot = "methodology/2024/ballots/illustrative-01.csv";

    /// <summary>File, text, what is put in its place, and all that is then said: of the same file by the distance from that text in lines, of another by a text on its line.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        { Weights, "  TEC-2.2: 1.664640\n", "", ["-13: TEC-2.2 has no weight."] },
        {
            Weights, "  TEC-2.2:", "  TEC-2.9:",
            [
                "-13: TEC-2.2 has no weight.",
                "+0: There is a weight for TEC-2.9, which is not a scored item of TEC.",
            ]
        },
        {
            Weights, "  TEC-2.2:", "  TEC-2.4:",
            [
                "-13: TEC-2.2 has no weight.",
                "+0: There is a weight for TEC-2.4, which is not a scored item of TEC.",
            ]
        },
        { Weights, "TEC-2.2: 1.664640", "TEC-2.2: 1.664641", ["-2: The weights below TEC-2 add up to 5.760001 and not to its 5.760000 points."] },
        {
            Weights, "TEC-1: 4.680000", "TEC-1: 4.690000",
            [
                "+0: The weights below TEC add up to 20.010000 and not to its 20 points.",
                "+0: The weights below TEC-1 add up to 4.680000 and not to its 4.690000 points.",
            ]
        },
        { Weights, "TEC-2.2: 1.664640", "TEC-2.2: -1", ["+0: The weight of TEC-2.2 must be a number of at least 0, such as 1.25."] },
        { Weights, "TEC-2.2: 1.664640", "TEC-2.2: heavy", ["+0: The weight of TEC-2.2 must be a number of at least 0, such as 1.25."] },
        {
            Weights, "TEC-2.2: 1.664640", "TEC-2.2: 79228162514264337593543950335",
            ["+0: The weight of TEC-2.2 must be a number of at least 0, such as 1.25."]
        },
        { Weights, "TEC-2.2: 1.664640", "TEC-2.2: [1]", ["+0: The weight of TEC-2.2 must be a number of at least 0, such as 1.25."] },
        { Weights, "illustrative: true", "illustrative: yes", ["+0: \"illustrative\" must be one of true, false; it is \"yes\"."] },
        {
            Weights, "source:", "sources:",
            [
                "-1: \"source\" is missing.",
                "+0: The key \"sources\" is not known here. Known keys: illustrative, source, weights.",
            ]
        },
        { Ballot, "code,points", "code;points", ["+0: The first line must be: code,points"] },
        { Ballot, "LEG-1,56", "LEG-1,many", ["+0: A line is a code, a comma and a number of at least 0."] },
        { Ballot, "LEG-1,56", "LEG-1", ["+0: A line is a code, a comma and a number of at least 0."] },
        { Ballot, "LEG-1,56", "LEG-1,56\nLEG-1,0", ["+1: LEG-1 stands twice."] },
    };

    public static TheoryData<string, string, string, string> MistakesWithManyConsequences => new()
    {
        { Weights, "weights:", "weight:", "-2: TEC-1 has no weight." },
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
