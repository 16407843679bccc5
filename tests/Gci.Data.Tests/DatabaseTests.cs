using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Testing.Databases;

namespace Gci.Data.Tests;

/// <summary>Tests that run on SQLite and on PostgreSQL: each derived class names one of them.</summary>
public abstract class DatabaseTests(TestDatabase database)
{
    protected static Actor Kenya { get; } = new(Guid.Parse("0190a000-0000-7000-8000-000000000001"), "Amina", Role.FocalPoint, "KEN");

    protected static Actor Contributor { get; } = new(Guid.Parse("0190a000-0000-7000-8000-000000000002"), "Barasa", Role.Contributor, "KEN");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected GciDb New()
    {
        Assert.SkipWhen(
            database is PostgreSqlTestDatabase && !PostgreSqlTestDatabase.IsInstalled, "PostgreSQL is not installed; apt-get install postgresql.");
        return database.New();
    }

    /// <summary>A private copy of an edition, so that each test has a response of its own.</summary>
    protected async Task<Guid> ResponseAsync()
    {
        await using var db = New();
        var owner = Kenya with { Id = Guid.CreateVersion7() };
        var response = Response.Open(owner, "2024", "KEN", ResponseKind.SelfAssessment, Moment.Now(TimeProvider.System));
        db.Begin(response);
        await db.SaveChangesAsync(Cancel);
        return response.Id;
    }

    protected async Task<SaveOutcome> SaveAsync(Guid response, string question, string? value, int baseRevision, string? key = null, Provenance source = Provenance.Country)
    {
        await using var db = New();
        var save = new SaveAnswer(question, new(value), baseRevision, key ?? Guid.NewGuid().ToString(), source);
        var outcome = await db.SaveAsync(response, Kenya, TestEdition.Edition, save, TimeProvider.System, Cancel);
        return Assert.IsType<SaveOutcome>(outcome, exactMatch: false);
    }

    protected async Task<AnswerRevision> SavedAsync(Guid response, string question, string? value, int baseRevision, string? key = null) =>
        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(response, question, value, baseRevision, key)).Answer;
}
