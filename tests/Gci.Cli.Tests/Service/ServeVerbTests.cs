using System.Net;
using System.Net.Sockets;
using Gci.Testing;
using Gci.Testing.Databases;
using Microsoft.Data.Sqlite;

namespace Gci.Cli.Tests.Service;

/// <summary>Where the service cannot start, a sentence says why; where it can, it says nothing but where it listens, and Ctrl+C ends it.</summary>
public sealed class ServeVerbTests
{
    [Theory]
    [InlineData("ftp://localhost:5080", "The service cannot listen on ftp://localhost:5080: it speaks plain HTTP at the root of a host, such as http://localhost:5080; a reverse proxy before it speaks TLS.")]
    [InlineData("https://localhost:5080", "The service cannot listen on https://localhost:5080: it speaks plain HTTP at the root of a host, such as http://localhost:5080; a reverse proxy before it speaks TLS.")]
    [InlineData("here", "\"here\" is not an address to listen on; an address looks like http://localhost:5080.")]
    public async Task An_address_that_is_none_is_wrong_usage(string urls, string sentence)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(new(2, "", sentence + "\n"), await Verb.RunAsync("serve", "--urls", urls, "--data", folder.At("data")));
        Assert.Empty(TemporaryFolder.Content(folder.Path));
    }

    [Theory]
    [InlineData("Database=gci", "it names no Host.")]
    [InlineData("Host=localhost", "it names no Database.")]
    [InlineData("Host=localhost;Database=gci;Colour=red", "Couldn't set colour (Parameter 'colour')")]
    public async Task A_connection_string_that_is_none_is_wrong_usage(string database, string mistake)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            new(2, "", $"The connection string in --database or GCI_DATABASE cannot be used: {mistake}\n"),
            await Verb.RunAsync("serve", "--database", database, "--data", folder.At("data")));
    }

    [Fact]
    public async Task A_database_server_that_does_not_answer_ends_it_with_1()
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.RunAsync("serve", "--database", $"Host=127.0.0.1;Port={ServedProcess.FreePort()};Database=gci", "--data", folder.At("data"));

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.StartsWith("The PostgreSQL database cannot be used: Failed to connect to 127.0.0.1:", ended.Error, StringComparison.Ordinal);
        Assert.EndsWith(" Check --database or GCI_DATABASE, and that the server runs.\n", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_ends_it_with_1_and_one_sentence()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://{other.LocalEndpoint}";

        var ended = await ServedProcess.RunAsync(folder.At("data"), null, "serve", "--urls", url);

        Assert.Equal(new(1, "", $"The service cannot listen on {url}: Address already in use. Choose another address with --urls."), ended);
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_ends_it_with_1()
    {
        using var folder = new TemporaryFolder();
        await CannotWriteAsync(folder.Write("data", "a file"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_ends_it_with_1()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a place where not even the administrator makes folders.");
        await CannotWriteAsync("/proc/gci-data");
    }

    private static async Task CannotWriteAsync(string data)
    {
        var ended = await Verb.RunAsync("serve", "--data", data);

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.StartsWith($"The data folder {data} cannot be written: ", ended.Error, StringComparison.Ordinal);
        Assert.EndsWith(" Make it writable for whoever runs the service, or name another one with --data.\n", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_ends_it_with_1()
    {
        using var folder = new TemporaryFolder();
        folder.Write("gci.db", "this is not a database, and it is long enough to be looked at");
        var ended = await Verb.RunAsync("serve", "--data", folder.Path);

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.StartsWith($"The database {folder.At("gci.db")} cannot be used: SQLite Error 26:", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_a_newer_program_wrote_are_not_touched()
    {
        using var folder = new TemporaryFolder();
        await Verb.RunAsync("invite", "--email", "a@example.org", "--name", "A", "--role", "administrator", "--data", folder.Path);
        await using (var db = new SqliteConnection($"Data Source={folder.At("gci.db")};Pooling=False"))
        {
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = db.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0.0')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            new(1, "", "The data were written by a newer version of this program (step 29990101000000_Later), and nothing was changed. Start the newer version.\n"),
            await Verb.RunAsync("serve", "--data", folder.Path));
    }

    [Fact]
    public async Task On_sqlite_the_service_starts_without_a_warning_and_Ctrl_C_ends_it() => await StartsAsync(null);

    [Fact]
    public async Task On_postgresql_the_service_starts_without_a_warning_and_Ctrl_C_ends_it()
    {
        Assert.SkipUnless(PostgreSqlTestDatabase.IsInstalled, "PostgreSQL is not installed; apt-get install postgresql.");
        await StartsAsync(new PostgreSqlTestDatabase().Connection);
    }

    // The first start makes the database and the keys, the second one reads them.
    private static async Task StartsAsync(string? database)
    {
        using var folder = new TemporaryFolder();
        for (var start = 0; start < 2; start++)
        {
            using var service = await ServedProcess.StartAsync(folder.At("data"), database, ServedProcess.FreePort());
            Assert.Equal("Healthy", await new Browser(service.Address).TextAsync("/health"));
            Assert.Equal(HttpStatusCode.OK, (await new Browser(service.Address).GetAsync("/account/sign-in")).StatusCode);
            Assert.Equal(ExitCode.Done, await service.InterruptAsync());
            Assert.Equal("", await service.ErrorAsync());
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.At("data", "keys-certificate.pem")));
        }
    }
}
