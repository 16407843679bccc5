using System.Diagnostics;
using System.Globalization;
using Gci.Testing;

namespace Gci.Cli.Tests.Robustness;

public sealed class RobustnessStopTests
{
    [Fact]
    public async Task Ctrl_C_ends_a_long_study_with_130_and_nothing_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The signal is sent by kill.");
        using var folder = new StudyFolder();
        var before = TemporaryFolder.Content(folder.Path);
        using var process = Verb.Start(
            "robustness", "--editions", Verb.Other, "--edition", "2030", "--answers", folder.Answers, "--draws", "60000000000", "--threads", "1", "--aggregation", "harmonic", "--out", folder.At("out"));
        var begun = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("Draws …", "Stopped.\n", 130), (begun, said, process.ExitCode));
        Assert.Equal(before, TemporaryFolder.Content(folder.Path));
    }
}
