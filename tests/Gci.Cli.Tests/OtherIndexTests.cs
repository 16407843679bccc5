using System.Globalization;
using Gci.Testing;

namespace Gci.Cli.Tests;

/// <summary>An index with three pillars of unequal points, a geometric mean and three tiers of its own: nothing in the code knows the GCI.</summary>
public sealed class OtherIndexTests
{
    private static readonly string[] s_edition = ["--editions", Verb.Other, "--edition", "2030"];

    [Fact]
    public async Task Its_definitions_have_no_problem() =>
        Assert.Equal(new(0, "Editions 2030: no problem found.\n", ""), await Verb.RunAsync("check", "--editions", Verb.Other));

    [Fact]
    public async Task Its_scores_are_geometric_means_worked_out_by_hand()
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.RunAsync(["score", .. s_edition, "--answers", folder.Write("answers.csv", Inputs.OtherAnswers)]);
        var points = ended.Lines.Skip(1).Select(line => line.Split(',')).ToDictionary(cells => (cells[2], cells[3]), cells => cells[5]);

        // Estonia: 38 of 50, 25 of 25, 25 of 25. Ivory Coast: the second question of water has no answer, so 12 of 30 stands for 20 of 50.
        Assert.Equal("38", points[("EST", "WAT")]);
        Assert.Equal("20", points[("CIV", "WAT")]);
        Assert.Equal(100 * Math.Sqrt(0.76), Number(points[("EST", "SHORE")]), 9);
        Assert.Equal(100 * Math.Sqrt(0.4) * Math.Pow(0.5, 0.25), Number(points[("CIV", "SHORE")]), 9);
        Assert.Equal("0", points[("FRA", "SHORE")]);
    }

    [Fact]
    public async Task Its_tiers_carry_its_own_names_and_columns()
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.RunAsync(["tiers", .. s_edition, "--answers", folder.Write("answers.csv", Inputs.OtherAnswers)]);

        Assert.Equal(
            """
            iso3,tier,tier_water,tier_sand,tier_air,region,basis,name
            CIV,SHELL,SHELL,SHELL,PEARL,SOUTH,answers,Côte d'Ivoire
            EST,PEARL,PEARL,PEARL,PEARL,NORTH,answers,Estonia
            FRA,GRIT,GRIT,SHELL,SHELL,NORTH,answers,France

            """,
            ended.Output);
    }

    [Fact]
    public async Task Points_of_its_pillars_are_enough()
    {
        using var folder = new TemporaryFolder();
        var points = folder.Write("points.csv", "iso3,water,sand,air\nTUR,50,25,25\nKEN,20,,10\n");
        var ended = await Verb.RunAsync(["tiers", .. s_edition, "--points", points]);

        // An unknown area blocks the whole.
        Assert.Equal("KEN,,SHELL,,SHELL,NORTH,points,Kenya\nTUR,PEARL,PEARL,PEARL,PEARL,NORTH,points,Türkiye", string.Join('\n', ended.Lines[1..]));
    }

    [Theory]
    [InlineData("tiers")]
    [InlineData("pillars")]
    [InlineData("internal")]
    public async Task It_is_published_at_every_level_of_disclosure(string disclosure)
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.DrawAsync(
            ["publish", .. s_edition, "--answers", folder.Write("answers.csv", Inputs.OtherAnswers), "--out", folder.At("out"), "--disclosure", disclosure]);

        Assert.Equal(0, ended.Code);
        Assert.Equal(
            ["groups.csv", "manifest.json", "report-en.pdf", "results.json", "results.xlsx", "tiers.csv"],
            Directory.EnumerateFiles(folder.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["PEARL Pearl             1 countries", "SHELL Shell             1 countries", "GRIT Grit              1 countries", $"Files: {folder.At("out")}"], ended.Lines);
    }

    [Fact]
    public async Task It_explains_each_point_with_its_own_method()
    {
        using var folder = new TemporaryFolder();
        var answers = folder.Write("answers.csv", Inputs.OtherAnswers);

        var estonia = await Verb.RunAsync(["explain", .. s_edition, "--answers", answers, "--country", "EST"]);
        var france = await Verb.RunAsync(["explain", .. s_edition, "--answers", answers, "--country", "FRA"]);

        Golden.Matches(estonia.Output + france.Output, "other-index-explained.txt");
    }

    [Fact]
    public async Task A_demonstration_works_without_published_figures()
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.DrawAsync("demo", "--editions", Verb.Other, "--out", folder.At("demo"), "--no-serve", "--data", folder.At("data"));

        Assert.Equal(0, ended.Code);
        Assert.StartsWith("Edition 2030, illustrative answers of 7 countries: ", ended.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("demo", "published")));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
