using Gci.Cli.Demo;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.PostgreSql;
using Gci.Data.Responses;
using Gci.Data.Sqlite;
using Gci.Editions;
using Gci.Testing;
using Gci.Testing.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gci.Cli.Tests.Demo;

/// <summary>A demonstration's service, made once for all tests of a class.</summary>
public abstract class MadeDemonstration : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Data => _folder.At("data");

    public Task<string[]> UsersAsync(params string[] role) => LinesAsync(["users", .. role]);

    /// <summary>Skips the test where the database is not installed.</summary>
    public virtual void Require()
    {
    }

    public virtual async ValueTask InitializeAsync() => Assert.Equal(ExitCode.Done, (await DemoAsync()).Code);

    internal Task<Ended> DemoAsync(params string[] more) => Verb.RunAsync(["demo", "--no-serve", "--no-files", "--data", Data, .. Database, .. more]);

    internal Task<Ended> VerbAsync(params string[] args) => Verb.RunAsync([.. args, "--data", Data, .. Database]);

    internal GciDb Open() => new(Options);

    protected abstract string? PostgreSql { get; }

    private string[] Database => PostgreSql is { } connection ? ["--database", connection] : [];

    private DbContextOptions<GciDb> Options => (DbContextOptions<GciDb>)(PostgreSql is { } connection
        ? new DbContextOptionsBuilder<GciDb>().UseGciPostgreSql(connection).Options
        : new DbContextOptionsBuilder<GciDb>().UseGciSqlite(Path.Combine(Data, "gci.db")).Options);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task<string[]> LinesAsync(string[] args)
    {
        var ended = await VerbAsync(args);
        Assert.Equal((ExitCode.Done, ""), (ended.Code, ended.Error));
        return ended.Lines;
    }
}

public sealed class DemonstrationOnSqlite : MadeDemonstration
{
    protected override string? PostgreSql => null;
}

public sealed class DemonstrationOnPostgreSql : MadeDemonstration
{
    private readonly PostgreSqlTestDatabase _database = new();

    protected override string? PostgreSql => _database.Connection;

    public override void Require() => Assert.SkipUnless(PostgreSqlTestDatabase.IsInstalled, "PostgreSQL is not installed; apt-get install postgresql.");

    public override ValueTask InitializeAsync() => PostgreSqlTestDatabase.IsInstalled ? base.InitializeAsync() : ValueTask.CompletedTask;
}

public sealed class DemoServiceOnSqliteTests(DemonstrationOnSqlite made) : DemoServiceTests(made), IClassFixture<DemonstrationOnSqlite>;

public sealed class DemoServiceOnPostgreSqlTests(DemonstrationOnPostgreSql made) : DemoServiceTests(made), IClassFixture<DemonstrationOnPostgreSql>;

