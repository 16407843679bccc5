using Gci.Data.Auditing;
using Gci.Data.Runs;
using Gci.Editions.Answers;
using Gci.Testing;
using Gci.Testing.Databases;
using Gci.Testing.Runs;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Tests.Runs;

/// <summary>What counts of the answers of an edition, and how two persons make a snapshot of it. The tables are written out: both databases give the same bytes.</summary>
public abstract class FreezingTests(TestDatabase database) : DatabaseTests(database)
{
    [Fact]
    public async Task What_reviewers_found_proven_counts_and_nothing_else()
    {
        var stage = Stage("proven");
        var kenya = await stage.AnswerAsync("KEN", "LEG-1.1.1 yes", "LEG-1.1.2 yes", "LEG-1.1.3 yes", "LEG-2.1 yes");
        await stage.SubmitAsync(kenya);
        await stage.ReviewAsync(kenya, "LEG-1.1.2 Verified", "LEG-1.1.1 PartlyVerified partial", "LEG-1.1.3 NotVerified", "LEG-2.2 NotVerified");

        var found = await LoadAsync(stage);

        Assert.Equal("country,code,answer\nKEN,LEG-1.1.1,partial\nKEN,LEG-1.1.2,yes\n", found.Answers);
        Assert.Equal("country,source\nKEN,questionnaire\n", found.Sources);
        Assert.Equal(new("KEN", AnswerSource.Questionnaire, 2, 1), Assert.Single(found.Counted)); // nobody judged LEG-2.1
    }

    [Fact]
    public async Task A_country_counts_once_its_review_is_closed_and_the_others_are_named()
    {
        var stage = Stage("left-out");
        var kenya = await stage.AnswerAsync("KEN", "LEG-1.1.1 yes");
        await stage.SubmitAsync(kenya);
        await stage.ReviewAsync(kenya, "LEG-1.1.1 Verified");
        await stage.SubmitAsync(await stage.AnswerAsync("URY", "LEG-1.1.1 yes"));
        await stage.AnswerAsync("SEN", "LEG-1.1.1 yes");

        var found = await LoadAsync(stage);

        Assert.Equal("country,code,answer\nKEN,LEG-1.1.1,yes\n", found.Answers);
        Assert.Equal(stage.Edition.Countries.Count - 1, found.LeftOut.Length);
        Assert.Equal(
            ["SEN InProgress", "UGA ", "URY Submitted"],
            found.LeftOut.Where(country => country.Country is "SEN" or "UGA" or "URY").Select(country => $"{country.Country} {country.State}"));
    }

    [Fact]
    public async Task Desk_research_counts_as_it_stands_and_says_whether_the_country_agreed()
    {
        var stage = Stage("research");
        var silent = await stage.ResearchAsync("FJI", "LEG-1.1.1 yes", "LEG-1.1.2 partial");
        await stage.ChangeAsync(silent, (_, response) => Task.FromResult(response.EndOffer(RunStage.Analyst, [], [], [], Moment.Now(TimeProvider.System))));
        var agreed = await stage.ResearchAsync("PER", "LEG-1.1.1 yes", "LEG-1.1.2 no", "LEG-1.1.3 yes");
        await stage.SaveAsync(agreed, RunStage.Of("PER"), ["LEG-1.1.2", "yes"]);
        await stage.ChangeAsync(agreed, (_, response) => Task.FromResult(response.Validate(RunStage.Of("PER"), Moment.Now(TimeProvider.System))));
        await stage.ReviewAsync(agreed, "LEG-1.1.3 NotVerified", "LEG-1.1.2 Verified");

        var found = await LoadAsync(stage);

        Assert.Equal("country,code,answer\nFJI,LEG-1.1.1,yes\nFJI,LEG-1.1.2,partial\nPER,LEG-1.1.1,yes\nPER,LEG-1.1.2,yes\n", found.Answers);
        Assert.Equal("country,source\nFJI,desk-research-not-validated\nPER,desk-research-validated\n", found.Sources);
    }

