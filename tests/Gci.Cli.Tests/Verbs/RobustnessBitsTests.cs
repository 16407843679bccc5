using Gci.Testing;

namespace Gci.Cli.Tests.Verbs;

/// <summary>A study gives the same bytes on processors with wide vectors, with narrow ones and with none.</summary>
public sealed class RobustnessBitsTests
{
    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableAVX512")]
    public async Task A_study_has_the_same_bytes_on_any_processor(string variable)
    {
        using var folder = new TemporaryFolder();

        // Draws that are looked at one by one, and draws that are counted straight from the kernel.
        string[] args =
        [
            "robustness", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Published2024), "--weights", "noise:0.25", "--seed", "7", "--from", "65000", "--to", "66500",
            "--sensitivity", "8", "--out",
        ];
        var (here, there) = (await Verb.RunAsync([.. args, folder.At("here")]), await Verb.AloneWithAsync(variable, "0", [.. args, folder.At("there")]));

        Assert.Equal((0, 0), (here.Code, there.Code));
        foreach (var file in (string[])["robustness.json", "stability.csv", "sensitivity.csv"])
        {
            Assert.Equal(await ReadAsync(folder.At("here", file)), await ReadAsync(folder.At("there", file)));
        }
    }

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
