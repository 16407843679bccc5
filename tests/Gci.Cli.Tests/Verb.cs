using System.Diagnostics;
using Gci.Testing;

namespace Gci.Cli.Tests;

/// <summary>Runs the command and keeps how it ended and what it said.</summary>
internal static class Verb
{
    internal static string Other { get; } = Repository.At("tests", "Gci.Cli.Tests", "OtherIndex");

    internal static async Task<Ended> RunAsync(params IReadOnlyList<string> args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await GciCommand.RunAsync(args, output, error);
        return new(code, output.ToString(), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>The same for a verb that draws a report; skipped where the engine is not installed.</summary>
    internal static async Task<Ended> DrawAsync(params IReadOnlyList<string> args)
    {
        var ended = await RunAsync(args);
        Assert.SkipWhen(ended.Code == ExitCode.MissingComponent, $"Reports cannot be drawn here. {ended.Error}");
        return ended;
    }

    /// <summary>Runs the command in a process of its own with another list of folders to find programs in.</summary>
    internal static Task<Ended> AloneAsync(string path, params IReadOnlyList<string> args) =>
        ProcessAsync(Dotnet(), [Path.Combine(AppContext.BaseDirectory, "gci.dll"), .. args], path);

    /// <summary>Runs the command in a process of its own in which a variable is set.</summary>
    internal static Task<Ended> WithAsync(string variable, string value, params IReadOnlyList<string> args) =>
        ProcessAsync(Dotnet(), [Path.Combine(AppContext.BaseDirectory, "gci.dll"), .. args], variable: (variable, value));

    /// <summary>Runs a program to its end.</summary>
    internal static async Task<Ended> ProcessAsync(string program, IReadOnlyList<string> args, string? path = null, (string Name, string Value)? variable = null)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["PATH"] = path ?? Environment.GetEnvironmentVariable("PATH");
        start.Environment["GCI_HOME"] = Repository.Root;
        if (variable is var (name, value))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    private static string Dotnet() => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        .First(File.Exists);
}

/// <summary>How a command ended.</summary>
internal sealed record Ended(int Code, string Output, string Error)
{
    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
