using Gci.Testing;

namespace Gci.Cli.Tests;

/// <summary>The script ./gci, as a person calls it.</summary>
public sealed class ScriptTests
{
    [Fact]
    public async Task The_script_passes_arguments_output_and_exit_codes_through()
    {
        var checkedAll = await RunAsync("check");
        Assert.Equal((0, "Editions 2020, 2024, 2026: no problem found.\n"), (checkedAll.Code, checkedAll.Output));

        var wrong = await RunAsync("tiers", "--edition", "2024");
        Assert.Equal((2, ""), (wrong.Code, wrong.Output));
        Assert.EndsWith("Give either --answers FILE or --points FILE.\n", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spaces_and_letters_of_a_path_arrive_as_they_are()
    {
        using var folder = new TemporaryFolder();
        var points = folder.Write("points of Côte d'Ivoire.csv", Inputs.PointsHeader + "CIV,20,20,20,20,20.5\n");
        var ended = await RunAsync("tiers", "--edition", "2024", "--points", points);

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.EndsWith($"{points}:2: \"cooperation\" is 20.5; the pillar has between 0 and 20 points.\n", ended.Error, StringComparison.Ordinal);
    }

    private static async Task<Ended> RunAsync(params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "./gci is a shell script.");
        return await Verb.ProcessAsync(Repository.At("gci"), args);
    }
}