    [Fact]
    public async Task Two_persons_make_a_snapshot_that_the_chain_vouches_for()
    {
        var stage = await (await ClosedAsync("two")).BeginAsync(RunStep.Open, RunStep.CloseAnswering);

        var snapshot = await stage.DecideAsync(RunStep.Freeze);

        Assert.Equal((1, true, RunStage.Analyst.Id, RunStage.Administrator.Id, null), (snapshot!.Number, snapshot.IsWhole, snapshot.ProposedBy, snapshot.ConfirmedBy, snapshot.Note));
        Assert.Equal("country,code,answer\nKEN,LEG-1.1.1,yes\n", snapshot.Answers);
        await using var db = New();
        Assert.Equal(RunState.Frozen, (await db.Runs.SingleAsync(run => run.Edition == "two", Cancel)).State);
        Assert.Equal(snapshot.Hash, (await db.Snapshots.SingleAsync(found => found.Edition == "two", Cancel)).Hash);
        using var folder = new TemporaryFolder();
        using var key = SealKey.OpenOrMake(folder.At("key.pem"));
        Assert.Empty(await db.VerifyAuditAsync(key, Cancel));
    }

    [Fact]
    public async Task What_changed_since_it_was_proposed_is_not_confirmed_and_nobody_confirms_alone()
    {
        var stage = await (await ClosedAsync("changed")).BeginAsync(RunStep.Open, RunStep.CloseAnswering);
        await using var db = New();
        var shown = (await LoadAsync(stage)).Hash;
        Assert.Null((await db.ProposeAsync(RunStage.Analyst, stage.Edition, RunStep.Freeze, shown, null, TimeProvider.System, Cancel)).Refusal);
        Assert.Equal("run-second-person", (await db.ConfirmAsync(RunStage.Analyst, stage.Edition, RunStep.Freeze, shown, TimeProvider.System, Cancel)).Refusal!.Code);
        Assert.Equal("run-not-yours", (await db.ConfirmAsync(RunStage.Reviewer, stage.Edition, RunStep.Freeze, shown, TimeProvider.System, Cancel)).Refusal!.Code);
        var uruguay = await stage.AnswerAsync("URY", "LEG-1.1.1 no");
        await stage.SubmitAsync(uruguay);
        await stage.ReviewAsync(uruguay, "LEG-1.1.1 Verified");

        Assert.Equal("run-changed-since", (await db.ConfirmAsync(RunStage.Administrator, stage.Edition, RunStep.Freeze, shown, TimeProvider.System, Cancel)).Refusal!.Code);
        Assert.Equal("run-changed-since", (await db.ConfirmAsync(RunStage.Administrator, stage.Edition, RunStep.Freeze, (await LoadAsync(stage)).Hash, TimeProvider.System, Cancel)).Refusal!.Code);
        Assert.Equal("run-changed-since", (await db.ProposeAsync(RunStage.Analyst, stage.Edition, RunStep.Freeze, shown, null, TimeProvider.System, Cancel)).Refusal!.Code);
        Assert.False(await db.Snapshots.AnyAsync(found => found.Edition == "changed", Cancel));
    }

    [Fact]
    public async Task Without_a_verified_answer_nothing_is_frozen()
    {
        var stage = await Stage("nothing").BeginAsync(RunStep.Open, RunStep.CloseAnswering);
        await using var db = New();

        Assert.Equal("freeze-nothing", (await db.ProposeAsync(RunStage.Analyst, stage.Edition, RunStep.Freeze, (await LoadAsync(stage)).Hash, null, TimeProvider.System, Cancel)).Refusal!.Code);
        Assert.Equal("run-not-now", (await db.ProposeAsync(RunStage.Analyst, stage.Edition, RunStep.Publish, "", null, TimeProvider.System, Cancel)).Refusal!.Code);
        Assert.Equal("not-run", (await db.ProposeAsync(RunStage.Analyst, stage.Edition with { Id = "none" }, RunStep.Freeze, "", null, TimeProvider.System, Cancel)).Refusal!.Code);
    }

