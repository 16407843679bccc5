using System.Collections.Immutable;

namespace Gci.Editions.Tests;

/// <summary>Texts that are laid over a folder are read as if they lay there.</summary>
public sealed class DraftedTextsTests
{
    private static readonly string[] s_moved = ["methodology/2026/", "questionnaires/2026/"];

    [Fact]
    public void An_edition_that_is_drafted_whole_is_the_edition_on_disk()
    {
        using var copy = new EditionsCopy("2026", "fr");
        var onDisk = copy.Folder.Load("2026", new())!;
        var frozen = copy.Folder.Freeze("2026", new());
        var weights = copy.Folder.WeightsFromBallots("2026", new());
        var counts = copy.Folder.Translations("2026", new())!.Counts("fr");
        var folder = new EditionsFolder(copy.Root, Taken(copy));

        Assert.Equal(["2020", "2024", "2026"], folder.Ids);
        Assert.Empty(folder.Check().InOrder());
        Assert.Equal(onDisk.Hash, folder.Load("2026", new())!.Hash);
        Assert.Equal(onDisk.Translations["fr"].Texts.Count, folder.Load("2026", new())!.Translations["fr"].Texts.Count);
        Assert.Equal(frozen, folder.Freeze("2026", new()));
        Assert.Equal(weights, folder.WeightsFromBallots("2026", new()));
        Assert.Equal(counts, folder.Translations("2026", new())!.Counts("fr"));
    }

    [Fact]
    public void A_drafted_text_stands_in_place_of_the_file_and_its_mistakes_are_said_with_their_line()
    {
        using var copy = new EditionsCopy("2026");
        var file = "questionnaires/2026/legal.yaml";
        var text = File.ReadAllText(copy.PathOf(file)).Replace("variable: illegal_access", "variable: Illegal Access", StringComparison.Ordinal);

        var problems = Over(copy, (file, text)).Check().InOrder();

        var line = EditionsCopy.LineOf(file, "variable: illegal_access");
        Assert.Contains(new Problem(file, $"{line}", "The variable \"Illegal Access\" must be small letters, digits and underscores, beginning with a letter."), problems);
        Assert.Empty(copy.Check());
    }

    [Fact]
    public void A_drafted_text_that_is_too_large_is_said()
    {
        using var copy = new EditionsCopy("2026");

        Assert.Contains("larger than 4 MiB", Assert.Single(Over(copy, ("methodology/2026/strengths.yaml", new string('#', 4 << 20) + "\n")).Check().InOrder()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drafted_file_that_belongs_to_nothing_is_said_as_one_on_disk_is()
    {
        using var copy = new EditionsCopy("2026");

        Assert.Equal(
            ["questionnaires/2026/de:1: There is no language \"de\" here; translations lie in ar, es, fr, ru, zh.", "questionnaires/2026/stray.yaml:1: This file belongs to no pillar of the edition; name it after a pillar's variable."],
            Over(copy, ("questionnaires/2026/de/legal.yaml", "a: b\n")).Check().InOrder().Concat(Over(copy, ("questionnaires/2026/stray.yaml", "a: b\n")).Check().InOrder()).Select(problem => problem.ToString()));
    }

    private static EditionsFolder Over(EditionsCopy copy, params IEnumerable<(string Name, string Text)> drafted) =>
        new(copy.Root, drafted.ToImmutableSortedDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal));

    private static ImmutableSortedDictionary<string, string> Taken(EditionsCopy copy)
    {
        var taken = copy.Files.Where(file => s_moved.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
            .ToImmutableSortedDictionary(file => file, file => File.ReadAllText(copy.PathOf(file)), StringComparer.Ordinal);
        foreach (var folder in s_moved)
        {
            Directory.Delete(copy.PathOf(folder), recursive: true);
        }

        return taken;
    }
}
