using System.Text.Json;
using Gci.Editions.Translations;
using Gci.Testing;

namespace Gci.Cli.Tests.Verbs;

public sealed class CheckAndCasesVerbTests
{
    [Fact]
    public async Task The_definitions_that_are_shipped_have_no_problem()
    {
        var ended = await Verb.RunAsync("check");

        Assert.Equal((0, "Editions 2020, 2024, 2026: no problem found.\n"), (ended.Code, ended.Output));
        Assert.All(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("Warning: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sentences_of_the_interface_that_are_not_translated_are_a_warning_and_no_problem()
    {
        using var folder = new TemporaryFolder();
        CopyOf(folder.Path);
        folder.Write("questionnaires/interface/en/pages.yaml", "pages.saved: Saved\npages.lost: Lost\n");
        folder.Write("questionnaires/interface/fr/pages.yaml", $"pages.saved: {{ source: {Translation.SourceHash("Saved")}, state: draft, text: Enregistré }}\n");

        var ended = await Verb.RunAsync("check", "--editions", folder.Path);

        Assert.Equal((0, "Editions 2030: no problem found.\n"), (ended.Code, ended.Output));
        Assert.Equal(5, ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(
            "Warning: 1 sentences of the interface are missing in fr and stand in English. ./gci translations --interface --language fr --missing FILE writes them out.\n", ended.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_lists_the_editions_and_every_problem_with_its_place()
    {
        using var folder = new TemporaryFolder();
        CopyOf(folder.Path);
        var tiers = folder.At("methodology", "2030", "tiers.yaml");
        await File.WriteAllTextAsync(tiers, (await File.ReadAllTextAsync(tiers, TestContext.Current.CancellationToken)).Replace("from: 40", "from: 45", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var ended = await Verb.RunAsync("check", "--json", "--editions", folder.Path);
        using var json = JsonDocument.Parse(ended.Output);
        var problem = Assert.Single(json.RootElement.GetProperty("problems").EnumerateArray());

        Assert.Equal(1, ended.Code);
        Assert.Equal(["2030"], json.RootElement.GetProperty("editions").EnumerateArray().Select(edition => edition.GetString()));
        Assert.Equal("methodology/2030/tiers.yaml", problem.GetProperty("file").GetString());
        Assert.Equal("9", problem.GetProperty("place").GetString());
        Assert.Equal($"methodology/2030/tiers.yaml:9: {problem.GetProperty("sentence").GetString()}\n", ended.Error);
        Assert.Equal("Tier GRIT ends at 40 and the tier above begins at 45: a gap.", problem.GetProperty("sentence").GetString());
    }

    [Fact]
    public async Task Broken_definitions_stop_every_other_verb()
    {
        using var folder = new TemporaryFolder();
        CopyOf(folder.Path);
        File.Delete(folder.At("methodology", "2030", "strengths.yaml"));
        var points = folder.Write("points.csv", "iso3,water,sand,air\nTUR,50,25,25\n");
        var wrong = new Ended(1, "", "methodology/2030/strengths.yaml:1: The file is missing.\n");

        Assert.Equal(wrong, await Verb.RunAsync("tiers", "--editions", folder.Path, "--edition", "2030", "--points", points));
        Assert.Equal(wrong, await Verb.RunAsync("publish", "--editions", folder.Path, "--edition", "2030", "--points", points, "--out", folder.At("out")));
        Assert.False(Directory.Exists(folder.At("out")));
    }

    [Fact]
    public async Task Every_case_that_is_shipped_passes()
    {
        var ended = await Verb.RunAsync("cases");

        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Matches("^[1-9][0-9]* passed, 0 failed\n$", ended.Output);
    }

    [Fact]
    public async Task A_case_that_expects_something_else_fails_with_its_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("wrong.yaml", "edition: \"2030\"\ncases:\n  - name: half of everything\n    points: { water: 25, sand: 12.5, air: 12.5 }\n    expected: { overall: 51, tier: SHELL }\n");
        var ended = await Verb.RunAsync("cases", "--editions", Verb.Other, "--cases", folder.Path);

        Assert.Equal((1, "0 passed, 1 failed\n"), (ended.Code, ended.Output));
        Assert.Contains("wrong.yaml:5: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains("51", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frozen_edition_that_is_changed_later_is_told()
    {
        using var folder = new TemporaryFolder();
        CopyOf(folder.Path);
        var frame = folder.At("methodology", "2030", "pillars.yaml");
        await File.WriteAllTextAsync(frame, (await File.ReadAllTextAsync(frame, TestContext.Current.CancellationToken)).Replace("status: draft", "status: published", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var frozen = await Verb.RunAsync("freeze", "--editions", folder.Path, "--edition", "2030");
        Assert.Equal((0, ""), (frozen.Code, frozen.Error));
        Assert.Equal(0, (await Verb.RunAsync("check", "--editions", folder.Path)).Code);

        await File.AppendAllTextAsync(folder.At("methodology", "2030", "method.md"), "\n5.3 Added later.\n", TestContext.Current.CancellationToken);
        var changed = await Verb.RunAsync("check", "--editions", folder.Path);
        Assert.Equal(1, changed.Code);
        Assert.Contains("methodology/2030/method.md", changed.Error, StringComparison.Ordinal);
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
