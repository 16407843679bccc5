using Gci.Data.Accounts;
using Gci.Data.Auditing;

namespace Gci.Data.Runs;

public sealed partial class EditionRun
{
    /// <summary>Proposes a step that a second person must confirm, for exactly this content.</summary>
    public Refusal? Propose(Actor actor, RunStep step, string content, string? note, DateTimeOffset now)
    {
        if ((WhyNot(actor) ?? WhyNot(step) ?? WhyNotNote(step, note)) is { } refusal)
        {
            return refusal;
        }

        if (!step.NeedsTwo())
        {
            return new("run-needs-one");
        }

        (Proposed, ProposedBy, ProposedAt) = (step, actor.Id, now);
        (ProposedContent, ProposedNote) = (content, string.IsNullOrWhiteSpace(note) ? null : note.ReplaceLineEndings("\n").Trim());
        Append(actor, "run.proposed", step.ToString(), CanonicalHash.Of("step", step.ToString(), content, ProposedNote), now);
        return null;
    }

    /// <summary>Confirms what another person proposed, if it still is what was proposed.</summary>
    public Refusal? Confirm(Actor actor, RunStep step, string content, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (WhyNot(actor) is { } refusal)
        {
            return refusal;
        }

        if (Proposed != step || WhyNot(step) is not null)
        {
            return new("run-nothing-proposed");
        }

        if (ProposedBy == actor.Id)
        {
            return new("run-second-person");
        }

        if (ProposedContent != content)
        {
            return new("run-changed-since");
        }

        Move(actor, step, content, now);
        return null;
    }

    /// <summary>Takes a proposal back; anybody who could make one may.</summary>
    public Refusal? Withdraw(Actor actor, DateTimeOffset now)
    {
        if ((WhyNot(actor) ?? Refusal.If(Proposed is null, "run-nothing-proposed")) is { } refusal)
        {
            return refusal;
        }

        Append(actor, "run.withdrawn", Proposed!.Value.ToString(), CanonicalHash.Of("withdrawn", Proposed.Value.ToString()), now);
        Clear();
        return null;
    }

    private static Refusal? WhyNotNote(RunStep step, string? note) =>
        note is { Length: > LongestNote } || (step == RunStep.Correct && string.IsNullOrWhiteSpace(note)) ? new("run-note", ("maximum", LongestNote)) : null;
}
