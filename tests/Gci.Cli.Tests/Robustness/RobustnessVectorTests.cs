using Gci.Testing;

namespace Gci.Cli.Tests.Robustness;

/// <summary>A processor without wide registers finds the same, bit for bit.</summary>
public sealed class RobustnessVectorTests
{
    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    [InlineData("DOTNET_EnableAVX2")]
    public async Task Without_vectors_the_files_have_the_same_bytes(string switched)
    {
        using var folder = new StudyFolder();
        string[] of2024 = ["robustness", "--edition", "2024", "--answers", folder.Write("2024.csv", Inputs.Answers2024), "--sensitivity", "16"];
        string[] other = ["robustness", "--editions", Verb.Other, "--edition", "2030", "--answers", folder.Answers, "--sensitivity", "32", "--draws", "400"];
        (string Name, string[] Study)[] studies =
        [
            // From draw 65536 on only the kernel is at work.
            ("weights", [.. of2024, "--from", "65336", "--to", "65736", "--weights", "noise:0.25"]),
            ("bounded", [.. other, "--weights", "area=bounded:0.5", "--weights", "question=ordinal"]),
            ("mix", [.. other, .. StudyFolder.Mix]),
        ];
        foreach (var (name, study) in studies)
        {
            Assert.Equal(0, (await Verb.RunAsync([.. study, "--out", folder.At(name)])).Code);
            Assert.Equal(0, (await Verb.AloneWithAsync(switched, "0", [.. study, "--out", folder.At(name + "-scalar")])).Code);
            Assert.Equal(folder.Files(name), folder.Files(name + "-scalar"));
        }
    }
}
