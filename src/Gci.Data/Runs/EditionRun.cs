using System.Collections.Immutable;
using System.Globalization;
using Gci.Data.Accounts;
using Gci.Data.Auditing;

namespace Gci.Data.Runs;

/// <summary>How the secretariat runs one edition, from its draft to its archive. Everything that happens to it goes through its methods and is a link of its own chain.</summary>
public sealed partial class EditionRun
{
    public Guid Id { get; init; }

    /// <summary>The edition, such as 2026.</summary>
    public required string Edition { get; init; }

    public RunState State { get; private set; }

    public DateTimeOffset? Opens { get; private set; }

    public DateTimeOffset? AnswersDue { get; private set; }

    public DateTimeOffset? VerificationEnds { get; private set; }

    public DateTimeOffset? Publication { get; private set; }

    public int ReturnDays { get; private set; } = RunCalendar.Empty.ReturnDays;

    /// <summary>Days before the end of answering, with spaces between.</summary>
    public string ReminderDays { get; private set; } = Written(RunCalendar.Empty.ReminderDays);

    /// <summary>The reminder that was sent last, by its days before the end of answering; null before the first.</summary>
    public int? RemindedAt { get; private set; }

    /// <summary>The step that somebody proposed and that waits for a second person; null where none does.</summary>
    public RunStep? Proposed { get; private set; }

    public Guid? ProposedBy { get; private set; }

    public DateTimeOffset? ProposedAt { get; private set; }

    /// <summary>The hash of what the proposal was made for: the snapshot's.</summary>
    public string? ProposedContent { get; private set; }

    /// <summary>The public note of a correction; null otherwise.</summary>
    public string? ProposedNote { get; private set; }

    public int ChainLength { get; private set; }

    public string ChainHead { get; private set; } = AuditChain.Genesis;

    /// <summary>Raised by every change; whoever raises it holds the row until the transaction ends.</summary>
    public int Version { get; private set; }

    public const int LongestNote = 2000;

    /// <summary>The action of a link that moves the run on; its subject is the step.</summary>
    public const string Moved = "run.moved";

    public RunCalendar Calendar => new(Opens, AnswersDue, VerificationEnds, Publication, ReturnDays, Read(ReminderDays));

    internal List<RunEntry> Added { get; } = [];

