using Gci.Testing;

namespace Gci.Cli.Tests;

/// <summary>Where the exit code is not 0, the folder is as it was.</summary>
public sealed class NothingWrittenTests
{
    [Fact]
    public async Task Without_Node_publishing_ends_with_3_and_the_sentence_that_helps()
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.AloneAsync(folder.At("no-programs"), Publish(folder, folder.At("out")));

        Assert.Equal(3, ended.Code);
        Assert.EndsWith("Node.js (version 20 or later) is missing. Install it with: apt-get install nodejs, or see nodejs.org\n", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["points.csv"], Names(folder));
    }

    [Fact]
    public async Task An_engine_that_fails_half_way_leaves_an_earlier_publication_as_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The failing engine of this test is a shell script.");
        using var folder = new TemporaryFolder();
        var output = Directory.CreateDirectory(folder.At("out")).FullName;
        await File.WriteAllTextAsync(Path.Combine(output, "tiers.csv"), "an earlier publication", TestContext.Current.CancellationToken);
        var publish = Publish(folder, output);
        var before = TemporaryFolder.Content(folder.Path);
        using var programs = new TemporaryFolder();
        var node = programs.Write("node", "#!/bin/sh\necho 'half a page'\necho 'the engine broke' >&2\nexit 1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var ended = await Verb.AloneAsync(programs.Path, publish);

        Assert.Equal(1, ended.Code);
        Assert.EndsWith("The report could not be drawn: the engine broke Nothing was written.\n", ended.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Content(folder.Path));
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("out", "not a folder");
        var ended = await Verb.RunAsync("score", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Points), "--out", file);

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.EndsWith(" Nothing was written.\n", ended.Error, StringComparison.Ordinal);
        Assert.Equal("not a folder", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(["out", "points.csv"], Names(folder));
    }

    [Fact]
    public async Task A_folder_that_stands_where_a_file_should_go_puts_back_every_file_before_it()
    {
        using var folder = new TemporaryFolder();
        var output = Directory.CreateDirectory(folder.At("out")).FullName;
        foreach (var name in (string[])["groups.csv", "results.json"])
        {
            await File.WriteAllTextAsync(Path.Combine(output, name), "earlier " + name, TestContext.Current.CancellationToken);
        }

        Directory.CreateDirectory(Path.Combine(output, "tiers.csv"));
        var before = TemporaryFolder.Content(output);
        var ended = await Verb.DrawAsync(Publish(folder, output));

        Assert.Equal(1, ended.Code);
        Assert.EndsWith(" Nothing was written.\n", ended.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Content(output));
        Assert.Equal(["out", "points.csv"], Names(folder));
    }

    [Fact]
    public async Task A_folder_below_a_file_cannot_be_made_and_nothing_is_left()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "");
        var ended = await Verb.RunAsync(Publish(folder, Path.Combine(file, "deep", "out")));

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.EndsWith(" Nothing was written.\n", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["file", "points.csv"], Names(folder));
    }

    private static string[] Publish(TemporaryFolder folder, string output) =>
        ["publish", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Points), "--out", output];

    private static string?[] Names(TemporaryFolder folder) => [.. Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)];
}
