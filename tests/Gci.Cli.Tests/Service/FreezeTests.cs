using System.Text.Json;
using Gci.Cli.Verbs;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.PostgreSql;
using Gci.Data.Runs;
using Gci.Data.Sqlite;
using Gci.Testing;
using Gci.Testing.Databases;
using Gci.Testing.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Cli.Tests.Service;

/// <summary>From answers in a service to published files: freezing by two persons, and publishing from the snapshot.</summary>
public abstract class FreezeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected abstract string? PostgreSql { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_edition_is_closed_frozen_and_published_to_the_same_bytes_twice()
    {
        await SeedAsync();

        var frozen = await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org", "--confirmed-by", "HELEN@example.org");

        Assert.Equal((ExitCode.Done, ""), (frozen.Code, frozen.Error));
        Assert.Equal("Answering of edition 2024 was still open and is now closed, in the name of Priya.", frozen.Lines[0]);
        Assert.Matches("^Snapshot 1 of edition 2024: [0-9a-f]{64}$", frozen.Lines[1]);
        Assert.Equal(
            ["Proposed by Priya, confirmed by Helen.", "4 answers of 3 countries count.", "  questionnaire                   2", "  desk-research-not-validated     1"], frozen.Lines[2..6]);
        Assert.Contains("  still answering: SEN", frozen.Lines);
        Assert.Equal(
            new(ExitCode.WrongInput, "", "gci freeze:1: The edition is not in a state for this step. Reload the page to see where it stands.\n"),
            await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org", "--confirmed-by", "helen@example.org"));

        var (first, second) = (await PublishAsync("first"), await PublishAsync("second"));
        Assert.Equal(first, second);
        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.At("first", "results.json"), Cancel));
        Assert.Equal(
            ["FJI desk-research-not-validated", "KEN questionnaire", "URY questionnaire"],
            results.RootElement.GetProperty("countries").EnumerateArray().Select(country => $"{country.GetProperty("iso3")} {country.GetProperty("source")}"));
        Assert.Equal(frozen.Lines[1].Split(' ')[^1], results.RootElement.GetProperty("snapshot").GetProperty("hash").GetString());
        Assert.Equal("iso3,tier,tier_legal,tier_technical,tier_organizational,tier_capacity_development,tier_cooperation,region,basis,source,name", (await File.ReadAllLinesAsync(_folder.At("first", "tiers.csv"), Cancel))[0]);
        Assert.Equal(ExitCode.Done, (await RunAsync("audit", "verify")).Code);
    }

    [Fact]
    public async Task What_cannot_be_frozen_leaves_the_edition_as_it_was()
    {
        await SeedAsync();

        Assert.Equal(new(ExitCode.WrongUsage, "", "A snapshot needs two persons: give --by and --confirmed-by.\n"), await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org"));
        Assert.Equal(
            new(ExitCode.WrongUsage, "", "Nobody signs in as \"nobody@example.org\". gci users --role analyst prints the names of analysts.\n"),
            await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org", "--confirmed-by", "nobody@example.org"));
        Assert.Equal(
            new(ExitCode.WrongInput, "", "gci freeze:1: You proposed this step yourself. Somebody else must confirm it.\n"),
            await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org", "--confirmed-by", "priya@example.org"));
        Assert.Equal(
            new(ExitCode.WrongInput, "", "gci freeze:1: Only an analyst or an administrator of the secretariat does this.\n"),
            await RunAsync("freeze", "--edition", "2024", "--by", "ingrid@example.org", "--confirmed-by", "priya@example.org"));
        Assert.Equal(
            new(ExitCode.WrongUsage, "", "Edition 2024 is not frozen; gci freeze --edition 2024 --by NAME --confirmed-by NAME makes a snapshot.\n"),
            await RunAsync("publish", "--edition", "2024", "--from-database", "--out", _folder.At("out")));
        await using var db = Open();
        var run = await db.Runs.SingleAsync(Cancel);
        Assert.Equal((RunState.Open, null, false), (run.State, run.Proposed, await db.Snapshots.AnyAsync(Cancel)));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>An open edition with two countries reviewed, one researched, and one that still answers.</summary>
    private async Task SeedAsync()
    {
        var options = new Gci.Web.ServiceOptions { Editions = Repository.Root, Data = _folder.At("data"), PostgreSql = PostgreSql };
        await using var service = await ServeVerb.ServiceAsync(options, Cancel);
        var edition = service.Services.GetRequiredService<Gci.Web.EditionShelf>().Edition("2024");
        await using (var db = Open())
        {
            db.Users.AddRange(((Actor[])[RunStage.Analyst, RunStage.Administrator, RunStage.Reviewer]).Select(actor => new Account
            {
                Id = actor.Id,
                Name = actor.Name,
                Role = actor.Role,
                UserName = $"{actor.Name}@example.org".ToLowerInvariant(),
                NormalizedUserName = $"{actor.Name}@example.org".ToUpperInvariant(),
            }));
            await db.SaveChangesAsync(Cancel);
        }

        var stage = await new RunStage(Open, edition).BeginAsync(RunStep.Open);
        var kenya = await stage.AnswerAsync("KEN", "LEG-1.1.1 yes", "LEG-1.1.2 yes");
        await stage.SubmitAsync(kenya);
        await stage.ReviewAsync(kenya, "LEG-1.1.1 Verified", "LEG-1.1.2 PartlyVerified partial");
        var uruguay = await stage.AnswerAsync("URY", "LEG-1.1.1 yes", "LEG-1.1.2 yes");
        await stage.SubmitAsync(uruguay);
        await stage.ReviewAsync(uruguay, "LEG-1.1.1 Verified", "LEG-1.1.2 NotVerified");
        var fiji = await stage.ResearchAsync("FJI", "LEG-1.1.1 no");
        await stage.ChangeAsync(fiji, (_, response) => Task.FromResult(response.EndOffer(RunStage.Analyst, Moment.Now(TimeProvider.System))));
        await stage.AnswerAsync("SEN", "LEG-1.1.1 yes");
    }

    private async Task<object> PublishAsync(string folder)
    {
        var ended = await Verb.DrawAsync([.. Arguments("publish", "--edition", "2024", "--from-database", "--out", _folder.At(folder))]);
        Assert.Equal(ExitCode.Done, ended.Code);
        return TemporaryFolder.Content(_folder.At(folder));
    }

    private Task<Ended> RunAsync(params string[] args) => Verb.RunAsync(Arguments(args));

    private string[] Arguments(params string[] args) => [.. args, "--data", _folder.At("data"), .. PostgreSql is { } connection ? ["--database", connection] : Array.Empty<string>()];

    private GciDb Open() => new((DbContextOptions<GciDb>)(PostgreSql is { } connection
        ? new DbContextOptionsBuilder<GciDb>().UseGciPostgreSql(connection).Options
        : new DbContextOptionsBuilder<GciDb>().UseGciSqlite(Path.Combine(_folder.At("data"), "gci.db")).Options));
}

public sealed class FreezeOnSqliteTests : FreezeTests
{
    protected override string? PostgreSql => null;
}

public sealed class FreezeOnPostgreSqlTests : FreezeTests
{
    private readonly PostgreSqlTestDatabase _database = new();

    public FreezeOnPostgreSqlTests() => Assert.SkipUnless(PostgreSqlTestDatabase.IsInstalled, "PostgreSQL is not installed; apt-get install postgresql.");

    protected override string? PostgreSql => _database.Connection;
}