    /// <summary>Why the run of an edition cannot be begun; null where it can.</summary>
    /// <param name="isRun">Whether it is being run already.</param>
    public static Refusal? WhyNotBegin(Actor actor, bool isRun)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return WhyNot(actor) ?? Refusal.If(isRun, "run-exists");
    }

    /// <summary>Why somebody cannot take or propose a step now; null where that is possible.</summary>
    public Refusal? WhyNot(Actor actor, RunStep step)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return WhyNot(actor) ?? WhyNot(step);
    }

    /// <summary>Begins the chain.</summary>
    public static EditionRun Begin(Actor actor, string edition, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var run = new EditionRun { Id = Guid.CreateVersion7(now), Edition = edition };
        run.Append(actor, "run.begun", edition, CanonicalHash.Of("run", edition), now);
        return run;
    }

    public Refusal? Schedule(Actor actor, RunCalendar calendar, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(calendar);
        if ((WhyNot(actor) ?? (State == RunState.Archived ? new Refusal("run-archived") : null) ?? calendar.WhyNot()) is { } refusal)
        {
            return refusal;
        }

        (RemindedAt, Opens) = (calendar.AnswersDue == AnswersDue ? RemindedAt : null, calendar.Opens);
        (AnswersDue, VerificationEnds, Publication) = (calendar.AnswersDue, calendar.VerificationEnds, calendar.Publication);
        (ReturnDays, ReminderDays) = (calendar.ReturnDays, Written(calendar.ReminderDays));
        Append(actor, "run.scheduled", Edition, calendar.ContentHash(), now);
        return null;
    }

    /// <summary>Takes a step that one person decides.</summary>
    public Refusal? Take(Actor actor, RunStep step, DateTimeOffset now)
    {
        if ((WhyNot(actor) ?? WhyNot(step) ?? Refusal.If(step.To() == RunState.Open && AnswersDue <= now, "run-due-past")) is { } refusal)
        {
            return refusal;
        }

        if (step.NeedsTwo())
        {
            return new("run-needs-two");
        }

        Move(actor, step, step.ToString(), now);
        return null;
    }

    /// <summary>Answering ends at its hour, decided by whoever set the hour.</summary>
    public bool CloseIfDue(DateTimeOffset now)
    {
        if (State != RunState.Open || AnswersDue is not { } due || now < due)
        {
            return false;
        }

        Move(Service, RunStep.CloseAnswering, RunStep.CloseAnswering.ToString(), now);
        return true;
    }

    /// <summary>The reminder that is due and was not sent yet, by its days before the end; null where none is. Of several that are due the last one only.</summary>
    public int? ReminderDue(DateTimeOffset now) =>
        State != RunState.Open || AnswersDue is not { } due || now >= due ? null
        : Read(ReminderDays).Where(days => now >= due.AddDays(-days) && (RemindedAt is null || days < RemindedAt)).Select(days => (int?)days).Min();

    /// <param name="days">Which reminder of the calendar it is; null for one that somebody sends by hand.</param>
    /// <param name="mails">How many people are written to; by hand somebody must be.</param>
    public Refusal? Remind(Actor actor, int? days, int mails, DateTimeOffset now)
    {
        if ((WhyNot(actor) ?? Refusal.Unless(State is RunState.Open or RunState.Verification, "run-not-now") ?? Refusal.If(mails == 0 && days is null, "run-nobody-to-remind")) is { } refusal)
        {
            return refusal;
        }

        RemindedAt = days ?? RemindedAt;
        Append(actor, "run.reminded", CanonicalHash.Number(mails), CanonicalHash.Of("reminded", CanonicalHash.Number(mails)), now);
        return null;
    }

    /// <summary>Why somebody who saw the run as it was decides on something else now; null where nothing happened since.</summary>
    /// <param name="seen">How many links the chain had then; null where nobody looked.</param>
    public Refusal? WhyChanged(Actor actor, int? seen) => WhyNot(actor) ?? Refusal.If(seen is { } length && length != ChainLength, "run-changed-meanwhile");

    /// <summary>In whose name the service itself acts, as when a date has come.</summary>
    public static Actor Service { get; } = new(Guid.Empty, "", Role.Administrator, null);

    private static Refusal? WhyNot(Actor actor) => actor.Role is Role.Administrator or Role.Analyst ? null : new("run-not-yours");

    private Refusal? WhyNot(RunStep step) => State == step.From() ? null : new("run-not-now");

    private void Move(Actor actor, RunStep step, string content, DateTimeOffset now)
    {
        State = step.To();
        Clear();
        Append(actor, Moved, step.ToString(), ContentOf(step, content), now);
    }

    internal static string ContentOf(RunStep step, string content) => CanonicalHash.Of("moved", step.ToString(), content);

    private void Clear() => (Proposed, ProposedBy, ProposedAt, ProposedContent, ProposedNote) = (null, null, null, null, null);

    private void Append(Actor actor, string action, string subject, string content, DateTimeOffset now)
    {
        var entry = RunEntry.After(Id, ChainLength + 1, ChainHead, now, actor.Id, action, subject, content);
        (ChainLength, ChainHead) = (entry.Sequence, entry.Hash);
        Added.Add(entry);
    }

    private static string Written(ImmutableArray<int> days) => string.Join(' ', days.Distinct().OrderDescending().Select(day => day.ToString(CultureInfo.InvariantCulture)));

    private static ImmutableArray<int> Read(string days) => [.. days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => int.Parse(day, CultureInfo.InvariantCulture))];
}
