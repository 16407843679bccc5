using System.Text.Json;
using Gci.Testing;

namespace Gci.Cli.Tests.Verbs;

public sealed class ExplainVerbTests
{
    private const string Answers =
        """
        country,code,answer
        SLV,LEG-1.1.1,yes
        SLV,LEG-1.1.2,partial
        SLV,LEG-1.1.3,no
        SLV,LEG-1.3,supply; grooming
        SLV,LEG-2.2,authority-only
        SLV,TEC-1.6,5
        SLV,ORG-1.1,no
        SLV,ORG-1.2,2020-01-15
        EST,LEG-1.1.1,no

        """;

    [Fact]
    public async Task Points_of_answers_are_explained_down_to_each_answer()
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.RunAsync("explain", "--edition", "2024", "--answers", folder.Write("answers.csv", Answers), "--country", "SLV");

        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Golden.Matches(ended.Output, "explained-answers.txt");
    }

    [Fact]
    public async Task Observed_points_are_explained_as_taken_as_known()
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.RunAsync("explain", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Points), "--country", "EST");

        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Golden.Matches(ended.Output, "explained-points.txt");
    }

    [Theory]
    [InlineData("--answers", Answers, "SLV")]
    [InlineData("--points", Inputs.Points, "EST")]
    public async Task Every_line_cites_a_paragraph_and_the_parts_add_up_to_their_whole(string option, string text, string country)
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.RunAsync("explain", "--edition", "2024", option, folder.Write("input.csv", text), "--country", country, "--json");
        using var json = JsonDocument.Parse(ended.Output);
        Line[] lines = [.. json.RootElement.GetProperty("lines").EnumerateArray().Select(Line.Of)];

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.True(Inputs.Edition2024.Method.Has(line.Paragraph), $"{line.Code} cites {line.Paragraph}."));
        Assert.All(Enumerable.Range(0, lines.Length).Where(index => Parts(lines, index).Length > 0), index =>
        {
            Assert.Equal(lines[index].Points, Parts(lines, index).Sum(part => part.Points), 9);
            Assert.Equal(lines[index].Maximum, Parts(lines, index).Sum(part => part.Maximum), 9);
        });
    }

    [Fact]
    public async Task A_country_that_is_not_in_the_file_is_told()
    {
        using var folder = new TemporaryFolder();
        var points = folder.Write("points.csv", Inputs.Points);

        Assert.Equal(
            new(1, "", $"{points}:1: There is nothing of the country FRA in this file.\n"),
            await Verb.RunAsync("explain", "--edition", "2024", "--points", points, "--country", "FRA"));
    }

    private static Line[] Parts(Line[] lines, int index) =>
        [.. lines.Skip(index + 1).TakeWhile(line => line.Depth > lines[index].Depth).Where(line => line.Depth == lines[index].Depth + 1)];

    private sealed record Line(int Depth, string Code, double Points, double Maximum, string Paragraph)
    {
        internal static Line Of(JsonElement line) => new(
            line.GetProperty("depth").GetInt32(),
            line.GetProperty("code").GetString()!,
            line.GetProperty("points").GetDouble(),
            line.GetProperty("maximum").GetDouble(),
            line.GetProperty("paragraph").GetString()!);
    }
}
