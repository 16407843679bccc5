using System.Globalization;
using Gci.Testing;

namespace Gci.Cli.Tests.Robustness;

/// <summary>Parts of a study, made on several machines, and <c>gci robustness merge</c>.</summary>
public sealed class RobustnessPartsTests
{
    private static readonly string[] s_study = [.. StudyFolder.Mix, "--seed", "18446744073709551557", "--sensitivity", "16"];

    [Theory]
    [InlineData(3001)]
    [InlineData(66_000, "--weights", "noise:0.25", "--sensitivity", "0")]
    public async Task One_run_and_its_parts_in_any_order_give_the_same_bytes(int draws, params string[] sources)
    {
        using var folder = new StudyFolder();
        string[] study = sources.Length > 0 ? sources : s_study;
        int[] ends = [0, 16, draws / 3, draws / 2, draws - 1, draws];
        var whole = await folder.MakeAsync("whole", [.. study, "--draws", Number(draws)]);
        foreach (var (from, to) in ends.Zip(ends.Skip(1)))
        {
            await folder.MakeAsync($"part-{from}", [.. study, "--from", Number(from), "--to", Number(to), "--threads", Number(1 + (from % 2))]);
        }

        string[] parts = [.. ends[..^1].Select(from => $"part-{from}")];
        foreach (string[] order in (string[][])[parts, [.. parts.Reverse()], [parts[2], parts[4], parts[0], parts[3], parts[1]]])
        {
            Assert.Equal(new(0, "", ""), await folder.MergeAsync("merged", order) with { Output = "" });
            Assert.Equal(whole, folder.Files("merged"));
        }

        Assert.Equal(0, (await folder.MergeAsync("alone", "whole")).Code);
        Assert.Equal(whole, folder.Files("alone"));
    }

    [Fact]
    public async Task What_was_merged_can_be_merged_again()
    {
        using var folder = await ThreePartsAsync();

        Assert.Equal(0, (await folder.MergeAsync("first", "b", "a")).Code);
        Assert.Equal(0, (await folder.MergeAsync("all", "c", "first")).Code);
        Assert.Equal(await folder.MakeAsync("whole", [.. s_study, "--draws", "90"]), folder.Files("all"));
    }

    [Fact]
    public async Task A_part_that_is_missing_is_named_with_the_options_that_make_it()
    {
        using var folder = await ThreePartsAsync();

        await folder.RefusesAsync(1, $"{Json(folder, "c")}:1: The draws from 30 to 60 are in no part; make them with --from 30 --to 60.", () => folder.MergeAsync("out", "a", "c"));
        await folder.RefusesAsync(1, $"{Json(folder, "b")}:1: The draws from 0 to 30 are in no part; make them with --from 0 --to 30.", () => folder.MergeAsync("out", "c", "b"));
    }

    [Fact]
    public async Task Draws_that_are_in_two_parts_are_refused()
    {
        using var folder = await ThreePartsAsync();
        await folder.MakeAsync("wide", [.. s_study, "--from", "20", "--to", "60"]);

        await folder.RefusesAsync(1, $"{Json(folder, "wide")}:1: The draws from 20 to 30 are in {Json(folder, "a")} too; give each part once.", () => folder.MergeAsync("out", "a", "wide", "c"));
        await folder.RefusesAsync(1, $"{Json(folder, "a")}:1: The draws from 0 to 30 are in {Json(folder, "a")} too; give each part once.", () => folder.MergeAsync("out", "a", "a", "b"));
    }

    [Theory]
    [InlineData("--seed", "6")]
    [InlineData("--sensitivity", "32")]
    [InlineData("--thresholds", "2")]
    [InlineData("--partial", "0.3")]
    [InlineData("--unanswered", "question=missing")]
    public async Task A_part_of_another_study_is_refused(string option, string value)
    {
        using var folder = await ThreePartsAsync();
        string[] study = s_study.Contains(option) ? [.. s_study.Select((word, at) => at > 0 && s_study[at - 1] == option ? value : word)] : [.. s_study, option, value];
        await folder.MakeAsync("other", [.. study, "--from", "30", "--to", "60"]);

        await folder.RefusesAsync(1, Another(folder), () => folder.MergeAsync("out", "a", "other", "c"));
    }

    [Fact]
    public async Task So_is_a_part_from_other_answers_or_another_edition()
    {
        using var folder = await ThreePartsAsync();
        string[] range = ["--from", "30", "--to", "60", "--out", folder.At("other")];
        var changed = folder.Write("changed.csv", Inputs.CloseAnswers.Replace("TUR,SAN-1,1", "TUR,SAN-1,3", StringComparison.Ordinal));
        Assert.Equal(0, (await Verb.RunAsync(["robustness", "--editions", Verb.Other, "--edition", "2030", "--answers", changed, .. s_study, .. range])).Code);
        await folder.RefusesAsync(1, Another(folder), () => folder.MergeAsync("out", "c", "other", "a"));

        Assert.Equal(0, (await Verb.RunAsync(["robustness", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Points), .. range])).Code);
        await folder.RefusesAsync(1, Another(folder), () => folder.MergeAsync("out", "c", "other", "a"));
    }

    [Fact]
    public async Task A_merge_needs_folders_and_a_place()
    {
        using var folder = await ThreePartsAsync();
        const string Help = "Run ./gci --help, or ./gci VERB --help, to see what is known.\n";

        Assert.Equal((2, $"Option '--out' is required.\n{Help}"), Of(await Verb.RunAsync("robustness", "merge", folder.At("a"))));
        Assert.Equal((2, $"Required argument 'DIR' missing for command: 'merge'.\n{Help}"), Of(await Verb.RunAsync("robustness", "merge", "--out", folder.At("out"))));
        await folder.RefusesAsync(1, $"{Json(folder, "absent")}:1: The file is missing.", () => folder.MergeAsync("out", "a", "absent"));

        static (int, string) Of(Ended ended) => (ended.Code, ended.Error);
    }

    private static async Task<StudyFolder> ThreePartsAsync()
    {
        var folder = new StudyFolder();
        foreach (var (name, from) in ((string, int)[])[("a", 0), ("b", 30), ("c", 60)])
        {
            await folder.MakeAsync(name, [.. s_study, "--from", Number(from), "--to", Number(from + 30)]);
        }

        return folder;
    }

    private static string Another(StudyFolder folder) =>
        $"{Json(folder, "other")}:1: This part is of another study than {Json(folder, "a")}: another edition, seed, source of uncertainty or other answers.";

    private static string Json(StudyFolder folder, string part) => folder.At(part, "robustness.json");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
