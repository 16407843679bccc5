using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Gci.Testing;

namespace Gci.Cli.Tests.Service;

/// <summary><c>gci serve</c> as a process of its own, which can be killed as a power cut would.</summary>
internal sealed class ServedProcess : IDisposable
{
    private readonly Process _process;

    private readonly Task<string> _error;

    private ServedProcess(Process process, Task<string> error, Uri address, TimeSpan ready, TimeSpan worked) =>
        (_process, _error, Address, Ready, Worked) = (process, error, address, ready, worked);

    internal Uri Address { get; }

    /// <summary>How long it took from the start of the process until it said that it listens.</summary>
    internal TimeSpan Ready { get; }

    /// <summary>How much processor time it took until then, which does not depend on what else the machine does.</summary>
    internal TimeSpan Worked { get; }

    /// <summary>A port that is free now.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts the service and waits until it says that it listens.</summary>
    internal static async Task<ServedProcess> StartAsync(string data, string? database, int port)
    {
        var (address, begin) = (string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), TimeProvider.System.GetTimestamp());
        var process = Start(["serve", "--urls", address, "--data", data, .. Database(database)]);
        var error = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.True(line?.Contains("listens on", StringComparison.Ordinal) == true, line ?? await error);
        var ready = TimeProvider.System.GetElapsedTime(begin);
        _ = process.StandardOutput.ReadToEndAsync();
        return new(process, error, new(address), ready, process.TotalProcessorTime);
    }

    /// <summary>Runs another verb to its end and gives its code, what it printed and what it complained of.</summary>
    internal static async Task<Ended> RunAsync(string data, string? database, params string[] arguments)
    {
        using var process = Start([.. arguments, "--data", data, .. Database(database)]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, (await output).Trim(), (await error).Trim());
    }

    /// <summary>SIGKILL: nothing is finished or tidied up.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>What Ctrl+C sends; gives the exit code.</summary>
    internal async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>All that it complained of until it ended.</summary>
    internal Task<string> ErrorAsync() => _error;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string[] Database(string? database) => database is null ? [] : ["--database", database];

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(GciCommand).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GCI_HOME"] = Repository.Root;
        start.Environment.Remove("GCI_DATABASE");
        return Process.Start(start)!;
    }
}
