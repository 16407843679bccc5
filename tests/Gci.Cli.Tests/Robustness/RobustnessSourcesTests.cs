using System.Globalization;
using System.Text.Json;
using Gci.Testing;

namespace Gci.Cli.Tests.Robustness;

/// <summary>Each option that says what is uncertain, alone and in a mix.</summary>
public sealed class RobustnessSourcesTests
{
    private static readonly string[] s_tiers = ["PEARL", "SHELL", "GRIT"];

    [Theory]
    [InlineData("noise:0.5", "1=noise:0.5 2=noise:0.5")]
    [InlineData("dirichlet:10", "1=dirichlet:10 2=dirichlet:10")]
    [InlineData("bounded:0.25", "1=bounded:0.25 2=bounded:0.25")]
    [InlineData("ordinal", "1=ordinal 2=ordinal")]
    [InlineData("area=noise:0.5", "1=noise:0.5")]
    [InlineData("areas=bounded:0", "1=bounded:0")]
    [InlineData("question=dirichlet:3.5", "2=dirichlet:3.5")]
    [InlineData("question=ordinal", "2=ordinal")]
    [InlineData("noise:0.2 question=ordinal", "1=noise:0.2 2=ordinal")]
    [InlineData("area=dirichlet:9 bounded:0.4", "1=dirichlet:9 2=bounded:0.4")]
    [InlineData("", "1=noise:0.25 2=noise:0.25")]
    public async Task Weights_are_drawn_as_asked(string options, string expected)
    {
        using var folder = new StudyFolder();
        using var json = await StudyAsync(folder, [.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(how => (string[])["--weights", how])]);

        Assert.Equal(expected, string.Join(' ', Weights(json).Select(weights => $"{weights.Name}={weights.Value}")));
    }

