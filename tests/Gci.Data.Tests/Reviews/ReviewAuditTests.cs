using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Gci.Testing;
using Gci.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Tests.Reviews;

/// <summary>A response that was certified, judged, sent back, corrected and closed: its chain proves every row of it.</summary>
public abstract class ReviewAuditTests(TestDatabase database) : DatabaseTests(database), IDisposable
{
    private static readonly string[] s_tables = ["Answers", "AuditEntries", "Seals", "SealedHeads", "Verdicts", "EvidenceVerdicts", "RunEntries", "Snapshots"];
    private static readonly Actor s_analyst = new(Guid.CreateVersion7(), "Priya", Role.Analyst, null);
    private static readonly Actor s_second = new(Guid.CreateVersion7(), "Helen", Role.Administrator, null);
    private static readonly Account s_reviewer = new() { Id = Guid.CreateVersion7(), Name = "Ingrid", Role = Role.Reviewer };
    private static int s_country;

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_reviewers_and_the_country_did_is_kept_and_sound()
    {
        var (id, returned) = await ReviewedAsync();
        await using var db = New();

        Assert.Empty(await BreaksAsync(id));
        var response = await db.Responses.SingleAsync(response => response.Id == id, Cancel);
        Assert.Equal((ResponseState.Closed, "", 1), (response.State, response.Unlocked, response.ReturnRound));
        Assert.Equal("no", (await db.CurrentAnswers(id).SingleAsync(answer => answer.Question == "LEG-1.1.1", Cancel)).Value);
        Assert.Equal([VerdictKind.QueryOpen, VerdictKind.Verified], await db.Verdicts.Where(verdict => verdict.ResponseId == id).OrderBy(verdict => verdict.Revision).Select(verdict => verdict.Kind).ToListAsync(Cancel));
        Assert.Equal(ReturnOutcome.Accepted, (await db.Returned.SingleAsync(question => question.Id == returned, Cancel)).Outcome);
    }

