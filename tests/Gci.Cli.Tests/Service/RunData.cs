using Gci.Cli.Verbs;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.PostgreSql;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Data.Sqlite;
using Gci.Testing;
using Gci.Testing.Databases;
using Gci.Testing.Runs;
using Gci.Web;
using Gci.Web.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Cli.Tests.Service;

/// <summary>A service's data with an edition that is being run.</summary>
internal sealed class RunData(string? postgreSql) : IDisposable
{
    internal TemporaryFolder Folder { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal ServiceOptions Options => new() { Editions = Repository.Root, Data = Folder.At("data"), PostgreSql = postgreSql };

    /// <summary>A new database; skips the test where PostgreSQL is not installed.</summary>
    internal static string PostgreSqlDatabase()
    {
        Assert.SkipUnless(PostgreSqlTestDatabase.IsInstalled, "PostgreSQL is not installed; apt-get install postgresql.");
        return new PostgreSqlTestDatabase().Connection;
    }

    /// <summary>An open edition with two countries reviewed, one researched, and one that still answers.</summary>
    internal async Task SeedAsync()
    {
        await using var service = await ServeVerb.ServiceAsync(Options, Cancel);
        await PeopleAsync();
        var stage = await new RunStage(Open, service.Services.GetRequiredService<EditionShelf>().Edition("2024")).BeginAsync(RunStep.Open);
        var kenya = await stage.AnswerAsync("KEN", "LEG-1.1.1 yes", "LEG-1.1.2 yes");
        await AttachAsync(service.Services, stage, kenya);
        await stage.ChangeAsync(kenya, (_, response) => Task.FromResult(response.Say(RunStage.Of("KEN"), "LEG-1.1.1", Audience.Country, "Where is the act? \u2192 \u0623\u064a\u0646\n=1+1", Now)));
        await stage.SubmitAsync(kenya);
        await stage.ReviewAsync(kenya, "LEG-1.1.1 Verified", "LEG-1.1.2 PartlyVerified partial");
        var uruguay = await stage.AnswerAsync("URY", "LEG-1.1.1 yes", "LEG-1.1.2 yes");
        await stage.SubmitAsync(uruguay);
        await stage.ReviewAsync(uruguay, "LEG-1.1.1 Verified", "LEG-1.1.2 NotVerified");
        var fiji = await stage.ResearchAsync("FJI", "LEG-1.1.1 no");
        await stage.ChangeAsync(fiji, (_, response) => Task.FromResult(response.EndOffer(RunStage.Analyst, [], [], [], Now)));
        await stage.AnswerAsync("SEN", "LEG-1.1.1 yes");
    }

    internal async Task SealAsync()
    {
        using var key = SealKey.OpenOrMake(Options.SealKeyFile);
        await using var db = Open();
        Assert.NotNull(await db.SealAsync(key, TimeProvider.System, Cancel));
    }

    internal string[] Arguments(params string[] args) => [.. args, "--data", Options.Data, .. postgreSql is null ? Array.Empty<string>() : ["--database", postgreSql]];

    internal GciDb Open() => new((DbContextOptions<GciDb>)(postgreSql is null
        ? new DbContextOptionsBuilder<GciDb>().UseGciSqlite(Options.SqliteFile).Options
        : new DbContextOptionsBuilder<GciDb>().UseGciPostgreSql(postgreSql).Options));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Folder.Dispose();
    }

    private static DateTimeOffset Now => Moment.Now(TimeProvider.System);

    private async Task PeopleAsync()
    {
        await using var db = Open();
        db.Users.AddRange(((Actor[])[RunStage.Analyst, RunStage.Administrator, RunStage.Reviewer, RunStage.Of("KEN")]).Select(actor => new Account
        {
            Id = actor.Id,
            Name = actor.Name,
            Role = actor.Role,
            Country = actor.Country,
            UserName = $"{actor.Name}@example.org".ToLowerInvariant(),
            NormalizedUserName = $"{actor.Name}@example.org".ToUpperInvariant(),
            Email = $"{actor.Name}@example.org".ToLowerInvariant(),
            NormalizedEmail = $"{actor.Name}@example.org".ToUpperInvariant(),
            PasswordHash = "secret-hash",
            CreatedAt = Now,
        }));
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task AttachAsync(IServiceProvider services, RunStage stage, Guid response)
    {
        await using var scope = services.CreateAsyncScope();
        using var content = new MemoryStream("An act on cybercrime"u8.ToArray());
        var (file, refusal) = await scope.ServiceProvider.GetRequiredService<FileIntake>().TakeAsync(response, RunStage.Of("KEN").Id, "act.txt", content, Cancel);
        Assert.Null(refusal?.Code);
        var question = stage.Edition.QuestionOf("LEG-1.1.1")!;
        await stage.ChangeAsync(response, (_, found) => Task.FromResult(found.Attach(RunStage.Of("KEN"), question, new(question.Evidence!.Kinds[0], "Act", null, null), [], file, Now)));
    }
}
