using System.Text.RegularExpressions;
using Gci.Data;
using Gci.Data.PostgreSql;
using Gci.Data.Sqlite;
using Gci.Editions;
using Gci.Testing;
using Gci.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gci.Cli.Tests.Service;

/// <summary>The service is killed at random moments while four clients save. What it acknowledged must be there afterwards, once.</summary>
public sealed partial class KillTests
{
    private const int Kills = 20;
    private const int Saves = 2000;

    [Fact]
    public async Task On_sqlite_no_acknowledged_answer_is_lost_or_doubled() => await KillAsync(null);

    [Fact]
    public async Task On_postgresql_no_acknowledged_answer_is_lost_or_doubled()
    {
        Assert.SkipUnless(PostgreSqlTestDatabase.IsInstalled, "PostgreSQL is not installed; apt-get install postgresql.");
        using var server = PostgreSqlServer.Start();
        await KillAsync(server.Database("kills"));
    }

    private static async Task KillAsync(string? database)
    {
        using var folder = new TemporaryFolder();
        var (data, port, random) = (folder.At("data"), ServedProcess.FreePort(), new Random(45));
        var (response, session) = await OpenAsync(data, database, port);
        string[] questions = [.. Questions()];
        AutosavingClient[] clients = [.. Enumerable.Range(0, 4).Select(client => new AutosavingClient(response, session, [.. questions.Skip(client * 5).Take(5)]))];
        for (var kills = 0; kills < Kills || clients.Sum(client => client.Ledger.Count) < Saves; kills++)
        {
            using var service = await ServedProcess.StartAsync(data, database, port);
            var saving = clients.Select(client => client.SaveUntilCutAsync(service.Address)).ToArray();
            await Task.Delay(random.Next(100, 2500), TestContext.Current.CancellationToken);
            await service.KillAsync();
            await Task.WhenAll(saving);
        }

        await CheckAsync(data, database, response, clients);
    }

    private static async Task CheckAsync(string data, string? database, Guid response, AutosavingClient[] clients)
    {
        var builder = new DbContextOptionsBuilder<GciDb>();
        builder = (DbContextOptionsBuilder<GciDb>)(database is null ? builder.UseGciSqlite(Path.Combine(data, "gci.db")) : builder.UseGciPostgreSql(database));
        await using var db = new GciDb(builder.Options);
        var written = await db.Answers.AsNoTracking().Where(answer => answer.ResponseId == response).ToDictionaryAsync(answer => answer.Key, TestContext.Current.CancellationToken);
        foreach (var saved in clients.SelectMany(client => client.Ledger))
        {
            var found = Assert.Contains(saved.Key, (IReadOnlyDictionary<string, Data.Responses.AnswerRevision>)written);
            Assert.Equal((saved.Question, saved.Revision, saved.Comment), (found.Question, found.Revision, found.Comment));
        }

        Assert.All(written.Keys, key => Assert.Contains(clients, client => client.Sent.Contains(key)));
        Assert.All(written.Values.GroupBy(answer => answer.Question), group => Assert.Equal(Enumerable.Range(1, group.Count()), group.Select(answer => answer.Revision).Order()));
        var (code, output, error) = await ServedProcess.RunAsync(data, database, "audit", "verify");
        Assert.True(code == ExitCode.Done, error);
        Assert.Equal($"1 chains with {written.Count + 1} links, and 0 seals: nothing was changed.", output);
    }

    // A focal point accepts an invitation and begins the response, as a person would.
    private static async Task<(Guid Response, Browser Session)> OpenAsync(string data, string? database, int port)
    {
        var (code, link, error) = await ServedProcess.RunAsync(
            data, database, "invite", "--email", "amina@example.org", "--name", "Amina", "--role", "focal-point", "--country", "KEN");
        Assert.True(code == ExitCode.Done, error);
        using var service = await ServedProcess.StartAsync(data, database, port);
        var session = new Browser(service.Address);
        await session.PostAsync(new Uri(link).AbsolutePath, new() { ["password"] = "four plain words here" });
        var edition = Edition().Match(await session.TextAsync("/responses")).Groups[1].Value;
        var opened = await session.PostAsync("/responses", new() { ["edition"] = edition });
        return (Guid.Parse(opened.Headers.Location!.ToString().Split('/')[^1]), session);
    }

    private static IEnumerable<string> Questions()
    {
        var (folder, problems) = (new EditionsFolder(Repository.Root), new Problems());
        var edition = folder.Ids.Reverse().Select(id => folder.Load(id, problems)!).First(edition => edition.Questionnaire is not null);
        return edition.Questionnaire!.Questions().Where(question => question.Type.Name == "yes-partial-no").Select(question => question.Code).Take(20);
    }

    [GeneratedRegex("name=\"edition\" value=\"([^\"]+)\"")]
    private static partial Regex Edition();
}
