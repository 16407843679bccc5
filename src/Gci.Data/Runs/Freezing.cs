using Gci.Data.Accounts;
using Gci.Editions;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Runs;

/// <summary>The steps that need two persons: one proposes them for exactly what was shown, another confirms them for exactly the same.</summary>
public static class Freezing
{
    /// <summary>What a step is about, and why it cannot be taken; the content of freezing and correcting is what counts now, that of publishing is the last snapshot.</summary>
    public static async Task<StepContent> ContentAsync(this GciDb db, Edition edition, RunStep step, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edition);
        if (step == RunStep.Publish)
        {
            var last = await db.Snapshots.AsNoTracking().Where(snapshot => snapshot.Edition == edition.Id).OrderByDescending(snapshot => snapshot.Number).FirstOrDefaultAsync(cancel);
            return new(last?.Hash ?? "", null, last is null ? new("freeze-nothing") : WhyNotComputed(last, edition));
        }

        var now = await VerifiedAnswers.LoadAsync(db, edition, cancel);
        return new(now.Hash, now, now.Any ? null : new("freeze-nothing"));
    }

    /// <summary>Why nothing can be computed from a snapshot; null where that is possible.</summary>
    public static Refusal? WhyNotComputed(Snapshot snapshot, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(edition);
        return Refusal.Unless(snapshot.IsWhole, "snapshot-damaged", ("number", snapshot.Number))
            ?? Refusal.Unless(snapshot.Definition == edition.Hash, "snapshot-definition", ("number", snapshot.Number), ("edition", edition.Id));
    }

    /// <summary>Proposes a step.</summary>
    /// <param name="shown">The hash of what the person saw.</param>
    public static Task<StepOutcome> ProposeAsync(
        this GciDb db, Actor actor, Edition edition, RunStep step, string? shown, string? note, TimeProvider clock, CancellationToken cancel) =>
        DecideAsync(db, actor, edition, step, shown, (run, content) => run.Propose(actor, step, content, note, Moment.Now(clock)), cancel);

    /// <summary>Confirms a step; where it makes a snapshot, that is written in the same transaction.</summary>
    /// <param name="shown">The hash of what the person saw.</param>
    public static Task<StepOutcome> ConfirmAsync(this GciDb db, Actor actor, Edition edition, RunStep step, string? shown, TimeProvider clock, CancellationToken cancel) =>
        DecideAsync(db, actor, edition, step, shown, (run, content) => run.Confirm(actor, step, content, Moment.Now(clock)), cancel, (proposed, answers) => new()
        {
            Id = Guid.CreateVersion7(Moment.Now(clock)),
            Edition = edition.Id,
            Number = proposed.Number,
            Definition = answers.Definition,
            Answers = answers.Answers,
            Sources = answers.Sources,
            Hash = answers.Hash,
            ProposedBy = proposed.By,
            ConfirmedBy = actor.Id,
            At = Moment.Now(clock),
            Note = proposed.Note,
        });

    /// <summary>Takes a proposal back.</summary>
    public static async Task<StepOutcome> WithdrawAsync(this GciDb db, Actor actor, string edition, TimeProvider clock, CancellationToken cancel) =>
        await db.RunAsync(edition, (run, _) => Task.FromResult(new StepOutcome(run.Withdraw(actor, Moment.Now(clock)), null)), cancel) ?? StepOutcome.NotRun;

    private static async Task<StepOutcome> DecideAsync(
        GciDb db, Actor actor, Edition edition, RunStep step, string? shown, Func<EditionRun, string, Refusal?> decide, CancellationToken cancel,
        Func<(int Number, Guid By, string? Note), VerifiedAnswers, Snapshot>? make = null) => await db.RunAsync(
        edition.Id,
        async (run, stop) =>
        {
            if (run.WhyNot(actor, step) is { } early)
            {
                return new StepOutcome(early, null);
            }

            var proposed = (await db.Snapshots.CountAsync(snapshot => snapshot.Edition == edition.Id, stop) + 1, run.ProposedBy ?? Guid.Empty, run.ProposedNote);
            var content = await db.ContentAsync(edition, step, stop);
            var refusal = content.Refusal ?? Refusal.Unless(shown == content.Hash, "run-changed-since") ?? decide(run, content.Hash);
            var snapshot = refusal is null && content.Answers is { } answers ? make?.Invoke(proposed, answers) : null;
            if (snapshot is not null)
            {
                db.Add(snapshot);
            }

            return new StepOutcome(refusal, snapshot);
        },
        cancel) ?? StepOutcome.NotRun;
}

/// <summary>What a step is decided on.</summary>
/// <param name="Hash">What is proposed and confirmed.</param>
/// <param name="Answers">What a snapshot would hold; null where the step makes none.</param>
public sealed record StepContent(string Hash, VerifiedAnswers? Answers, Refusal? Refusal);

/// <summary>How a step ended.</summary>
/// <param name="Snapshot">What was made by it; null where nothing was.</param>
public sealed record StepOutcome(Refusal? Refusal, Snapshot? Snapshot)
{
    internal static StepOutcome NotRun { get; } = new(new("not-run"), null);
}
