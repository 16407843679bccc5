using Gci.Data.Responses;
using Gci.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Tests;

public abstract class SavingTests(TestDatabase database) : DatabaseTests(database)
{
    [Fact]
    public async Task A_saved_answer_is_there_with_who_when_and_revision()
    {
        var response = await ResponseAsync();

        var saved = await SavedAsync(response, "LEG-1.1.1", "yes", 0);

        await using var db = New();
        var found = await db.CurrentAnswers(response).SingleAsync(Cancel);
        Assert.Equal(("LEG-1.1.1", 1, "yes", Kenya.Id, saved.At), (found.Question, found.Revision, found.Value, found.By, found.At));
    }

    [Fact]
    public async Task Earlier_revisions_stay()
    {
        var response = await ResponseAsync();

        await SavedAsync(response, "LEG-1.1.1", "yes", 0);
        await SavedAsync(response, "LEG-1.1.1", "partial", 1);
        await SavedAsync(response, "LEG-1.1.1", null, 2);

        await using var db = New();
        var values = await db.Answers.Where(answer => answer.ResponseId == response).OrderBy(answer => answer.Revision).Select(answer => answer.Value).ToListAsync(Cancel);
        Assert.Equal(["yes", "partial", null], values);
        Assert.False((await db.CurrentAnswers(response).SingleAsync(Cancel)).IsAnswered);
    }

    [Fact]
    public async Task A_change_to_an_old_revision_is_a_conflict_that_shows_theirs()
    {
        var response = await ResponseAsync();
        await SavedAsync(response, "LEG-1.1.1", "yes", 0);

        var outcome = await SaveAsync(response, "LEG-1.1.1", "no", 0);

        Assert.Equal(("yes", 1), (Assert.IsType<SaveOutcome.Conflict>(outcome).Theirs!.Value, ((SaveOutcome.Conflict)outcome).Theirs!.Revision));
        await using var db = New();
        Assert.Equal("yes", (await db.CurrentAnswers(response).SingleAsync(Cancel)).Value);
    }

    [Fact]
    public async Task The_same_key_gives_the_first_result_again()
    {
        var response = await ResponseAsync();
        var first = await SavedAsync(response, "LEG-1.1.1", "yes", 0, "key-1");
        await SavedAsync(response, "LEG-1.1.1", "no", 1, "key-2");

        var again = await SavedAsync(response, "LEG-1.1.1", "yes", 0, "key-1");

        Assert.Equal((first.Revision, first.At, first.Value), (again.Revision, again.At, again.Value));
        await using var db = New();
        Assert.Equal(2, await db.Answers.CountAsync(answer => answer.ResponseId == response, Cancel));
    }

    [Fact]
    public async Task A_key_is_for_one_answer_only()
    {
        var response = await ResponseAsync();
        await SavedAsync(response, "LEG-1.1.1", "yes", 0, "key-1");

        var outcome = await SaveAsync(response, "LEG-1.1.2", "yes", 0, "key-1");

        Assert.Equal("key-reused", Assert.IsType<SaveOutcome.Refused>(outcome).Refusal.Code);
    }

    [Fact]
    public async Task The_same_answer_again_makes_no_revision()
    {
        var response = await ResponseAsync();
        await SavedAsync(response, "LEG-1.1.1", "yes", 0);

        Assert.Equal(1, (await SavedAsync(response, "LEG-1.1.1", "yes", 1)).Revision);
        Assert.Equal(0, (await SavedAsync(response, "LEG-1.1.2", null, 0)).Revision);
    }

    [Fact]
    public async Task A_prefilled_answer_is_confirmed_by_saving_it_unchanged()
    {
        var response = await ResponseAsync();
        var prefilled = Assert.IsType<SaveOutcome.Saved>(await SaveAsync(response, "LEG-1.1.1", "yes", 0, source: Provenance.PrefilledUnconfirmed)).Answer;
        Assert.True(prefilled.NeedsConfirmation);

        var confirmed = await SavedAsync(response, "LEG-1.1.1", "yes", 1);

        Assert.Equal((2, false), (confirmed.Revision, confirmed.NeedsConfirmation));
    }

    [Theory]
    [InlineData("perhaps", "LEG-1.1.1 has no option \"perhaps\"; it has yes, partial, no.")]
    [InlineData("YES", "LEG-1.1.1 has no option \"YES\"; it has yes, partial, no.")]
    public async Task What_is_no_answer_to_the_question_is_not_kept(string value, string sentence)
    {
        var response = await ResponseAsync();

        Assert.Equal(sentence, Assert.IsType<SaveOutcome.Invalid>(await SaveAsync(response, "LEG-1.1.1", value, 0)).Refusal.Values.Single(found => found.Name == "detail").Value);

        await using var db = New();
        Assert.False(await db.Answers.AnyAsync(answer => answer.ResponseId == response, Cancel));
    }

    [Fact]
    public async Task There_is_no_saving_to_a_response_that_does_not_exist()
    {
        await using var db = New();

        Assert.Null(await db.SaveAsync(Guid.NewGuid(), Kenya, TestEdition.Edition, new("LEG-1.1.1", new("yes"), 0, "k"), TimeProvider.System, Cancel));
    }

    [Fact]
    public async Task Sixteen_people_at_once_lose_nothing_and_break_no_chain()
    {
        var response = await ResponseAsync();
        string[] questions = [.. TestEdition.Edition.Questionnaire!.Questions().Where(question => question.Type.Name == "yes-partial-no").Select(question => question.Code).Take(32)];

        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel }, async (question, _) =>
        {
            await SavedAsync(response, question, "yes", 0);
            await SavedAsync(response, question, "no", 1);
        });

        await using var db = New();
        var current = await db.CurrentAnswers(response).ToListAsync(Cancel);
        Assert.Equal((32, true), (current.Count, current.All(answer => answer is { Value: "no", Revision: 2 })));
        Assert.Equal(Enumerable.Range(1, 65), await db.Audit.Where(entry => entry.ResponseId == response).OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Of_two_people_who_change_one_answer_at_once_one_sees_the_conflict()
    {
        var response = await ResponseAsync();

        var outcomes = await Task.WhenAll(SaveAsync(response, "LEG-1.1.1", "yes", 0), SaveAsync(response, "LEG-1.1.1", "no", 0));

        Assert.Single(outcomes.OfType<SaveOutcome.Saved>());
        Assert.Single(outcomes.OfType<SaveOutcome.Conflict>());
    }

    [Theory]
    [InlineData("UPDATE \"Answers\" SET \"Value\" = 'no'")]
    [InlineData("DELETE FROM \"Answers\"")]
    [InlineData("UPDATE \"AuditEntries\" SET \"Subject\" = 'x'")]
    [InlineData("DELETE FROM \"AuditEntries\"")]
    public async Task The_database_itself_refuses_to_change_what_was_written(string sql)
    {
        await SavedAsync(await ResponseAsync(), "LEG-1.1.1", "yes", 0);
        await using var db = New();

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancel));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }
}

public sealed class SavingOnSqliteTests(SqliteTestDatabase database) : SavingTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class SavingOnPostgreSqlTests(PostgreSqlTestDatabase database) : SavingTests(database), IClassFixture<PostgreSqlTestDatabase>;