public abstract class DemoServiceTests(MadeDemonstration made)
{
    [Fact]
    public async Task Every_country_submitted_the_edition_of_2024_and_is_at_some_point_of_that_of_2026()
    {
        made.Require();
        await using var db = made.Open();
        var responses = await db.Responses.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Inputs.Edition2024.Countries.Keys, responses.Where(response => response is { Edition: "2024", State: ResponseState.Submitted }).Select(response => response.Country).Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                (ResponseState.NotStarted, 6), (ResponseState.InProgress, 11), (ResponseState.Submitted, 5), (ResponseState.UnderReview, 8), (ResponseState.Returned, 2),
                (ResponseState.Closed, 152), (ResponseState.DeskResearch, 1), (ResponseState.Offered, 1),
            ],
            responses.Where(response => response.Edition == "2026").GroupBy(response => response.State).Select(group => (group.Key, group.Count())).Order());
    }

    [Fact]
    public async Task The_answers_of_2024_are_the_countries_own_and_what_was_carried_over_waits_to_be_confirmed()
    {
        made.Require();
        await using var db = made.Open();
        var sources = await db.Answers.Join(db.Responses, answer => answer.ResponseId, response => response.Id, (answer, response) => new { response.Edition, response.Country, answer.Source })
            .GroupBy(row => new { row.Edition, row.Country, row.Source }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(TestContext.Current.CancellationToken);

        Assert.All(sources.Where(row => row.Key.Edition == "2024"), row => Assert.Equal(Provenance.Country, row.Key.Source));
        Assert.InRange(sources.Single(row => row.Key is { Edition: "2026", Country: "SEN", Source: Provenance.PrefilledUnconfirmed }).Count, 50, 100);
    }

    [Fact]
    public async Task One_country_has_nothing_left_to_do_but_to_certify()
    {
        made.Require();
        await using var db = made.Open();
        var edition = Load("2026");
        var ready = new List<string>();
        foreach (var response in await db.Responses.AsNoTracking().Where(response => response.Edition == edition.Id && response.State == ResponseState.InProgress).ToListAsync(TestContext.Current.CancellationToken))
        {
            var completeness = Completeness.Of(edition, response.Country, await Dossier.LoadAsync(db, response.Id, TestContext.Current.CancellationToken));
            if (completeness is { Blocking: 0, Unanswered: 0 })
            {
                ready.Add(response.Country);
            }
        }

        Assert.Equal(["URY"], ready);
    }

    [Fact]
    public async Task Two_countries_have_contributors_who_edit_suggest_and_view_and_talk_with_each_other_and_the_secretariat()
    {
        made.Require();
        await using var db = made.Open();
        var rights = await db.Grants.Select(grant => grant.Right).ToListAsync(TestContext.Current.CancellationToken);
        var suggestions = await db.Suggestions.Select(suggestion => suggestion.State).ToListAsync(TestContext.Current.CancellationToken);
        var messages = await db.Messages.ToListAsync(TestContext.Current.CancellationToken);
        var staff = await db.Users.Where(user => user.Role == Role.Reviewer).Select(user => user.Id).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([Right.View, Right.View, Right.Suggest, Right.Suggest, Right.Edit, Right.Edit], rights.Order());
        Assert.Equal(4, suggestions.Count(state => state == SuggestionState.Open));
        Assert.Contains(SuggestionState.Accepted, suggestions);
        Assert.Contains(SuggestionState.Declined, suggestions);
        Assert.Contains(messages, message => message.Audience == Audience.Country);
        var asked = messages.Where(message => message.Audience == Audience.Secretariat).ToLookup(message => message.ResponseId, message => staff.Contains(message.By));
        Assert.Contains(asked, response => response.Last());
        Assert.Contains(asked, response => response.All(isAnswer => !isAnswer));
    }

    [Fact]
    public async Task Sign_in_names_are_printed_one_a_line_and_each_role_has_its_people()
    {
        made.Require();
        var all = await made.UsersAsync();

        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        Assert.Equal(212, all.Length);
        Assert.Equal(194, (await made.UsersAsync("--role", "focal-point")).Length);
        Assert.Equal(6, (await made.UsersAsync("--role", "contributor")).Length);
        Assert.Equal(3, (await made.UsersAsync("--role", "reviewer")).Length);
        Assert.Equal(2, (await made.UsersAsync("--role", "analyst")).Length);
        Assert.Equal(5, (await made.UsersAsync("--role", "expert")).Length);
        Assert.Equal(["helen.marsden@secretariat.example.org", "karim.benali@secretariat.example.org"], await made.UsersAsync("--role", "administrator"));
    }

    [Fact]
    public async Task Everybody_has_the_password_that_is_printed_and_each_language_has_somebody()
    {
        made.Require();
        await using var db = made.Open();
        var accounts = await db.Users.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["ar", "en", "es", "fr", "ru", "zh"], accounts.Where(account => account.Role == Role.FocalPoint).Select(account => account.Language).Distinct().Order(StringComparer.Ordinal));
        Assert.All(accounts, account => Assert.EndsWith(".example.org", account.Email, StringComparison.Ordinal));
        Assert.Single(accounts.Select(account => account.PasswordHash).Distinct());
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(accounts[0], accounts[0].PasswordHash!, DemoPeople.Password));
        var file = await File.ReadAllTextAsync(Path.Combine(made.Data, "accounts.txt"), TestContext.Current.CancellationToken);
        Assert.Contains(DemoPeople.Password, file, StringComparison.Ordinal);
        Assert.All(accounts, account => Assert.Contains(account.Email!, file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_chains_are_whole_and_a_second_run_keeps_what_is_there()
    {
        made.Require();
        var before = await made.VerbAsync("audit", "verify");
        var again = await made.DemoAsync();
        var after = await made.VerbAsync("audit", "verify");

        Assert.Matches("^380 chains with [0-9]+ links, and 1 seals: nothing was changed.\n$", before.Output);
        Assert.Equal((0, $"The data of an earlier demonstration in {made.Data} are kept as they are; --fresh makes them anew."), (again.Code, again.Error.Split('\n')[^2]));
        Assert.Equal(before, after);
    }

    private static Edition Load(string id)
    {
        var problems = new Problems();
        return new EditionsFolder(Repository.Root).Load(id, problems) ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
    }
}
