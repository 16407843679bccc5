using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Testing;
using Gci.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Tests;

/// <summary>A private copy is closed, reopened and deleted by its owner, and by nobody else.</summary>
public abstract class PrivateCopyTests(TestDatabase database) : DatabaseTests(database), IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Actor _owner = new(Guid.CreateVersion7(), "Barasa", Role.Contributor, "KEN");

    private static Question Question => TestEdition.Edition.QuestionOf("LEG-1.1.1")!;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_closed_copy_can_be_read_and_not_changed_until_it_is_reopened()
    {
        var id = await BegunAsync();

        Assert.Null(await ChangeAsync(id, copy => copy.ClosePrivateCopy(_owner, Now())));
        Assert.Null(await ChangeAsync(id, copy => copy.ClosePrivateCopy(_owner, Now())));
        Assert.Equal("copy-closed", (await ChangeAsync(id, copy => copy.Attach(_owner, Question, new("law", "Act", null, "https://example.org/2"), [], null, Now())))?.Code);
        Assert.Equal((ResponseState.PutAside, 1), (await StateAsync(id), await CountAsync(db => db.Answers, id)));

        Assert.Null(await ChangeAsync(id, copy => copy.ReopenPrivateCopy(_owner, Now())));
        Assert.Null(await ChangeAsync(id, copy => copy.ReopenPrivateCopy(_owner, Now())));
        Assert.Null(await ChangeAsync(id, copy => copy.Attach(_owner, Question, new("law", "Act", null, "https://example.org/2"), [], null, Now())));
        Assert.Equal(ResponseState.InProgress, await StateAsync(id));
        Assert.Equal(2, await CountAsync(db => db.Audit.Where(link => link.Action.StartsWith("copy.")), id));
        Assert.Null(await BreakAsync(id));
    }

    [Fact]
    public async Task A_deleted_copy_leaves_its_chain_and_nothing_else()
    {
        var id = await BegunAsync();
        var links = await CountAsync(db => db.Audit, id);
        using var key = Key();
        await using var db = New();
        Assert.NotNull(await db.SealAsync(key, TimeProvider.System, Cancel));

        Assert.Null(await ChangeAsync(id, copy => copy.DeletePrivateCopy(_owner, Now())));

        Assert.Equal(0, await CountAsync(held => held.Answers, id) + await CountAsync(held => held.Evidence, id) + await CountAsync(held => held.Files, id));
        Assert.Equal(links + 1, await CountAsync(held => held.Audit, id));
        var left = await db.Responses.AsNoTracking().SingleAsync(response => response.Id == id, Cancel);
        Assert.Equal((ResponseState.Deleted, id, false, Right.None), (left.State, left.OwnerId, left.IsKnownTo(_owner), left.RightOf(_owner, [], "LEG", "LEG-1")));
        Assert.Null(await BreakAsync(id));
    }

    [Fact]
    public async Task What_was_deleted_takes_nothing_more()
    {
        var id = await BegunAsync();
        await ChangeAsync(id, copy => copy.DeletePrivateCopy(_owner, Now()));

        Assert.Equal("copy-deleted", (await ChangeAsync(id, copy => copy.Attach(_owner, Question, new("law", "Act", null, "https://example.org/2"), [], null, Now())))?.Code);
        Assert.Equal("copy-deleted", (await ChangeAsync(id, copy => copy.ReopenPrivateCopy(_owner, Now())))?.Code);
        Assert.Equal("copy-deleted", (await ChangeAsync(id, copy => copy.DeletePrivateCopy(_owner, Now())))?.Code);
    }

    [Fact]
    public async Task The_owner_may_begin_anew_after_deleting()
    {
        var id = await BegunAsync();
        await using var db = New();
        Assert.Equal("already-begun", (await db.OpenAsync(_owner, TestEdition.Edition, ResponseKind.SelfAssessment, TimeProvider.System, Cancel)).Refusal?.Code);
        await ChangeAsync(id, copy => copy.DeletePrivateCopy(_owner, Now()));

        var (anew, refusal) = await db.OpenAsync(_owner, TestEdition.Edition, ResponseKind.SelfAssessment, TimeProvider.System, Cancel);

        Assert.Null(refusal);
        Assert.NotEqual(id, anew!.Id);
    }

    [Fact]
    public async Task Nobody_else_does_it_and_a_response_of_the_country_is_no_copy()
    {
        var (id, national) = (await BegunAsync(), await NationalAsync());
        foreach (var (response, actor) in (IEnumerable<(Guid, Actor)>)[(id, Kenya), (national, Kenya), (national, _owner)])
        {
            Assert.Equal("not-allowed", (await ChangeAsync(response, copy => copy.ClosePrivateCopy(actor, Now())))?.Code);
            Assert.Equal("not-allowed", (await ChangeAsync(response, copy => copy.ReopenPrivateCopy(actor, Now())))?.Code);
            Assert.Equal("not-allowed", (await ChangeAsync(response, copy => copy.DeletePrivateCopy(actor, Now())))?.Code);
        }
    }

    [Fact]
    public async Task The_database_gives_up_no_answer_of_a_copy_that_was_not_deleted()
    {
        var id = await BegunAsync();
        await ChangeAsync(id, copy => copy.ClosePrivateCopy(_owner, Now()));
        await using var db = New();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => db.Answers.Where(row => row.ResponseId == id).ExecuteDeleteAsync(Cancel));

        Assert.Contains("append-only", refused.GetBaseException().Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(held => held.Answers, id));
    }

    [Theory]
    [InlineData("calls it deleted", "UPDATE \"Responses\" SET \"State\" = 'Deleted' WHERE \"Id\" = {0}", "revision 1 of LEG-1.1.1 stands in the database and in no link of the chain")]
    [InlineData("says that it is of another kind", "UPDATE \"Responses\" SET \"Kind\" = 'National' WHERE \"Id\" = {0}", "the response is said to be of another country, edition or kind")]
    [InlineData("moves it to another country", "UPDATE \"Responses\" SET \"Country\" = 'UGA' WHERE \"Id\" = {0}", "the response is said to be of another country, edition or kind")]
    public async Task Whoever_tampers_to_make_answers_vanish_is_found_out(string how, string sql, string sentence)
    {
        Assert.NotEmpty(how);
        var id = await BegunAsync();
        await using var db = New();

        // Entity Framework keeps ids as upper-case text on SQLite.
        object key = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? id.ToString().ToUpperInvariant() : id;
        await db.Database.ExecuteSqlRawAsync(sql, [key], Cancel);

        Assert.Equal(sentence, (await BreakAsync(id))?.Sentence);
    }

    // A private copy with an answer and a file: three links.
    private async Task<Guid> BegunAsync()
    {
        await using var db = New();
        var copy = Response.Open(_owner, "2024", "KEN", ResponseKind.SelfAssessment, Now());
        db.Begin(copy);
        await db.SaveChangesAsync(Cancel);
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(),
            ResponseId = copy.Id,
            Name = "act.pdf",
            ContentType = "application/pdf",
            Length = 3,
            Sha256 = new('a', 64),
            Scan = ScanState.Clean,
            By = _owner.Id,
            At = Now(),
        };
        await ChangeAsync(copy.Id, found => found.Record(_owner, Question.Code, new("yes"), 0, "key", null, null, Now()) is SaveOutcome.Saved ? null : new("not-allowed"));
        Assert.Null(await ChangeAsync(copy.Id, found => found.Attach(_owner, Question, new("law", "Act", null, null), [], file, Now())));
        return copy.Id;
    }

    private async Task<Guid> NationalAsync()
    {
        await using var db = New();
        var national = Response.Open(Kenya, "2024", "KEN", ResponseKind.National, Now());
        db.Begin(national);
        await db.SaveChangesAsync(Cancel);
        return national.Id;
    }

    private async Task<Refusal?> ChangeAsync(Guid id, Func<Response, Refusal?> change)
    {
        await using var db = New();
        return (await db.ResponseAsync(id, (found, _) => Task.FromResult(Tuple.Create(change(found))), Cancel))!.Item1;
    }

    private async Task<ResponseState> StateAsync(Guid id)
    {
        await using var db = New();
        return await db.Responses.Where(response => response.Id == id).Select(response => response.State).SingleAsync(Cancel);
    }

    private async Task<int> CountAsync<T>(Func<GciDb, IQueryable<T>> rows, Guid id)
        where T : class
    {
        await using var db = New();
        return await rows(db).CountAsync(row => EF.Property<Guid>(row, "ResponseId") == id, Cancel);
    }

    private async Task<AuditBreak?> BreakAsync(Guid id)
    {
        await using var db = New();
        using var key = Key();
        return (await db.VerifyAuditAsync(key, Cancel)).FirstOrDefault(found => found.Response == id);
    }

    private SealKey Key() => SealKey.OpenOrMake(_folder.At("seal-key.pem"));

    private static DateTimeOffset Now() => Moment.Now(TimeProvider.System);
}

public sealed class PrivateCopyOnSqliteTests(SqliteTestDatabase database) : PrivateCopyTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PrivateCopyOnPostgreSqlTests(PostgreSqlTestDatabase database) : PrivateCopyTests(database), IClassFixture<PostgreSqlTestDatabase>;
