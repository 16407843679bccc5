using Gci.Testing;

namespace Gci.Cli.Tests;

public sealed class UsageTests
{
    private const string Help = "Run ./gci --help, or ./gci VERB --help, to see what is known.\n";

    [Fact]
    public async Task A_verb_that_is_not_known_is_wrong_usage() =>
        Assert.Equal(new(2, "", $"Required command was not provided.\nUnrecognized command or argument 'ranking'.\n{Help}"), await Verb.RunAsync("ranking"));

    [Fact]
    public async Task No_verb_is_wrong_usage() =>
        Assert.Equal(new(2, "", $"Required command was not provided.\n{Help}"), await Verb.RunAsync());

    [Theory]
    [InlineData("check")]
    [InlineData("cases")]
    [InlineData("demo")]
    [InlineData("weights", "--edition", "2024")]
    [InlineData("freeze", "--edition", "2024")]
    [InlineData("derive", "--from", "2026", "--to", "2028", "--title", "T", "--reference-date", "2028-12-31")]
    [InlineData("score", "--edition", "2024")]
    [InlineData("tiers", "--edition", "2024")]
    [InlineData("explain", "--edition", "2024", "--country", "EST")]
    [InlineData("publish", "--edition", "2024", "--out", "never-made")]
    public async Task An_option_that_a_verb_does_not_know_is_wrong_usage(params string[] args) =>
        Assert.Equal(new(2, "", $"Unrecognized command or argument '--colour'.\n{Help}"), await Verb.RunAsync([.. args, "--colour"]));

    [Theory]
    [InlineData("score")]
    [InlineData("tiers")]
    [InlineData("explain", "--country", "EST")]
    [InlineData("publish", "--out", "never-made")]
    public async Task Neither_answers_nor_points_is_wrong_usage_and_so_are_both(params string[] args)
    {
        var wrong = new Ended(2, "", "Give either --answers FILE or --points FILE.\n");

        Assert.Equal(wrong, await Verb.RunAsync([.. args, "--edition", "2024"]));
        Assert.Equal(wrong, await Verb.RunAsync([.. args, "--edition", "2024", "--answers", "a.csv", "--points", "p.csv"]));
        Assert.False(Directory.Exists("never-made"));
    }

    [Theory]
    [InlineData("weights", "--edition")]
    [InlineData("freeze", "--edition")]
    [InlineData("score", "--edition")]
    [InlineData("tiers", "--edition")]
    public async Task The_edition_must_be_named(string verb, string option) =>
        Assert.Equal(new(2, "", $"Option '{option}' is required.\n{Help}"), await Verb.RunAsync(verb));

    [Fact]
    public async Task A_publication_needs_a_folder_and_an_explanation_a_country()
    {
        Assert.Equal(new(2, "", $"Option '--out' is required.\n{Help}"), await Verb.RunAsync("publish", "--edition", "2024", "--points", "p.csv"));
        Assert.Equal(new(2, "", $"Option '--country' is required.\n{Help}"), await Verb.RunAsync("explain", "--edition", "2024", "--points", "p.csv"));
    }

    [Theory]
    [InlineData("publish", "--disclosure", "everything", "tiers pillars internal")]
    [InlineData("tiers", "--scheme", "ranking", "natural-breaks quantiles k-means ward")]
    public async Task A_word_outside_the_list_is_wrong_usage_and_the_list_is_shown(string verb, string option, string word, string known)
    {
        var ended = await Verb.RunAsync([verb, "--edition", "2024", "--points", "p.csv", option, word, .. verb == "publish" ? ["--out", "never-made"] : Array.Empty<string>()]);

        var list = string.Concat(known.Split(' ').Select(value => $"\t'{value}'\n"));
        Assert.Equal(new(2, "", $"Argument '{word}' not recognized. Must be one of:\n{list}{Help}"), ended with { Error = ended.Error.Replace("\n\n", "\n") });
    }

    [Fact]
    public async Task A_folder_of_editions_that_is_not_there_is_wrong_usage_and_one_without_editions_wrong_input()
    {
        using var folder = new TemporaryFolder();
        var absent = folder.At("absent");

        Assert.Equal(
            new(2, "", $"There is no folder {absent}; --editions takes a folder that holds questionnaires/ and methodology/.\n"),
            await Verb.RunAsync("check", "--editions", absent));
        Assert.Equal(
            new(1, "", $"methodology:1: There is no edition in {folder.Path}; it must hold questionnaires/ and methodology/EDITION/pillars.yaml.\n"),
            await Verb.RunAsync("check", "--editions", folder.Path));
    }

    [Fact]
    public async Task Answers_to_an_edition_that_asks_nothing_are_wrong_usage() => Assert.Equal(
        new(2, "", "Edition 2020 has no questionnaire; give its pillar points with --points.\n"),
        await Verb.RunAsync("tiers", "--edition", "2020", "--answers", "a.csv"));

    [Theory]
    [InlineData("score", "--points", "p.csv")]
    [InlineData("weights")]
    [InlineData("freeze")]
    public async Task An_edition_that_is_not_there_is_wrong_input_and_the_others_are_named(params string[] args) => Assert.Equal(
        new(1, "", "methodology:1: There is no edition 1999; there are 2020, 2024, 2026.\n"),
        await Verb.RunAsync([.. args, "--edition", "1999"]));
}
