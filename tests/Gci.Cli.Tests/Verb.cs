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
        ProcessAsync(Dotnet(), [Command, .. args], path);

    /// <summary>The same with a setting of the runtime.</summary>
    internal static Task<Ended> AloneWithAsync(string variable, string value, params IReadOnlyList<string> args) =>
        ProcessAsync(Dotnet(), [Command, .. args], variables: [(variable, value)]);

    /// <summary>Runs a program to its end.</summary>
    internal static async Task<Ended> ProcessAsync(string program, IReadOnlyList<string> args, string? path = null, params (string Name, string Value)[] variables)
    {
        using var process = Start(program, args, path, variables);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the command in a process of its own.</summary>
    internal static Process Start(params IReadOnlyList<string> args) => Start(Dotnet(), [Command, .. args], null, []);

    private static string Command => Path.Combine(AppContext.BaseDirectory, "gci.dll");

    private static Process Start(string program, IReadOnlyList<string> args, string? path, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["PATH"] = path ?? Environment.GetEnvironmentVariable("PATH");
        start.Environment["GCI_HOME"] = Repository.Root;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
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
