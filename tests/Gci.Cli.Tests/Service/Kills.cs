using System.Globalization;
using System.Text.RegularExpressions;
using Gci.Data;
using Gci.Data.PostgreSql;
using Gci.Data.Responses;
using Gci.Data.Sqlite;
using Gci.Editions;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Cli.Tests.Service;

/// <summary>A service with one response, four clients that save to it, and what must be true of both afterwards.</summary>
internal sealed partial class Kills : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = ServedProcess.FreePort();
    private readonly string? _database;
    private Guid _response;

    private Kills(string? database)
    {
        _database = database;
        var given = Environment.GetEnvironmentVariable("GCI_KILL_SEED");
        Seed = given is null ? Random.Shared.Next(100_000) : int.Parse(given, CultureInfo.InvariantCulture);
        Random = new(Seed);
        TestContext.Current.TestOutputHelper?.WriteLine(Again);
    }

    internal int Seed { get; }

    /// <summary>How a failed run is run again.</summary>
    internal string Again => string.Create(CultureInfo.InvariantCulture, $"To replay: GCI_KILL_SEED={Seed}");

    internal Random Random { get; }

    internal AutosavingClient[] Clients { get; private set; } = [];

    internal int Saves => Clients.Sum(client => client.Ledger.Count);

    /// <summary>A focal point accepts an invitation and begins the response, as a person would.</summary>
    internal static async Task<Kills> OpenAsync(string? database)
    {
        var kills = new Kills(database);
        var invited = await ServedProcess.RunAsync(
            kills.Data, database, "invite", "--email", "amina@example.org", "--name", "Amina", "--role", "focal-point", "--country", "KEN");
        Assert.True(invited.Code == ExitCode.Done, invited.Error);
        using var service = await kills.StartAsync();
        var session = new Browser(service.Address);
        await session.PostAsync(new Uri(invited.Output).AbsolutePath, new() { ["password"] = "four plain words here" });
        var edition = EditionField().Match(await session.TextAsync("/responses")).Groups[1].Value;
        var opened = await session.PostAsync("/responses", new() { ["edition"] = edition });
        kills._response = Guid.Parse(opened.Headers.Location!.ToString().Split('/')[^1]);

        // Each has four questions of its own and shares four with all the others.
        string[] questions = [.. Questions(edition)];
        kills.Clients =
        [
            .. Enumerable.Range(0, 4).Select(client => new AutosavingClient(
                $"client {client}", kills._response, session, [.. questions.Skip(client * 4).Take(4), .. questions[16..20]], kills.Seed + client)),
        ];
        return kills;
    }

    internal Task<ServedProcess> StartAsync() => ServedProcess.StartAsync(Data, _database, _port);

    internal Task SaveAsync(ServedProcess service, CancellationToken stop = default) =>
        Task.WhenAll(Clients.Select(client => client.SaveUntilCutAsync(service.Address, stop)));

    /// <summary>Nothing that was acknowledged is lost or doubled, nothing is there that nobody sent, and the chain is whole.</summary>
    internal async Task CheckAsync()
    {
        await using var db = Open();
        var written = await db.Answers.AsNoTracking().Where(answer => answer.ResponseId == _response).ToListAsync(TestContext.Current.CancellationToken);
        var byKey = written.ToLookup(answer => answer.Key);
        var ledger = Clients.SelectMany(client => client.Ledger).ToArray();
        Assert.Equal(ledger.Length, ledger.DistinctBy(saved => saved.Key).Count());
        Assert.Equal(ledger.Length, ledger.DistinctBy(saved => (saved.Question, saved.Revision)).Count());
        foreach (var saved in ledger)
        {
            var found = Assert.Single(byKey[saved.Key]);
            Assert.Equal((saved.Question, saved.Revision, saved.Comment), (found.Question, found.Revision, found.Comment));
        }

        Assert.All(written.Where(answer => answer.Source != Provenance.PrefilledUnconfirmed), answer => Assert.Contains(Clients, client => client.Sent.Contains(answer.Key)));
        Assert.All(written.GroupBy(answer => answer.Question), group => Assert.Equal(Enumerable.Range(1, group.Count()), group.Select(answer => answer.Revision).Order()));
        var verified = await ServedProcess.RunAsync(Data, _database, "audit", "verify");
        Assert.True(verified.Code == ExitCode.Done, verified.Error);
        Assert.StartsWith($"1 chains with {written.Count + 1} links, ", verified.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private string Data => _folder.At("data");

    private GciDb Open()
    {
        var builder = new DbContextOptionsBuilder<GciDb>();
        _ = _database is null ? builder.UseGciSqlite(Path.Combine(Data, "gci.db")) : builder.UseGciPostgreSql(_database);
        return new(builder.Options);
    }

    private static IEnumerable<string> Questions(string edition)
    {
        var problems = new Problems();
        return new EditionsFolder(Repository.Root).Load(edition, problems)!.Questionnaire!.Questions()
            .Where(question => question.Type.Name == "yes-partial-no").Select(question => question.Code).Take(20);
    }

    [GeneratedRegex("name=\"edition\" value=\"([^\"]+)\"")]
    private static partial Regex EditionField();
}