    [Fact]
    public async Task A_correction_is_another_snapshot_with_a_note_and_the_first_one_stays()
    {
        var stage = await (await ClosedAsync("corrected")).BeginAsync(RunStep.Open, RunStep.CloseAnswering);
        var first = await stage.DecideAsync(RunStep.Freeze);
        Assert.Null(await stage.DecideAsync(RunStep.Publish));
        var uruguay = await stage.AnswerAsync("URY", "LEG-1.1.1 no");
        await stage.SubmitAsync(uruguay);
        await stage.ReviewAsync(uruguay, "LEG-1.1.1 Verified");

        var second = await stage.DecideAsync(RunStep.Correct, "Uruguay was missing.");

        await using var db = New();
        Assert.Equal(
            [(1, first!.Hash, (string?)null), (2, second!.Hash, "Uruguay was missing.")],
            (await db.Snapshots.Where(found => found.Edition == "corrected").OrderBy(found => found.Number).ToListAsync(Cancel)).Select(found => (found.Number, found.Hash, found.Note)));
        Assert.NotEqual(first.Hash, second.Hash);
    }

    [Fact]
    public async Task Verification_can_be_taken_up_again_before_anything_is_published_and_the_last_freeze_counts()
    {
        var stage = await (await ClosedAsync("resumed")).BeginAsync(RunStep.Open, RunStep.CloseAnswering);
        var first = await stage.DecideAsync(RunStep.Freeze);
        await using var db = New();
        Assert.Null((await db.RunAsync("resumed", (run, _) => Task.FromResult(new StepOutcome(run.Take(RunStage.Analyst, RunStep.Resume, Moment.Now(TimeProvider.System)), null)), Cancel))!.Refusal);
        var uruguay = await stage.AnswerAsync("URY", "LEG-1.1.1 no");
        await stage.SubmitAsync(uruguay);
        await stage.ReviewAsync(uruguay, "LEG-1.1.1 Verified");

        var second = await stage.DecideAsync(RunStep.Freeze);

        Assert.Equal((1, 2, (string?)null), (first!.Number, second!.Number, second.Note));
        Assert.Equal(second.Hash, (await db.ContentAsync(stage.Edition, RunStep.Publish, Cancel)).Hash);
        Assert.Null(await stage.DecideAsync(RunStep.Publish));
        Assert.Equal("run-not-now", (await db.RunAsync("resumed", (run, _) => Task.FromResult(new StepOutcome(run.Take(RunStage.Analyst, RunStep.Resume, Moment.Now(TimeProvider.System)), null)), Cancel))!.Refusal!.Code);
    }

    [Fact]
    public async Task Nothing_is_published_after_the_definition_has_changed()
    {
        var stage = await (await ClosedAsync("definition")).BeginAsync(RunStep.Open, RunStep.CloseAnswering);
        var snapshot = await stage.DecideAsync(RunStep.Freeze);
        await using var db = New();

        Assert.Equal("snapshot-definition", (await db.ContentAsync(stage.Edition with { Hash = new('a', 64) }, RunStep.Publish, Cancel)).Refusal!.Code);
        Assert.Equal(snapshot!.Hash, (await db.ContentAsync(stage.Edition, RunStep.Publish, Cancel)).Hash);
    }

    private RunStage Stage(string edition) => new(New, TestEdition.Edition with { Id = edition });

    private async Task<RunStage> ClosedAsync(string edition)
    {
        var stage = Stage(edition);
        var kenya = await stage.AnswerAsync("KEN", "LEG-1.1.1 yes");
        await stage.SubmitAsync(kenya);
        await stage.ReviewAsync(kenya, "LEG-1.1.1 Verified");
        return stage;
    }

    private async Task<VerifiedAnswers> LoadAsync(RunStage stage)
    {
        await using var db = New();
        return await VerifiedAnswers.LoadAsync(db, stage.Edition, Cancel);
    }
}

public sealed class FreezingOnSqliteTests(SqliteTestDatabase database) : FreezingTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class FreezingOnPostgreSqlTests(PostgreSqlTestDatabase database) : FreezingTests(database), IClassFixture<PostgreSqlTestDatabase>;
