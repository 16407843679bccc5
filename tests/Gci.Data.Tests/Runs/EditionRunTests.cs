using Gci.Data.Accounts;
using Gci.Data.Runs;

namespace Gci.Data.Tests.Runs;

/// <summary>The life of an edition: its steps, its dates, and what needs two people.</summary>
public sealed class EditionRunTests
{
    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);
    private static readonly Actor s_first = new(Guid.NewGuid(), "Priya", Role.Analyst, null);
    private static readonly Actor s_second = new(Guid.NewGuid(), "Helen", Role.Administrator, null);

    private readonly EditionRun _run = EditionRun.Begin(s_first, "2026", s_now);

    [Fact]
    public void An_edition_goes_from_draft_to_archive()
    {
        Assert.Equal(RunState.Draft, _run.State);
        Take(RunStep.Open, RunStep.CloseAnswering, RunStep.Reopen, RunStep.CloseAnswering);
        TakeByTwo(RunStep.Freeze);
        Assert.Equal(RunState.Frozen, _run.State);
        TakeByTwo(RunStep.Publish);
        TakeByTwo(RunStep.Correct, "A figure was wrong.");
        Take(RunStep.Archive);

        Assert.Equal(RunState.Archived, _run.State);
        Assert.Equal("run-archived", _run.Schedule(s_first, RunCalendar.Empty, s_now)!.Code);
    }

    [Theory]
    [InlineData(RunStep.Freeze)]
    [InlineData(RunStep.Publish)]
    [InlineData(RunStep.CloseAnswering)]
    [InlineData(RunStep.Archive)]
    public void A_draft_can_only_be_opened(RunStep step)
    {
        Assert.Equal("run-not-now", _run.Take(s_first, step, s_now)!.Code);
        Assert.Equal("run-not-now", _run.Propose(s_first, step, "hash", null, s_now)!.Code);
    }

    [Fact]
    public void Nobody_freezes_alone()
    {
        Take(RunStep.Open, RunStep.CloseAnswering);

        Assert.Equal("run-needs-two", _run.Take(s_first, RunStep.Freeze, s_now)!.Code);
        Assert.Equal("run-nothing-proposed", _run.Confirm(s_second, RunStep.Freeze, "hash", s_now)!.Code);
        Assert.Null(_run.Propose(s_first, RunStep.Freeze, "hash", null, s_now));
        Assert.Equal("run-second-person", _run.Confirm(s_first, RunStep.Freeze, "hash", s_now)!.Code);
        Assert.Equal("run-changed-since", _run.Confirm(s_second, RunStep.Freeze, "other", s_now)!.Code);
        Assert.Equal(RunState.Verification, _run.State);
        Assert.Null(_run.Confirm(s_second, RunStep.Freeze, "hash", s_now));
        Assert.Equal((RunState.Frozen, null), (_run.State, _run.Proposed));
    }

    [Fact]
    public void A_proposal_can_be_taken_back()
    {
        Take(RunStep.Open, RunStep.CloseAnswering);
        Assert.Null(_run.Propose(s_first, RunStep.Freeze, "hash", null, s_now));

        Assert.Null(_run.Withdraw(s_second, s_now));

        Assert.Equal("run-nothing-proposed", _run.Confirm(s_second, RunStep.Freeze, "hash", s_now)!.Code);
        Assert.Equal("run-nothing-proposed", _run.Withdraw(s_second, s_now)!.Code);
    }

    [Fact]
    public void A_correction_needs_a_note_for_the_public()
    {
        Take(RunStep.Open, RunStep.CloseAnswering);
        TakeByTwo(RunStep.Freeze);
        TakeByTwo(RunStep.Publish);

        Assert.Equal("run-note", _run.Propose(s_first, RunStep.Correct, "hash", " ", s_now)!.Code);
    }

    [Theory]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Expert)]
    [InlineData(Role.FocalPoint)]
    [InlineData(Role.Contributor)]
    public void Only_analysts_and_administrators_run_an_edition(Role role)
    {
        var other = new Actor(Guid.NewGuid(), "Other", role, null);

        Assert.Equal("run-not-yours", _run.Take(other, RunStep.Open, s_now)!.Code);
        Assert.Equal("run-not-yours", _run.Schedule(other, RunCalendar.Empty, s_now)!.Code);
        Assert.Equal("run-not-yours", EditionRun.WhyNotBegin(other, false)!.Code);
    }

    [Theory]
    [InlineData(1, 2, 3, 4, 21, null)]
    [InlineData(2, 1, 3, 4, 21, "run-dates-order")]
    [InlineData(1, 2, 4, 3, 21, "run-dates-order")]
    [InlineData(1, null, null, 2, 21, null)]
    [InlineData(1, 2, 3, 4, 0, "run-return-days")]
    [InlineData(1, 2, 3, 4, 121, "run-return-days")]
    public void Dates_follow_each_other(int? opens, int? due, int? verified, int? published, int days, string? code)
    {
        DateTimeOffset? Day(int? number) => number is { } known ? s_now.AddDays(known) : null;

        Assert.Equal(code, _run.Schedule(s_first, new(Day(opens), Day(due), Day(verified), Day(published), days, [7]), s_now)?.Code);
    }

    [Fact]
    public void Answering_ends_at_its_hour()
    {
        var due = s_now.AddDays(40);
        Assert.Null(_run.Schedule(s_first, RunCalendar.Empty with { AnswersDue = due }, s_now));
        Assert.False(_run.CloseIfDue(due));
        Take(RunStep.Open);
        Assert.False(_run.CloseIfDue(due.AddSeconds(-1)));

        Assert.True(_run.CloseIfDue(due));

        Assert.Equal(RunState.Verification, _run.State);
    }

    [Fact]
    public void Each_reminder_is_due_once()
    {
        var due = s_now.AddDays(40);
        Assert.Null(_run.Schedule(s_first, RunCalendar.Empty with { AnswersDue = due, ReminderDays = [30, 7, 1] }, s_now));
        Take(RunStep.Open);
        Assert.Null(_run.ReminderDue(due.AddDays(-31)));
        Assert.Equal(30, _run.ReminderDue(due.AddDays(-30)));
        _run.Remind(EditionRun.Service, 30, 12, due.AddDays(-30));
        Assert.Null(_run.ReminderDue(due.AddDays(-29)));

        // The service was off for a month: of the two that are due, only the last goes out.
        Assert.Equal(1, _run.ReminderDue(due.AddHours(-5)));
        _run.Remind(EditionRun.Service, 1, 12, due.AddHours(-5));
        Assert.Null(_run.ReminderDue(due.AddHours(-4)));
        Assert.Null(_run.ReminderDue(due));
    }

    private void Take(params RunStep[] steps) => Assert.All(steps, step => Assert.Null(_run.Take(s_first, step, s_now)));

    private void TakeByTwo(RunStep step, string? note = null)
    {
        Assert.Null(_run.Propose(s_first, step, "hash", note, s_now));
        Assert.Null(_run.Confirm(s_second, step, "hash", s_now));
    }
}
