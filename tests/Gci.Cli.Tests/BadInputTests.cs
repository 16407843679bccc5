using System.Text;
using Gci.Testing;

namespace Gci.Cli.Tests;

/// <summary>What a wrong file comes to: exit code 1, a sentence with the place, and no folder.</summary>
public sealed class BadInputTests
{
    private const string Header = "country,code,answer\n";
    private const string Est = "EST,20,15.5,20,19.75,20\n";
    private const string Number = "a number is written with digits and, where needed, a minus and a decimal point: no commas, spaces, units or exponents.";

    [Theory]
    [InlineData("", "1: The file is empty.")]
    [InlineData("country;code;answer\nEST;LEG-1.1.1;yes\n", "1: The columns are separated by semicolons; separate them by commas: country,code,answer.")]
    [InlineData(Header + "EST,LEG-1.1.1,yes\nXYZ,LEG-1.1.1,yes\n", "3: The country \"XYZ\" is not known; write its ISO code of three letters.")]
    [InlineData(Header + "EST,LEG-9.9,yes\n", "2: The questionnaire has no question \"LEG-9.9\".")]
    [InlineData(Header + "EST,LEG-1,yes\n", "2: LEG-1 is a group; answer the questions below it.")]
    [InlineData(Header + "EST,LEG-1.1.1,yes\nEST,LEG-1.1.1,no\n", "3: LEG-1.1.1 is answered twice for \"EST\"; it was first at FILE:2.")]
    [InlineData(Header + "EST,LEG-1.1.1,perhaps\n", "2: LEG-1.1.1 has no option \"perhaps\"; it has yes, partial, no.")]
    [InlineData(Header + "EST,LEG-1.1.1,=1+1\n", "2: LEG-1.1.1 has no option \"=1+1\"; it has yes, partial, no.")]
    public async Task Wrong_answers_are_told_with_their_line(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        await IsRefused(folder, "--answers", folder.Write("answers.csv", text), [expected]);
    }

    [Theory]
    [InlineData("", "1: The file is empty.")]
    [InlineData(Inputs.PointsHeader + "EST,20,15.5,20,19.75,20.01\n", "2: \"cooperation\" is 20.01; the pillar has between 0 and 20 points.")]
    [InlineData(Inputs.PointsHeader + "EST,20,15.5,20,19.75,NaN\n", "2: \"cooperation\" is \"NaN\"; " + Number)]
    [InlineData(Inputs.PointsHeader + "EST,20,15.5,20,19.75,Infinity\n", "2: \"cooperation\" is \"Infinity\"; " + Number)]
    [InlineData(Inputs.PointsHeader + "EST,20,15.5,20,19.75,-1\n", "2: \"cooperation\" is -1; the pillar has between 0 and 20 points.")]
    [InlineData(Inputs.PointsHeader + Est + Est, "3: The country \"EST\" stands twice; it was first on line 2.")]
    [InlineData(Inputs.PointsHeader + "XYZ,20,15.5,20,19.75,20\n", "2: The country \"XYZ\" is not known; write its ISO code of three letters.")]
    [InlineData(Inputs.PointsHeader + "=EST,20,15.5,20,19.75,20\n", "2: The country \"=EST\" is not known; write its ISO code of three letters.")]
    public async Task Wrong_points_are_told_with_their_line(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        await IsRefused(folder, "--points", folder.Write("points.csv", text), [expected]);
    }

    [Fact]
    public async Task Every_problem_of_a_file_is_told_and_not_the_first_only()
    {
        using var folder = new TemporaryFolder();
        var points = folder.Write("points.csv", Inputs.PointsHeader + "EST,21,15.5,20,19.75,20\nURY,1,2,3,four,5\n" + Est);

        await IsRefused(folder, "--points", points,
        [
            "2: \"legal\" is 21; the pillar has between 0 and 20 points.",
            $"3: \"capacity_development\" is \"four\"; {Number}",
            "4: The country \"EST\" stands twice; it was first on line 2.",
        ]);
    }

    [Fact]
    public async Task Text_in_another_encoding_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("points.csv");
        await File.WriteAllBytesAsync(path, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Inputs.Points)).ToArray(), TestContext.Current.CancellationToken);

        await IsRefused(folder, "--points", path, ["1: The file is UTF-16 text; save it as UTF-8."]);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_told()
    {
        using var folder = new TemporaryFolder();
        await IsRefused(folder, "--answers", folder.At("absent.csv"), ["1: The file is missing."]);
    }

    [Fact]
    public async Task A_file_that_only_says_it_is_a_workbook_is_refused()
    {
        using var folder = new TemporaryFolder();
        await IsRefused(folder, "--answers", folder.Write("answers.xlsx", "PK\u0003\u0004 and nothing behind it"), ["1: The workbook is damaged; open it in a spreadsheet program and save it again as .xlsx."]);
    }

    private static async Task IsRefused(TemporaryFolder folder, string option, string path, string[] expected)
    {
        var before = TemporaryFolder.Content(folder.Path);
        foreach (var verb in (string[][])[["publish", "--out", folder.At("out")], ["score", "--out", folder.At("out")], ["tiers"], ["explain", "--country", "EST"]])
        {
            var ended = await Verb.RunAsync([.. verb, "--edition", "2024", option, path]);

            Assert.Equal((1, ""), (ended.Code, ended.Output));
            Assert.Equal(string.Concat(expected.Select(sentence => $"{path}:{sentence.Replace("FILE", path, StringComparison.Ordinal)}\n")), ended.Error);
        }

        Assert.Equal(before, TemporaryFolder.Content(folder.Path));
    }
}
