using System.Globalization;
using System.Text.Json;
using Gci.Testing;

namespace Gci.Cli.Tests.Robustness;

/// <summary>What <c>gci robustness</c> writes: the same bytes on any number of threads and under any culture.</summary>
public sealed class RobustnessFilesTests
{
    [Fact]
    public async Task The_tables_of_a_mix_of_sources()
    {
        using var folder = new StudyFolder();
        var files = await folder.MakeAsync("out", [.. StudyFolder.Mix, "--draws", "2000", "--seed", "7"]);

        Assert.Equal(StudyFolder.Names, files.Keys);
        Golden.Matches(files["stability.csv"], "stability.csv");
        Golden.Matches(string.Join('\n', files["sensitivity.csv"].Split('\n').Where(line => line.StartsWith("outcome,", StringComparison.Ordinal) || line.StartsWith("edition,", StringComparison.Ordinal))), "sensitivity-of-edition.csv");
    }

    [Fact]
    public async Task One_draw_shows_what_was_drawn_and_writes_nothing()
    {
        using var folder = new StudyFolder();
        var before = TemporaryFolder.Content(folder.Path);
        var ended = await folder.RunAsync([.. StudyFolder.Mix, "--seed", "7", "--draw", "1234", "--out", folder.At("out")]);

        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Golden.Matches(ended.Output, "draw-1234.csv");
        Assert.Equal(before, TemporaryFolder.Content(folder.Path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task The_number_of_threads_changes_no_byte(int threads)
    {
        using var folder = new StudyFolder();
        string[] study = [.. StudyFolder.Mix, "--draws", "5001", "--seed", "9"];

        Assert.Equal(await folder.MakeAsync("all", study), await folder.MakeAsync("some", [.. study, "--threads", threads.ToString(CultureInfo.InvariantCulture)]));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public async Task Nor_does_the_culture_of_the_machine(string culture)
    {
        using var folder = new StudyFolder();
        string[] study = [.. StudyFolder.Mix, "--draws", "300", "--from", "0", "--to", "300"];
        var (files, draw) = (await folder.MakeAsync("plain", study), await folder.RunAsync([.. StudyFolder.Mix, "--draw", "7"]));

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(files, await folder.MakeAsync("here", study));
        Assert.Equal(draw, await folder.RunAsync([.. StudyFolder.Mix, "--draw", "7"]));
        Assert.Equal(0, (await folder.MergeAsync("merged", "here")).Code);
        Assert.Equal(files, folder.Files("merged"));
    }

    [Fact]
    public async Task Countries_stand_by_their_code_and_text_is_plain_UTF_8()
    {
        using var folder = new StudyFolder("country,code,answer\n" + string.Join('\n', Inputs.CloseAnswers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Reverse()) + "\n");
        var files = await folder.MakeAsync("out", "--draws", "100");

        Assert.Equal(["iso3", "CIV", "EST", "FRA", "KEN", "TUR", ""], files["stability.csv"].Split('\n').Select(line => line.Split(',')[0]));
        Assert.All(files.Values, text => Assert.True(text.EndsWith('\n') && !text.Contains('\r') && !text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_seed_gives_other_counts_and_the_same_published_tiers()
    {
        using var folder = new StudyFolder();
        var (one, other) = (await folder.MakeAsync("one", "--draws", "1000"), await folder.MakeAsync("other", "--draws", "1000", "--seed", "2"));

        Assert.NotEqual(one["stability.csv"], other["stability.csv"]);
        Assert.Equal(Column(one, 4), Column(other, 4));
    }

    [Fact]
    public async Task The_words_at_the_end_count_the_marks()
    {
        using var folder = new StudyFolder();
        var said = await folder.RunAsync("--draws", "1000", "--weights", "noise:0.9", "--out", folder.At("out"));
        var json = await folder.RunAsync("--draws", "1000", "--weights", "noise:0.9", "--out", folder.At("out"), "--json");
        var marks = Column(folder.Files("out"), 6).Skip(1).CountBy(label => label).ToDictionary();
        using var read = JsonDocument.Parse(json.Output);

        Assert.Equal(["firm", "likely", "borderline"], said.Lines[..3].Select(line => line.Split(' ')[0]));
        Assert.Equal($"Files: {folder.At("out")}", said.Lines[^1]);
        Assert.Equal(folder.At("out"), read.RootElement.GetProperty("folder").GetString());
        Assert.Equal(1000, read.RootElement.GetProperty("draws").GetInt32());
        Assert.All(read.RootElement.GetProperty("marks").EnumerateObject(), mark => Assert.Equal(marks.GetValueOrDefault(mark.Name), mark.Value.GetInt32()));
        Assert.Equal(5, marks.Values.Sum());
    }

    [Fact]
    public async Task Without_the_design_the_other_figures_are_the_same()
    {
        using var folder = new StudyFolder();
        var (with, without) = (await folder.MakeAsync("with", "--draws", "500", "--sensitivity", "64"), await folder.MakeAsync("without", "--draws", "500", "--sensitivity", "0"));

        Assert.Equal(with["stability.csv"], without["stability.csv"]);
        Assert.Equal("outcome,changing,source,with,index,value,low,high\n", without["sensitivity.csv"]);
        Assert.NotEqual(without["sensitivity.csv"], with["sensitivity.csv"]);
    }

    private static IEnumerable<string> Column(Dictionary<string, string> files, int column) => files["stability.csv"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[column]);
}
