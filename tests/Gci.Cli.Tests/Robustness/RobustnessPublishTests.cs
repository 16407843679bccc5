using System.Text.Json;

namespace Gci.Cli.Tests.Robustness;

/// <summary><c>gci publish --robustness</c>: the marks of the study of just these answers, and of no other.</summary>
public sealed class RobustnessPublishTests
{
    [Fact]
    public async Task The_marks_stand_in_the_tables_and_in_the_results()
    {
        using var folder = new StudyFolder();
        var study = await folder.MakeAsync("study", "--draws", "2000", "--weights", "noise:0.9", "--thresholds", "3", "--sensitivity", "16");
        var ended = await Verb.DrawAsync([.. Publish(folder), "--robustness", folder.At("study")]);
        var labels = Rows(study["stability.csv"]).ToDictionary(row => row[0], row => row[^1]);
        var tiers = Rows(await File.ReadAllTextAsync(folder.At("out", "tiers.csv"), TestContext.Current.CancellationToken));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.At("out", "results.json"), TestContext.Current.CancellationToken));

        Assert.Equal(0, ended.Code);
        Assert.Equal(["borderline", "firm", "likely"], labels.Values.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(labels, tiers.ToDictionary(row => row[0], row => row[2]));
        Assert.Equal(JsonValueKind.Object, json.RootElement.GetProperty("robustness").ValueKind);
    }

    [Fact]
    public async Task A_study_of_other_answers_is_refused()
    {
        using var folder = new StudyFolder();
        await folder.MakeAsync("study", "--draws", "50");
        var changed = folder.Write("changed.csv", Inputs.CloseAnswers.Replace("TUR,SAN-1,1", "TUR,SAN-1,3", StringComparison.Ordinal).Replace("TUR,AIR-1,partial", "TUR,AIR-1,yes", StringComparison.Ordinal));
        var fewer = folder.Write("fewer.csv", Inputs.OtherAnswers);

        foreach (var answers in (string[])[changed, fewer])
        {
            await RefusedAsync(folder, "This study is of other answers; make it again with gci robustness.", "--editions", Verb.Other, "--edition", "2030", "--answers", answers);
        }
    }

    [Fact]
    public async Task So_is_one_of_another_edition()
    {
        using var folder = new StudyFolder();
        await folder.MakeAsync("study", "--draws", "50");

        await RefusedAsync(
            folder, "This study is of edition 2030 as it was defined then; make it again with gci robustness.", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Points));
    }

    [Fact]
    public async Task A_part_is_refused()
    {
        using var folder = new StudyFolder();
        await folder.MakeAsync("study", "--from", "50", "--to", "90");

        await RefusedAsync(folder, "This is a part of a study; join the parts with gci robustness merge.", "--editions", Verb.Other, "--edition", "2030", "--answers", folder.Answers);
    }

    [Fact]
    public async Task A_folder_without_a_study_is_refused()
    {
        using var folder = new StudyFolder();
        await RefusedAsync(folder, "The file is missing.", "--editions", Verb.Other, "--edition", "2030", "--answers", folder.Answers);
    }

    private static Task RefusedAsync(StudyFolder folder, string sentence, params string[] input) => folder.RefusesAsync(
        1, $"{folder.At("study", "robustness.json")}:1: {sentence}", () => Verb.RunAsync(["publish", .. input, "--robustness", folder.At("study"), "--out", folder.At("out")]));

    private static string[] Publish(StudyFolder folder) => ["publish", "--editions", Verb.Other, "--edition", "2030", "--answers", folder.Answers, "--out", folder.At("out")];

    private static IEnumerable<string[]> Rows(string csv) => csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','));
}
