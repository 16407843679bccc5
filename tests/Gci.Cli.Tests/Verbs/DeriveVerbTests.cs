using Gci.Testing;

namespace Gci.Cli.Tests.Verbs;

public sealed class DeriveVerbTests
{
    private static readonly string[] s_args = ["derive", "--from", "2030", "--to", "2032", "--title", "Another index 2032", "--reference-date", "2032-06-30"];

    [Fact]
    public async Task A_derived_edition_is_written_beside_the_earlier_one_and_has_no_problem()
    {
        using var folder = new TemporaryFolder();
        CopyOf(folder.Path);
        var before = TemporaryFolder.Content(folder.Path);

        var ended = await Verb.RunAsync([.. s_args, "--editions", folder.Path]);

        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.All(ended.Lines, path => Assert.True(File.Exists(path), path));
        Golden.Matches(string.Concat(ended.Lines.Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/') + "\n")), "derived.txt");
        Assert.Equal((0, "Editions 2030, 2032: no problem found.\n"), await Verb.RunAsync("check", "--editions", folder.Path) is var check ? (check.Code, check.Output) : default);
        Assert.Empty(before.Except(TemporaryFolder.Content(folder.Path)));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder.Path)!), path => path.StartsWith(folder.Path + ".", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edition_that_is_there_is_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        CopyOf(folder.Path);
        await Verb.RunAsync([.. s_args, "--editions", folder.Path]);
        var before = TemporaryFolder.Content(folder.Path);

        Assert.Equal(
            new(1, "", "methodology/2032:1: There is an edition 2032 already; give the new one a name of its own.\n"), await Verb.RunAsync([.. s_args, "--editions", folder.Path]));
        Assert.Equal(before, TemporaryFolder.Content(folder.Path));
    }

    [Fact]
    public async Task Where_a_file_cannot_be_written_nothing_is()
    {
        using var folder = new TemporaryFolder();
        CopyOf(folder.Path);
        folder.Write("questionnaires/2032", "a file where the folder should be");
        var before = TemporaryFolder.Content(folder.Path);

        var ended = await Verb.RunAsync([.. s_args, "--editions", folder.Path]);

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.EndsWith(" Nothing was written.\n", ended.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Content(folder.Path));
    }

    [Fact]
    public async Task Every_option_is_needed_and_a_date_is_a_day()
    {
        foreach (var option in s_args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal)))
        {
            var place = Array.IndexOf(s_args, option);
            var ended = await Verb.RunAsync([.. s_args.Where((_, i) => i != place && i != place + 1)]);

            Assert.Equal((2, ""), (ended.Code, ended.Output));
            Assert.StartsWith($"Option '{option}' is required.", ended.Error, StringComparison.Ordinal);
        }

        Assert.Equal(new(2, "", "--reference-date takes a day such as 2028-12-31, not \"30/6/2032\".\n"), await Verb.RunAsync([.. s_args.SkipLast(1), "30/6/2032"]));
    }

    private static void CopyOf(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Verb.Other, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Verb.Other, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
