using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Gci.Editions;
using Gci.Web;
using Microsoft.Extensions.Hosting;

namespace Gci.Benchmarks.Service;

/// <summary>The service in a process of its own on a demonstration's data, beside the load that is put on it.</summary>
internal sealed class BenchedService : IDisposable
{
    private readonly Process _process;

    private BenchedService(Process process, Uri address) => (_process, Address) = (process, address);

    internal Uri Address { get; }

    /// <summary>Serves until the parent ends it. Nobody could sign a hundred people in within a minute from one address otherwise.</summary>
    internal static async Task ServeAsync(string data, string? database, string address, CancellationToken cancel)
    {
        var problems = new Problems();
        var options = new ServiceOptions { Editions = Home, Data = data, PostgreSql = database, Urls = address, SignInAttempts = 1_000_000, IsDemonstration = true };
        await using var service = await ServiceHost.BuildAsync(options, problems, cancel) ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
        await service.StartAsync(cancel);
        await Console.Out.WriteLineAsync("ready");
        await service.WaitForShutdownAsync(cancel);
    }

    internal static async Task<BenchedService> StartAsync(string data, string? database, CancellationToken cancel)
    {
        var address = Free();
        string[] connection = database is null ? [] : ["--database", database];
        var process = Start([typeof(BenchedService).Assembly.Location, "--serve", data, "--at", address, .. connection]);
        return await process.StandardOutput.ReadLineAsync(cancel) == "ready" ? new(process, new(address)) : throw new InvalidOperationException("The service did not start.");
    }

    /// <summary>Seconds from the start of <c>gci serve</c> until it listens.</summary>
    internal static async Task<double> StartUpAsync(string data, CancellationToken cancel)
    {
        var begin = TimeProvider.System.GetTimestamp();
        using var process = Start([Gci, "serve", "--no-jobs", "--data", data, "--urls", Free()]);
        await process.StandardOutput.ReadLineAsync(cancel);
        var seconds = TimeProvider.System.GetElapsedTime(begin).TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync(cancel);
        return seconds;
    }

    /// <summary>Fills a folder or a database with the demonstration; gives the seconds that its responses took, without those that inventing the answers took.</summary>
    internal static async Task<double> SeedAsync(string data, string? database, CancellationToken cancel)
    {
        string[] connection = database is null ? [] : ["--database", database];
        using var process = Start([Gci, "demo", "--no-serve", "--no-files", "--data", data, .. connection], error: true);
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var said = await process.StandardError.ReadToEndAsync(cancel);
        await Task.WhenAll(output, process.WaitForExitAsync(cancel));
        var words = said.Split(' ', '\n');
        return process.ExitCode == 0 ? double.Parse(words[Array.LastIndexOf(words, "in") + 1], CultureInfo.InvariantCulture) : throw new InvalidOperationException(said);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Home => Environment.GetEnvironmentVariable("GCI_HOME") is { Length: > 0 } home ? home : Testing.Repository.Root;

    private static string Gci => Path.Combine(AppContext.BaseDirectory, "gci.dll");

    private static string Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }

    private static Process Start(string[] arguments, bool error = false)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = error };
        start.Environment.Remove("GCI_DATABASE");
        return Process.Start(start)!;
    }
}
