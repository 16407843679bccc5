using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gci.Testing.Databases;

/// <summary>A real PostgreSQL of our own, in a temporary folder, for as long as it is needed. Durable writes are off unless asked for.</summary>
public sealed class PostgreSqlServer : IDisposable
{
    private readonly string _programs;
    private readonly string _folder;

    private readonly string _options;

    private PostgreSqlServer(string programs, string folder, int port, bool durable)
    {
        (_programs, _folder, Port) = (programs, folder, port);
        _options = string.Create(CultureInfo.InvariantCulture, $"-p {Port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=200{(durable ? "" : " -c fsync=off -c full_page_writes=off")}");
    }

    public int Port { get; }

    /// <summary>The folder of PostgreSQL's programs; null where it is not installed.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    /// <summary>Starts a new, empty server. A test calls it only where <see cref="Programs"/> is not null.</summary>
    public static PostgreSqlServer Start(bool durable = false)
    {
        var folder = Directory.CreateTempSubdirectory("gci-postgres-").FullName;
        if (IsRoot)
        {
            Run("chown", ["postgres", folder]);
        }

        var server = new PostgreSqlServer(Programs!, folder, FreePort(), durable);
        server.AsOwner("initdb", ["-D", server.Data, "-U", "gci", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"]);
        server.StartAgain();
        return server;
    }

    /// <summary>The connection string of a database that need not exist yet.</summary>
    public string Database(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=gci;Database={name};Include Error Detail=true");

    /// <summary>Ends it at once, without a word to anybody; it recovers when it is started again.</summary>
    public void Crash() => AsOwner("pg_ctl", ["-D", Data, "-m", "immediate", "stop"]);

    public void StartAgain() => AsOwner("pg_ctl", ["-D", Data, "-l", Path.Combine(_folder, "log"), "-w", "-o", _options, "start"]);

    public void Dispose()
    {
        Crash();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(_folder, "data");

    // PostgreSQL refuses to run as root.
    private void AsOwner(string program, string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        if (IsRoot)
        {
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string program, string[] arguments)
    {
        // What pg_ctl starts inherits its output and would hold a pipe open, so it goes nowhere; the server writes its own log.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with code {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
