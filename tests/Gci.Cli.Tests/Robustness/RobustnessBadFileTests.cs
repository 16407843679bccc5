using Gci.Testing;

namespace Gci.Cli.Tests.Robustness;

/// <summary>A <c>robustness.json</c> that is damaged or is none: a sentence, exit code 1, and nothing written.</summary>
public sealed class RobustnessBadFileTests
{
    private const string NotWhole = "This is not a whole robustness.json of this version; make it again with gci robustness.";
    private const string Unreadable = "This cannot be read as robustness.json; make it again with gci robustness.";

    [Theory]
    [InlineData("", 1, Unreadable)]
    [InlineData("not json", 1, Unreadable)]
    [InlineData("null", 1, NotWhole)]
    [InlineData("{}", 1, NotWhole)]
    [InlineData("[]", 1, Unreadable)]
    [InlineData("3", 1, Unreadable)]
    [InlineData("{ \"format\": \"gci-study/2\" }", 1, NotWhole)]
    [InlineData("{ \"format\": \"gci-study/1\" }", 1, Unreadable)]
    [InlineData("{ \"format\": \"gci-study/1\",\n \"tiers\": [],\n \"study\": null }", 1, NotWhole)]
    [InlineData("{ \"format\": \"gci-study/1\",\n \"tiers\": [ null ],\n \"study\": {} }", 1, Unreadable)]
    [InlineData("{\n\"format\": \"gci-study/1\",\n\"tiers\": [,", 3, Unreadable)]
    public async Task What_is_no_study_is_refused(string text, int line, string sentence)
    {
        using var folder = new StudyFolder();
        var path = folder.Write("bad/robustness.json", text);

        await folder.RefusesAsync(1, $"{path}:{line}: {sentence}", () => folder.MergeAsync("out", "bad"));
    }

    [Fact]
    public async Task The_results_of_a_publication_are_no_study()
    {
        using var folder = new StudyFolder();
        var tiers = await Verb.RunAsync("tiers", "--json", "--editions", Verb.Other, "--edition", "2030", "--answers", folder.Answers);
        var path = folder.Write("bad/robustness.json", tiers.Output);

        await folder.RefusesAsync(1, $"{path}:1: {NotWhole}", () => folder.MergeAsync("out", "bad"));
    }

    [Theory]
    [InlineData("\"seed\": 5", "\"seed\": 6")]
    [InlineData("\"to\": 50", "\"to\": 51")]
    [InlineData("\"from\": 0", "\"from\": -9223372036854775808")]
    [InlineData("\"nominal\": \"PEARL\"", "\"nominal\": \"SHELL\"")]
    [InlineData("\"maximum\": 100", "\"maximum\": 10")]
    [InlineData("\"country\": \"CIV\"", "\"country\": \"ALA\"")]
    public async Task A_number_or_word_that_was_changed_is_noticed(string before, string after)
    {
        using var folder = new StudyFolder();
        var files = await folder.MakeAsync("good", "--draws", "50", "--seed", "5");
        Assert.Contains(before, files["robustness.json"], StringComparison.Ordinal);
        var at = files["robustness.json"].IndexOf(before, StringComparison.Ordinal);
        var path = folder.Write("bad/robustness.json", files["robustness.json"].Remove(at, before.Length).Insert(at, after));

        await folder.RefusesAsync(1, $"{path}:1: {NotWhole}", () => folder.MergeAsync("out", "bad"));
    }

    [Fact]
    public async Task A_file_that_is_cut_short_anywhere_is_refused()
    {
        using var folder = new StudyFolder();
        var whole = (await folder.MakeAsync("good", "--draws", "50", "--sensitivity", "2"))["robustness.json"];
        var found = whole.IndexOf("\"found\"", StringComparison.Ordinal);
        for (var length = 0; length < whole.Length - 2; length += 1 + (whole.Length / 60))
        {
            await IsRefusedAsync(folder, whole[..length]);
        }

        await IsRefusedAsync(folder, whole[..found] + "}");
    }

    [Fact]
    public async Task A_byte_that_flips_is_refused_or_changes_nothing()
    {
        using var folder = new StudyFolder();
        var good = await folder.MakeAsync("good", [.. StudyFolder.Mix, "--draws", "50", "--sensitivity", "2"]);
        var (random, bytes, refused) = (new Random(5), File.ReadAllBytes(folder.At("good", "robustness.json")), 0);
        for (var round = 0; round < 400; round++)
        {
            byte[] damaged = [.. bytes];
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            Directory.CreateDirectory(folder.At("bad"));
            await File.WriteAllBytesAsync(folder.At("bad", "robustness.json"), damaged, TestContext.Current.CancellationToken);
            var ended = await folder.MergeAsync("out", "bad");
            if (ended.Code == 0)
            {
                // What was found follows from the rest, and is worked out again.
                Assert.Equal(good, folder.Files("out"));
                Directory.Delete(folder.At("out"), recursive: true);
                continue;
            }

            refused++;
            Assert.Equal((1, ""), (ended.Code, ended.Output));
            Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(folder.At("bad", "robustness.json"))}:[0-9]+: This (cannot be read|is not a whole).*gci robustness\\.\n\\z", ended.Error);
            Assert.False(Directory.Exists(folder.At("out")));
        }

        Assert.InRange(refused, 100, 400);
    }

    [Fact]
    public async Task An_earlier_study_in_the_folder_stays_where_a_merge_fails()
    {
        using var folder = new StudyFolder();
        await folder.MakeAsync("out", "--draws", "50");
        await folder.MakeAsync("late", "--from", "10", "--to", "20");

        await folder.RefusesAsync(
            1, $"{folder.At("late", "robustness.json")}:1: The draws from 0 to 10 are in no part; make them with --from 0 --to 10.", () => folder.MergeAsync("out", "late"));
    }

    private static async Task IsRefusedAsync(StudyFolder folder, string text)
    {
        folder.Write("bad/robustness.json", text);
        var before = TemporaryFolder.Content(folder.Path);
        var ended = await folder.MergeAsync("out", "bad");

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.StartsWith(folder.At("bad", "robustness.json") + ":", ended.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Content(folder.Path));
    }
}