    [Theory]
    [InlineData("UPDATE \"Verdicts\" SET \"Kind\" = 'Verified' WHERE \"ResponseId\" = '{0}' AND \"Revision\" = 1", "verdict 1 on LEG-1.1.1 was changed after it was recorded")]
    [InlineData("DELETE FROM \"Verdicts\" WHERE \"ResponseId\" = '{0}' AND \"Revision\" = 1", "what it recorded is missing")]
    [InlineData("UPDATE \"EvidenceVerdicts\" SET \"IsRelevant\" = NULL WHERE \"ResponseId\" = '{0}'", "was changed after it was recorded")]
    [InlineData("UPDATE \"Assignments\" SET \"ReviewerId\" = \"ResponseId\" WHERE \"ResponseId\" = '{0}'", "was changed after it was recorded")]
    [InlineData("UPDATE \"Assignments\" SET \"EndedAt\" = 5 WHERE \"ResponseId\" = '{0}'", "stands in the database and in no link of the chain")]
    [InlineData("UPDATE \"ReturnedQuestions\" SET \"Reason\" = 'Because' WHERE \"ResponseId\" = '{0}'", "was changed after it was recorded")]
    [InlineData("UPDATE \"ReturnedQuestions\" SET \"Outcome\" = 'Objected' WHERE \"ResponseId\" = '{0}'", "what became of returned question")]
    [InlineData("UPDATE \"Responses\" SET \"State\" = 'UnderReview' WHERE \"Id\" = '{0}'", "the state UnderReview stands in the database and in no link of the chain")]
    public async Task Whoever_changes_what_was_reviewed_is_found_out(string sql, string sentence)
    {
        var (id, _) = await ReviewedAsync();
        await TamperAsync(sql, id);

        Assert.Contains(sentence, Assert.Single(await BreaksAsync(id)).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT 1", null)]
    [InlineData("UPDATE \"Snapshots\" SET \"Answers\" = 'country,code,answer\nKEN,LEG-1.1.1,yes\n' WHERE \"Edition\" = '{1}'", "snapshot 1 of edition")]
    [InlineData("DELETE FROM \"Snapshots\" WHERE \"Edition\" = '{1}'", "has 0 snapshots and 1 were decided on")]
    [InlineData("UPDATE \"EditionRuns\" SET \"State\" = 'Published' WHERE \"Id\" = '{0}'", "the state Published of edition")]
    [InlineData("UPDATE \"RunEntries\" SET \"Actor\" = \"RunId\" WHERE \"RunId\" = '{0}' AND \"Sequence\" = 5", "its own content was changed")]
    [InlineData("DELETE FROM \"RunEntries\" WHERE \"RunId\" = '{0}' AND \"Sequence\" = 5", "the chain ends after 4 links and should have 5")]
    public async Task Whoever_changes_what_was_frozen_is_found_out(string sql, string? sentence)
    {
        var run = await FrozenAsync();
        await TamperAsync(sql.Replace("{1}", run.Edition, StringComparison.Ordinal), run.Id);

        var found = await BreaksAsync(run.Id);

        Assert.Equal(sentence is null ? 0 : 1, found.Count);
        Assert.All(found, broken => Assert.Contains(sentence!, broken.Sentence, StringComparison.Ordinal));
    }

    // Certified, assigned, asked, sent back with a proposal, accepted, resubmitted, verified and closed.
    private async Task<(Guid Response, Guid Returned)> ReviewedAsync()
    {
        await using var db = New();
        var edition = TestEdition.Edition;
        var focal = Kenya with { Country = edition.Countries.Keys.ElementAt(Interlocked.Increment(ref s_country)) };
        var now = Moment.Now(TimeProvider.System);
        var response = Response.Open(focal, "2024", focal.Country, ResponseKind.National, now);
        db.Begin(response);
        await db.SaveChangesAsync(Cancel);
        var id = response.Id;
        await SavedAsync(id, "LEG-1.1.1", "yes", 0);
        await DoAsync(id, (found, _) => found.Attach(focal, edition.QuestionOf("LEG-1.1.1")!, new("law", "Act", null, "https://example.org/act"), [], null, now));
        await DoAsync(id, (found, held) =>
        {
            var completeness = Completeness.Of(edition, focal.Country, held);
            return found.Certify(focal, new("Amina Wanjiru", "Director", true, completeness.Unanswered, held.Content()), held, completeness, now);
        });
        await DoAsync(id, (found, _) => found.Assign(s_analyst, s_reviewer, "LEG", ReviewSeat.First, [], now));
        await using var seats = New();
        var mine = await seats.Assignments.AsNoTracking().Where(assignment => assignment.ResponseId == id).ToListAsync(Cancel);
        var reviewer = s_reviewer.AsActor();
        await DoAsync(id, (found, held) => found.Judge(reviewer, ReviewSeat.First, "LEG", "LEG-1.1.1", new(VerdictKind.QueryOpen), held.Answers.Single(), null, 0, mine, now));
        await DoAsync(id, (found, held) => found.Judge(reviewer, ReviewSeat.First, "LEG", held.Evidence.Single(), new(true, false), null, mine, now));
        await DoAsync(id, (found, held) => found.Return(reviewer, [new("LEG-1.1.1", "Which article?", new("no"))], _ => held.Answers.Single(), mine, now.AddDays(21), now));
        await using var sent = New();
        var returned = await sent.Returned.AsNoTracking().SingleAsync(question => question.ResponseId == id, Cancel);
        await using (var accepting = New())
        {
            var outcome = await accepting.ResponseAsync<SaveOutcome>(id, async (found, stop) =>
                found.Accept(focal, await accepting.Returned.SingleAsync(question => question.Id == returned.Id, stop), await accepting.CurrentAnswers(id).SingleAsync(stop), now), Cancel);
            Assert.IsType<SaveOutcome.Saved>(outcome);
        }

        await DoAsync(id, (found, _) => found.Resubmit(focal, [], _ => false, now));
        await using var last = New();
        var before = await last.Verdicts.AsNoTracking().SingleAsync(verdict => verdict.ResponseId == id, Cancel);
        await DoAsync(id, (found, held) => found.Judge(reviewer, ReviewSeat.First, "LEG", "LEG-1.1.1", new(VerdictKind.Verified, Note: "Gazette seen."), held.Answers.Single(), before, 1, mine, now));
        await DoAsync(id, (found, _) => found.CloseReview(reviewer, mine, 0, now));
        return (id, returned.Id);
    }

    private async Task<EditionRun> FrozenAsync()
    {
        await using var db = New();
        var edition = Guid.NewGuid().ToString("N")[..10];
        var now = Moment.Now(TimeProvider.System);
        db.Begin(EditionRun.Begin(s_analyst, edition, now));
        await db.SaveChangesAsync(Cancel);
        const string answers = "country,code,answer\nKEN,LEG-1.1.1,no\n", sources = "country,source\nKEN,questionnaire\n";
        var hash = Snapshot.HashOf("definition", answers, sources);
        var run = await db.RunAsync(edition, (run, _) =>
        {
            Assert.Null(run.Take(s_analyst, RunStep.Open, now) ?? run.Take(s_analyst, RunStep.CloseAnswering, now));
            Assert.Null(run.Propose(s_analyst, RunStep.Freeze, hash, null, now) ?? run.Confirm(s_second, RunStep.Freeze, hash, now));
            db.Add(new Snapshot { Id = Guid.CreateVersion7(now), Edition = edition, Number = 1, Definition = "definition", Answers = answers, Sources = sources, Hash = hash, ProposedBy = s_analyst.Id, ConfirmedBy = s_second.Id, At = now });
            return Task.FromResult(run);
        }, Cancel);
        return run!;
    }

    private async Task DoAsync(Guid id, Func<Response, Dossier, Refusal?> change)
    {
        await using var db = New();
        var done = await db.ResponseAsync(id, async (found, stop) => Tuple.Create(change(found, await Dossier.LoadAsync(db, id, stop))), Cancel);
        Assert.Null(done!.Item1);
    }

    private async Task<IReadOnlyList<AuditBreak>> BreaksAsync(Guid id)
    {
        await using var db = New();
        using var key = SealKey.OpenOrMake(_folder.At("seal-key.pem"));
        return [.. (await db.VerifyAuditAsync(key, Cancel)).Where(found => found.Response == id)];
    }

    private async Task TamperAsync(string sql, Guid id)
    {
        await using var db = New();
        var isSqlite = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        foreach (var drop in s_tables.SelectMany(table => isSqlite ? (string[])[$"DROP TRIGGER IF EXISTS {table}_no_update", $"DROP TRIGGER IF EXISTS {table}_no_delete"] : [$"DROP TRIGGER IF EXISTS \"{table}_append_only\" ON \"{table}\"", $"DROP TRIGGER IF EXISTS \"{table}_no_delete\" ON \"{table}\""]))
        {
            await db.Database.ExecuteSqlRawAsync(drop, Cancel);
        }

        var time = isSqlite ? "5" : "now()";
        await db.Database.ExecuteSqlRawAsync(
            sql.Replace("= 5 WHERE \"R", $"= {time} WHERE \"R", StringComparison.Ordinal).Replace("{0}", isSqlite ? id.ToString().ToUpperInvariant() : id.ToString(), StringComparison.Ordinal), Cancel);
    }
}

public sealed class ReviewAuditOnSqliteTests(SqliteTestDatabase database) : ReviewAuditTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class ReviewAuditOnPostgreSqlTests(PostgreSqlTestDatabase database) : ReviewAuditTests(database), IClassFixture<PostgreSqlTestDatabase>;
