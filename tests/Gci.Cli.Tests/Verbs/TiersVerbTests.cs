using System.Text.Json;
using Gci.Testing;

namespace Gci.Cli.Tests.Verbs;

public sealed class TiersVerbTests
{
    private static readonly string[] s_tiers = ["T1", "T2", "T3", "T4", "T5"];

    [Fact]
    public async Task The_published_figures_of_2024_give_the_published_tiers()
    {
        using var folder = new TemporaryFolder();
        var tiers = Tiers(await Verb.RunAsync("tiers", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Published2024)));

        Assert.Equal([46, 29, 49, 56, 14], Counts(tiers));
        Assert.Equal(("T1", "T2"), (tiers["EST"], tiers["URY"]));
    }

    [Fact]
    public async Task So_does_the_file_that_they_came_in()
    {
        var tiers = Tiers(await Verb.RunAsync("tiers", "--edition", "2024", "--points", Shared.At("data", "gci-2024-pillars.csv")));

        Assert.Equal([46, 29, 49, 56, 14], Counts(tiers));
    }

    [Fact]
    public async Task The_figures_of_2020_put_30_countries_into_the_best_tier_of_2024()
    {
        // The last column of the file, "quality", is none that the command knows.
        var table = Csv.Read(Shared.At("data", "gci-2020-pillars.csv"));
        var columns = table.Header.Where(column => column != "quality").Select(column => table.Text(column)).ToArray();
        var lines = Enumerable.Range(0, table.Count).Select(row => string.Join(',', columns.Select(column => column[row])));
        using var folder = new TemporaryFolder();
        var tiers = Tiers(await Verb.RunAsync("tiers", "--edition", "2020", "--points", folder.Write("points.csv", Inputs.PointsHeader + string.Join('\n', lines))));

        Assert.Equal(30, Counts(tiers)[0]);
    }

    [Theory]
    [InlineData("natural-breaks")]
    [InlineData("quantiles")]
    [InlineData("k-means")]
    [InlineData("ward")]
    public async Task Another_scheme_places_every_country_and_no_better_score_into_a_worse_tier(string scheme)
    {
        using var folder = new TemporaryFolder();
        var points = folder.Write("points.csv", Inputs.Published2024);
        var tiers = Tiers(await Verb.RunAsync("tiers", "--edition", "2024", "--points", points, "--scheme", scheme));
        var published = Inputs.Edition2024.Published!.Points;
        var byScore = tiers.Keys.OrderByDescending(country => published[country].Values.Sum()).Select(country => tiers[country]).ToArray();

        Assert.Equal(194, tiers.Count);
        Assert.Equal(s_tiers, byScore.Distinct());
        Assert.Equal(byScore.Order(StringComparer.Ordinal), byScore);
        Assert.NotEqual([46, 29, 49, 56, 14], Counts(tiers));
    }

    [Fact]
    public async Task Moves_since_an_earlier_publication_are_a_matrix()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("earlier"));
        var before = await Verb.RunAsync(
            "tiers", "--json", "--edition", "2024", "--points", folder.Write("before.csv", Inputs.PointsHeader + "EST,19,19,19,19,18\nURY,19,19,19,19,19\nSLV,1,1,1,0,0\n"));
        folder.Write("earlier/results.json", before.Output);

        var moves = await Verb.RunAsync("tiers", "--edition", "2024", "--points", folder.Write("now.csv", Inputs.Points), "--previous", folder.At("earlier"));

        // Estonia from T2 to T1, Uruguay from T1 to T2, El Salvador from T5 to T4.
        Assert.Equal("before,T1,T2,T3,T4,T5\nT1,0,1,0,0,0\nT2,1,0,0,0,0\nT3,0,0,0,0,0\nT4,0,0,0,0,0\nT5,0,0,0,1,0\n", moves.Output);
    }

    [Fact]
    public async Task A_folder_without_an_earlier_publication_is_wrong_input()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            new(1, "", $"{folder.At("results.json")}:1: There is no such file; --previous takes the folder of an earlier publication.\n"),
            await Verb.RunAsync("tiers", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Points), "--previous", folder.Path));
    }

    [Fact]
    public async Task JSON_names_the_edition_its_definition_and_the_disclosure_and_holds_no_points()
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.RunAsync("tiers", "--json", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Points));
        using var json = JsonDocument.Parse(ended.Output);

        Assert.Equal("2024", json.RootElement.GetProperty("edition").GetString());
        Assert.Equal(Inputs.Edition2024.Hash, json.RootElement.GetProperty("definition").GetString());
        Assert.Equal("tiers", json.RootElement.GetProperty("disclosure").GetString());
        Assert.DoesNotContain("\"points\":", ended.Output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Tiers(Ended ended)
    {
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        return ended.Lines.Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => cells[1]);
    }

    private static int[] Counts(Dictionary<string, string> tiers) => [.. s_tiers.Select(tier => tiers.Values.Count(value => value == tier))];
}
