using System.Text.Json;

namespace Gci.Cli.Tests.Robustness;

/// <summary>The file of doubts: each mistake with its line, and what a doubt does.</summary>
public sealed class RobustnessDoubtsTests
{
    private const string Header = "country,code,holds,least,most\n";

    [Theory]
    [InlineData("", "1: The file is empty.")]
    [InlineData("country;code;holds\nEST;WAT-1;0.5\n", "1: The columns are separated by semicolons; separate them by commas: country,code.")]
    [InlineData(Header, "1: The file has column names and no row below them.")]
    [InlineData(Header + "EST,WAT-1,0.5\n", "2: This row has 3 fields and the first line 5; a field with a comma in it stands between quotation marks.")]
    [InlineData(Header + "XYZ,WAT-1,0.5,,\n", "2: \"XYZ\" handed in no answers; a doubt is about an answer that is scored.")]
    [InlineData(Header + "ALA,WAT-1,0.5,,\n", "2: \"ALA\" handed in no answers; a doubt is about an answer that is scored.")]
    [InlineData(Header + "EST,WAT-9,0.5,,\n", "2: \"WAT-9\" is not a scored question of the edition.")]
    [InlineData(Header + "EST,WAT,0.5,,\n", "2: \"WAT\" is not a scored question of the edition.")]
    [InlineData(Header + "CIV,WAT-2,0.5,,\n", "2: CIV has no points at WAT-2 that could be doubted.")]
    [InlineData(Header + "EST,WAT-1,1.5,,\n", "2: \"holds\" is \"1.5\"; it is a number between 0 and 1, such as 0.8.")]
    [InlineData(Header + "EST,WAT-1,often,,\n", "2: \"holds\" is \"often\"; it is a number between 0 and 1, such as 0.8.")]
    [InlineData(Header + "EST,WAT-1,NaN,-1,2\n", "2: \"holds\" is \"NaN\"; it is a number between 0 and 1, such as 0.8.", "2: \"least\" is \"-1\"; it is a number between 0 and 1, such as 0.8.", "2: \"most\" is \"2\"; it is a number between 0 and 1, such as 0.8.")]
    [InlineData(Header + "EST,WAT-1,0.5,0.6,0.4\n", "2: The least credit, 0.6, is more than the most, 0.4.")]
    [InlineData(Header + "EST,WAT-2,0.5,0.6,\n", "2: The least credit, 0.6, is more than the most, 0.4.")]
    [InlineData(Header + "EST,WAT-1,0.5,,\nEST,WAT-1,,0.2,\n", "3: The answer of \"EST\" to \"WAT-1\" stands twice; it was first on line 2.")]
    [InlineData(Header + "EST,WAT-1,0.5,,\nEST,WAT,1,,\nXYZ,AIR-1,1,,\n", "3: \"WAT\" is not a scored question of the edition.", "4: \"XYZ\" handed in no answers; a doubt is about an answer that is scored.")]
    public async Task Each_mistake_is_told_with_its_line(string text, params string[] sentences)
    {
        using var folder = new StudyFolder();
        var doubts = folder.Write("doubts.csv", text);

        await folder.RefusesAsync(1, string.Join('\n', sentences.Select(sentence => $"{doubts}:{sentence}")), () => folder.RunAsync("--doubts", doubts, "--out", folder.At("out")));
    }

    [Fact]
    public async Task A_country_without_a_score_has_no_tier_to_doubt()
    {
        using var folder = new StudyFolder(Inputs.CloseAnswers + "FIN,WAT-1,yes\n");
        var doubts = folder.Write("doubts.csv", Header + "FIN,WAT-1,0.5,,\n");

        await folder.RefusesAsync(1, $"{doubts}:2: FIN has no score, and so no tier that a doubt could change.", () => folder.RunAsync("--doubts", doubts, "--out", folder.At("out")));
    }

    [Fact]
    public async Task A_file_that_is_missing_is_told()
    {
        using var folder = new StudyFolder();
        await folder.RefusesAsync(1, $"{folder.At("absent.csv")}:1: The file is missing.", () => folder.RunAsync("--doubts", folder.At("absent.csv"), "--out", folder.At("out")));
    }

    [Fact]
    public async Task An_answer_that_holds_in_one_draw_of_four_earns_its_credit_so_often()
    {
        using var folder = new StudyFolder();

        // Without its first answer Kenya has no water, and is in the lowest tier.
        var files = await folder.MakeAsync("out", "--doubts", folder.Write("doubts.csv", "code,holds,country\nWAT-1,0.25,KEN\n"), "--draws", "10000", "--sensitivity", "0");
        var kenya = files["stability.csv"].Split('\n').Single(line => line.StartsWith("KEN,", StringComparison.Ordinal)).Split(',');

        Assert.InRange(double.Parse(kenya[1], System.Globalization.CultureInfo.InvariantCulture), 0.235, 0.265);
        Assert.Equal(("0", "PEARL", "GRIT", "borderline"), (kenya[2], kenya[4], kenya[5], kenya[6]));
    }

    [Fact]
    public async Task A_stated_doubt_takes_the_place_of_a_partial_credit()
    {
        using var folder = new StudyFolder();
        var files = await folder.MakeAsync("out", "--partial", "0.3", "--doubts", folder.Write("doubts.csv", Header + "EST,WAT-2,0.9,0.1,\nFRA,WAT-1,,,1\n"), "--draws", "20", "--sensitivity", "0");
        using var json = JsonDocument.Parse(files["robustness.json"]);
        var answers = json.RootElement.GetProperty("study").GetProperty("sources").GetProperty("answers").EnumerateArray()
            .ToDictionary(answer => $"{answer.GetProperty("country")}/{answer.GetProperty("question")}", answer => $"{answer.GetProperty("holds")} {answer.GetProperty("least")} {answer.GetProperty("most")}");

        Assert.Equal("0.9 0.1 ", answers["EST/WAT-2"]);
        Assert.Equal(" 0 1", answers["FRA/WAT-1"]);
        Assert.Equal(" 0.2 0.8", answers["CIV/SAN-1"]);
        Assert.DoesNotContain("EST/SAN-1", answers.Keys);
    }
}
