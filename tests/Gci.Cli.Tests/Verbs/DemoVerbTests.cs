using System.Globalization;
using Gci.Testing;

namespace Gci.Cli.Tests.Verbs;

public sealed class DemoVerbTests
{
    [Fact]
    public async Task The_demonstration_makes_answers_of_every_country_and_publishes_them_the_same_every_time()
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.DrawAsync("demo", "--no-serve", "--data", folder.At("data"), "--out", folder.At("demo"));
        var first = TemporaryFolder.Content(folder.At("demo"));

        Assert.Equal(0, ended.Code);
        Assert.Equal($"Edition 2024, illustrative answers of 194 countries: {folder.At("demo", "answers.csv")}", ended.Lines[0]);
        string[] files = [.. Directory.EnumerateFiles(folder.At("demo"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.Equal(files, ended.Lines[1..(files.Length + 1)]);
        Manifests.AreRight(folder.At("demo", "illustrative"), "2024", "tiers");
        Manifests.AreRight(folder.At("demo", "published"), "2024", "pillars");

        Assert.Equal(0, (await Verb.RunAsync("demo", "--no-serve", "--data", folder.At("data"), "--out", folder.At("demo"))).Code);
        Assert.Equal(first, TemporaryFolder.Content(folder.At("demo")));

        await ItsScoresLieNearThePublishedFigures(folder.At("demo", "answers.csv"));
        AreOfEveryCountry(folder.At("demo", "illustrative", "tiers.csv"));
        AreOfEveryCountry(folder.At("demo", "published", "tiers.csv"));
    }

    // The farthest of all 970 lies 0.584 points away: what is left to give is less than a question is worth, and no other answer fits better.
    private static async Task ItsScoresLieNearThePublishedFigures(string answers)
    {
        var ended = await Verb.RunAsync("score", "--edition", "2024", "--answers", answers);
        var points = ended.Lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells[4] == "pillar")
            .ToDictionary(cells => (cells[2], cells[3]), cells => double.Parse(cells[5], CultureInfo.InvariantCulture));
        var distances = Inputs.Edition2024.Published!.Points
            .SelectMany(country => country.Value.Select(pillar => Math.Abs(points[(country.Key, pillar.Key)] - pillar.Value))).ToArray();

        Assert.Equal(970, distances.Length);
        Assert.InRange(distances.Max(), 0, 0.6);
    }

    private static void AreOfEveryCountry(string tiers) => Assert.Equal(
        Inputs.Edition2024.Countries.Keys,
        File.ReadLines(tiers).Skip(1).Select(line => line[..3]));
}