    [Theory]
    [InlineData("--aggregation", "harmonic", "aggregation")]
    [InlineData("--aggregation", "index=arithmetic", "aggregation")]
    [InlineData("--aggregation", "area=geometric", "aggregation")]
    [InlineData("--aggregation", "power:-2.5", "aggregation")]
    [InlineData("--unanswered", "questions=zero", "missing")]
    [InlineData("--thresholds", "2.5", "thresholds")]
    [InlineData("--partial", "0.5", "answers")]
    public async Task Another_source_alone_moves_scores_or_tiers(string option, string value, string code)
    {
        using var folder = new StudyFolder();
        using var json = await StudyAsync(folder, option, value);
        var counts = json.RootElement.GetProperty("study").GetProperty("counts");
        var scores = counts.GetProperty("close").GetProperty("scores").EnumerateArray().Select(steps => steps.GetString()!.Split(": ")[1]);
        var tiers = counts.GetProperty("byTier").EnumerateArray().SelectMany(country => country.EnumerateArray()).Select(count => count.GetInt32());

        Assert.Equal([code], json.RootElement.GetProperty("study").GetProperty("sources").GetProperty("codes").EnumerateArray().Select(one => one.GetString()));
        Assert.Contains($",{code},,first,", folder.Files("out")["sensitivity.csv"], StringComparison.Ordinal);
        Assert.True(code == "thresholds" ? tiers.Any(count => count is > 0 and < 400) : scores.Any(steps => steps.Contains(' ', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ballots", "2 3 4")]
    [InlineData("indicator=ballots", "2")]
    [InlineData("sub-indicators=ballots", "3")]
    public async Task Ballots_of_2024_are_drawn_from(string how, string levels)
    {
        using var folder = new StudyFolder();
        var ended = await Verb.RunAsync(
            "robustness", "--edition", "2024", "--answers", folder.Write("2024.csv", Inputs.Answers2024), "--weights", how, "--draws", "400", "--sensitivity", "8", "--out", folder.At("out"));
        using var json = JsonDocument.Parse(folder.Files("out")["robustness.json"]);
        var sources = json.RootElement.GetProperty("study").GetProperty("sources");

        Assert.Equal((0, "Draws …\n"), (ended.Code, ended.Error));
        Assert.Equal(12, sources.GetProperty("ballots").GetArrayLength());
        Assert.Equal(["ballots"], sources.GetProperty("codes").EnumerateArray().Select(one => one.GetString()));
        Assert.Subset(sources.GetProperty("weights").EnumerateObject().Select(weights => weights.Name).ToHashSet(), levels.Split(' ').ToHashSet());
    }

    [Fact]
    public async Task Counts_are_those_of_the_draws_shown_one_by_one()
    {
        using var folder = new StudyFolder();
        const int Draws = 48;
        var files = await folder.MakeAsync("out", [.. StudyFolder.Mix, "--draws", "48", "--sensitivity", "0"]);
        var counts = new Dictionary<string, int[]>();
        for (var draw = 0; draw < Draws; draw++)
        {
            var shown = await folder.RunAsync([.. StudyFolder.Mix, "--draw", draw.ToString(CultureInfo.InvariantCulture)]);
            foreach (var cells in shown.Lines.Select(line => line.Split(',')).Where(cells => cells[0] == "tier"))
            {
                counts.TryAdd(cells[1], new int[3]);
                counts[cells[1]][Array.IndexOf(s_tiers, cells[3])]++;
            }
        }

        Assert.Equal(
            files["stability.csv"].Split('\n')[1..^1].Select(line => line.Split(',')[..4]),
            counts.OrderBy(country => country.Key, StringComparer.Ordinal).Select(country => (string[])[country.Key, .. country.Value.Select(count => ((double)count / Draws).ToString("R", CultureInfo.InvariantCulture))]));
    }

    [Theory]
    [InlineData("geometric")]
    [InlineData("harmonic")]
    [InlineData("power:-100")]
    [InlineData("power:0")]
    public async Task Nothing_in_one_pillar_is_nothing_in_all_where_a_mean_says_so(string mean)
    {
        using var folder = new StudyFolder();
        var points = folder.Write("points.csv", Inputs.PointsHeader + "EST,20,20,20,20,0\nSLV,0,0,0,0,0\nURY,20,20,20,20,20\n");
        var ended = await Verb.RunAsync("robustness", "--edition", "2024", "--points", points, "--aggregation", mean, "--draws", "64", "--sensitivity", "8", "--out", folder.At("out"));
        var rows = folder.Files("out")["stability.csv"].Split('\n')[1..^1].Select(line => line.Split(',')[1..6]).ToArray();

        // Estonia: 80 of 100 with the edition's own sum, in about half of the draws.
        Assert.Equal(0, ended.Code);
        Assert.Equal(1, Number(rows[0][2]) + Number(rows[0][4]));
        Assert.InRange(Number(rows[0][4]), 0.3, 0.7);
        Assert.Equal(["0", "0", "0", "0", "1"], rows[1]);
        Assert.Equal(["1", "0", "0", "0", "0"], rows[2]);
        Assert.DoesNotContain("NaN", string.Concat(folder.Files("out")["stability.csv"], folder.Files("out")["sensitivity.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_are_studied_like_answers()
    {
        using var folder = new StudyFolder();
        string[] study = ["robustness", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Points), "--draws", "2000", "--thresholds", "0.5", "--weights", "noise:0.25"];
        Assert.Equal(0, (await Verb.RunAsync([.. study, "--out", folder.At("out")])).Code);
        var draw = await Verb.RunAsync([.. study, "--draw", "0"]);

        Assert.Equal(["EST", "SLV", "URY"], folder.Files("out")["stability.csv"].Split('\n')[1..^1].Select(line => line.Split(',')[0]));
        Assert.Equal(3, draw.Lines.Count(line => line.StartsWith("tier,", StringComparison.Ordinal)));
        Assert.Equal(4, draw.Lines.Count(line => line.StartsWith("bound,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_meaning_that_takes_a_country_its_score_is_refused()
    {
        using var folder = new StudyFolder();
        foreach (var file in Directory.EnumerateFiles(Verb.Other, "*.yaml", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            folder.Write(Path.Combine("editions", Path.GetRelativePath(Verb.Other, file)), text.Replace("aggregation: points, unanswered: missing", "aggregation: points, unanswered: zero", StringComparison.Ordinal));
        }

        folder.Write("editions/methodology/2030/method.md", await File.ReadAllTextAsync(Path.Combine(Verb.Other, "methodology", "2030", "method.md"), TestContext.Current.CancellationToken));
        var answers = folder.Write("some.csv", "country,code,answer\nEST,WAT-1,yes\nEST,AIR-1,yes\n");

        await folder.RefusesAsync(
            2, "EST has no score under another method of the study, so it would be in no tier.",
            () => Verb.RunAsync("robustness", "--editions", folder.At("editions"), "--edition", "2030", "--answers", answers, "--unanswered", "question=missing", "--out", folder.At("out")));
    }

    private static async Task<JsonDocument> StudyAsync(StudyFolder folder, params string[] options) =>
        JsonDocument.Parse((await folder.MakeAsync("out", [.. options, "--draws", "400", "--sensitivity", "32"]))["robustness.json"]);

    private static JsonElement.ObjectEnumerator Weights(JsonDocument study) => study.RootElement.GetProperty("study").GetProperty("sources").GetProperty("weights").EnumerateObject();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
