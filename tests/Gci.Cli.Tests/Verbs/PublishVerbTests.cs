using System.Security.Cryptography;
using System.Text.Json;
using Gci.Testing;

namespace Gci.Cli.Tests.Verbs;

public sealed class PublishVerbTests
{
    private static readonly string[] s_files = ["groups.csv", "manifest.json", "report-en.pdf", "results.json", "results.xlsx", "tiers.csv"];

    [Fact]
    public async Task The_files_are_all_there_and_the_manifest_has_their_checksums()
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.DrawAsync(Publish(folder, "out"));

        Assert.Equal(0, ended.Code);
        Assert.Equal("Tables …\nWorkbook …\nReport …\nManifest …\n", ended.Error);
        Assert.Equal(["points.csv", .. s_files.Select(file => Path.Combine("out", file))], Files(folder));
        Manifests.AreRight(folder.At("out"), "2024", "tiers");
    }

    [Fact]
    public async Task JSON_says_where_the_files_are_and_counts_the_tiers()
    {
        using var folder = new TemporaryFolder();
        using var json = JsonDocument.Parse((await Verb.DrawAsync([.. Publish(folder, "out"), "--json"])).Output);

        Assert.Equal("2024", json.RootElement.GetProperty("edition").GetString());
        Assert.Equal(folder.At("out"), json.RootElement.GetProperty("folder").GetString());
        Assert.Equal(
            ["T1 1", "T2 1", "T3 0", "T4 1", "T5 0"],
            json.RootElement.GetProperty("tiers").EnumerateObject().Select(tier => $"{tier.Name} {tier.Value}"));
    }

    [Fact]
    public async Task Order_of_rows_line_ends_and_a_byte_order_mark_change_no_byte()
    {
        using var folder = new TemporaryFolder();
        await Verb.DrawAsync(Publish(folder, "out"));
        var first = TemporaryFolder.Content(folder.At("out"));

        string[] rows = Inputs.Points.TrimEnd().Split('\n');
        var shuffled = "\uFEFF" + string.Join("\r\n", (string[])[rows[0], rows[3], rows[1], rows[2], ""]);
        await Verb.RunAsync("publish", "--edition", "2024", "--points", folder.Write("other.csv", shuffled), "--out", folder.At("again"));

        Assert.Equal(first, TemporaryFolder.Content(folder.At("again")));
        Assert.Equal(s_files.Length, first.Length);
    }

    [Fact]
    public async Task A_second_run_replaces_the_files_and_leaves_others_alone()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("out"));
        folder.Write("out/tiers.csv", "old");
        folder.Write("out/notes.txt", "mine");
        var ended = await Verb.DrawAsync(Publish(folder, "out"));

        Assert.Equal(0, ended.Code);
        Assert.StartsWith("iso3,tier,", await File.ReadAllTextAsync(folder.At("out", "tiers.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.At("out", "notes.txt"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain("notes.txt", await File.ReadAllTextAsync(folder.At("out", "manifest.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_an_earlier_publication_is_in_the_results()
    {
        using var folder = new TemporaryFolder();
        await Verb.DrawAsync(Publish(folder, "earlier"));
        var points = folder.Write("now.csv", Inputs.PointsHeader + "EST,20,15.5,20,19.75,15\nURY,18.5,19,19,18.2,19.999\nSLV,14.25,20,20,20,20\n");
        var ended = await Verb.RunAsync("publish", "--edition", "2024", "--points", points, "--out", folder.At("now"), "--previous", folder.At("earlier"));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.At("now", "results.json"), TestContext.Current.CancellationToken));
        var previous = json.RootElement.GetProperty("previous");

        Assert.Equal(0, ended.Code);
        Assert.Equal((1, 1, 1), (previous.GetProperty("up").GetInt32(), previous.GetProperty("down").GetInt32(), previous.GetProperty("stayed").GetInt32()));
    }

    private static string[] Publish(TemporaryFolder folder, string output) =>
        ["publish", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Points), "--out", folder.At(output)];

    private static string[] Files(TemporaryFolder folder) =>
        [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.Path, path)).OrderBy(name => name.Contains('/')).ThenBy(name => name, StringComparer.Ordinal)];
}

/// <summary>What the manifest of a publication must say.</summary>
internal static class Manifests
{
    internal static void AreRight(string folder, string edition, string disclosure)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        var listed = json.RootElement.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString());

        Assert.Equal(edition, json.RootElement.GetProperty("edition").GetString());
        Assert.Equal(disclosure, json.RootElement.GetProperty("disclosure").GetString());
        Assert.Equal(Inputs.Edition2024.Hash, json.RootElement.GetProperty("definition").GetString());
        Assert.Equal(
            Directory.EnumerateFiles(folder).Where(path => !path.EndsWith("manifest.json", StringComparison.Ordinal)).ToDictionary(
                path => Path.GetFileName(path), path => (string?)$"sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}"),
            listed);
    }
}
