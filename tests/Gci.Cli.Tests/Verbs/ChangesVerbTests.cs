using System.Text.Json;
using Gci.Testing;

namespace Gci.Cli.Tests.Verbs;

public sealed class ChangesVerbTests
{
    [Fact]
    public async Task The_four_files_are_there_and_the_counts_are_said()
    {
        using var folder = new TemporaryFolder();

        var ended = await Verb.DrawAsync("changes", "--from", "2024", "--to", "2026", "--out", folder.At("out"));

        Assert.Equal((0, "Tables …\nWorkbook …\nDocument …\n"), (ended.Code, ended.Error));
        Assert.Equal(["changes.csv", "changes.json", "changes.pdf", "changes.xlsx"], Names(folder.At("out")));
        Assert.Equal("Split         1 change of questions", ended.Lines[2]);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.At("out/changes.json"), TestContext.Current.CancellationToken));
        Assert.Equal(("2024", "2026"), (json.RootElement.GetProperty("from").GetString(), json.RootElement.GetProperty("to").GetString()));
        Assert.Contains(json.RootElement.GetProperty("questions").EnumerateArray(), question => question.GetProperty("kind").GetString() == "split");
    }

    [Fact]
    public async Task The_same_question_gives_the_same_bytes_in_another_language_too()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["one", "two"])
        {
            Assert.Equal(0, (await Verb.DrawAsync("changes", "--from", "2024", "--to", "2026", "--language", "ar", "--out", folder.At(name))).Code);
        }

        Assert.Equal(TemporaryFolder.Content(folder.At("one")), TemporaryFolder.Content(folder.At("two")));
    }

    [Fact]
    public async Task JSON_says_where_the_files_are()
    {
        using var folder = new TemporaryFolder();

        using var json = JsonDocument.Parse((await Verb.DrawAsync("changes", "--from", "2020", "--to", "2024", "--out", folder.At("out"), "--json")).Output);

        Assert.Equal((folder.At("out"), 0), (json.RootElement.GetProperty("folder").GetString(), json.RootElement.GetProperty("questions").EnumerateObject().Count()));
    }

    [Theory]
    [InlineData(1, "There is no edition 1999", "--from", "1999", "--to", "2026")]
    [InlineData(2, "--to", "--from", "2024")]
    [InlineData(2, "xx", "--from", "2024", "--to", "2026", "--language", "xx")]
    public async Task What_is_wrong_is_said_and_nothing_is_written(int code, string said, params string[] options)
    {
        using var folder = new TemporaryFolder();

        var ended = await Verb.RunAsync(["changes", .. options, "--out", folder.At("out")]);

        Assert.Equal(code, ended.Code);
        Assert.Contains(said, ended.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Without_Node_nothing_is_written()
    {
        using var folder = new TemporaryFolder();

        var ended = await Verb.AloneAsync(folder.At("no-programs"), "changes", "--from", "2024", "--to", "2026", "--out", folder.At("out"));

        Assert.Equal(3, ended.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static string[] Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
