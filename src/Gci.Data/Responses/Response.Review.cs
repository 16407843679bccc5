using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Reviews;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>Says what the evidence of an answer proves. The answer itself never changes by it.</summary>
    /// <param name="current">The answer that counts; null where there is none.</param>
    /// <param name="last">The seat's last verdict on the question; null before the first.</param>
    /// <param name="seen">The revision of that verdict that the reviewer saw; 0 where there was none.</param>
    /// <param name="assignments">The reviewer's assignments on this response.</param>
    public Refusal? Judge(
        Actor actor, ReviewSeat seat, string pillar, string question, VerdictDraft draft, AnswerRevision? current, Verdict? last, int seen, IEnumerable<Assignment> assignments,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var refusal = WhyNotReview(actor, assignments, pillar, seat)
            ?? Refusal.Unless((last?.Revision ?? 0) == seen, "verdict-changed")
            ?? WhyNot(draft, current);
        if (refusal is not null)
        {
            return refusal;
        }

        if (State == ResponseState.Submitted)
        {
            Move(actor, ReviewActions.Begun, CanonicalHash.Of("review", Id.ToString()), now);
        }

        var verdict = new Verdict
        {
            ResponseId = Id,
            Question = question,
            Seat = seat,
            Revision = seen + 1,
            Kind = draft.Kind,
            AnswerRevision = current?.Revision ?? 0,
            Proven = draft.Kind == VerdictKind.PartlyVerified ? draft.Proven : null,
            Note = Tidy(draft.Note),
            By = actor.Id,
            At = now,
            AuditSequence = ChainLength + 1,
        };
        Added.Add(Append(actor, ReviewActions.Judged, question, verdict.ContentHash(), now));
        Added.Add(verdict);
        return null;
    }

    /// <summary>Says what is found about one piece of evidence.</summary>
    public Refusal? Judge(
        Actor actor, ReviewSeat seat, string pillar, EvidenceItem item, EvidenceFinding finding, EvidenceVerdict? last, IEnumerable<Assignment> assignments, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(finding);
        if ((WhyNotReview(actor, assignments, pillar, seat) ?? WhyNotNote(finding.Note)) is { } refusal)
        {
            return refusal;
        }

        if (State == ResponseState.Submitted)
        {
            Move(actor, ReviewActions.Begun, CanonicalHash.Of("review", Id.ToString()), now);
        }

        var verdict = new EvidenceVerdict
        {
            EvidenceId = item.Id,
            ResponseId = Id,
            Seat = seat,
            Revision = (last?.Revision ?? 0) + 1,
            IsReachable = finding.IsReachable,
            IsRelevant = finding.IsRelevant,
            IsInForce = finding.IsInForce,
            IsInsufficient = finding.IsInsufficient,
            IsDuplicate = finding.IsDuplicate,
            Note = Tidy(finding.Note),
            By = actor.Id,
            At = now,
            AuditSequence = ChainLength + 1,
        };
        Added.Add(Append(actor, ReviewActions.EvidenceJudged, item.Id.ToString(), verdict.ContentHash(), now));
        Added.Add(verdict);
        return null;
    }

    /// <summary>The verdict that was given last since the response was loaded.</summary>
    public Verdict LastVerdict() => Added.OfType<Verdict>().Last();

    /// <summary>What was found last about a piece of evidence since the response was loaded.</summary>
    public EvidenceVerdict LastEvidenceVerdict() => Added.OfType<EvidenceVerdict>().Last();

    /// <summary>Ends the review, once every question that is asked is settled.</summary>
    /// <param name="unsettled">How many are not.</param>
    public Refusal? CloseReview(Actor actor, IEnumerable<Assignment> assignments, int unsettled, DateTimeOffset now)
    {
        var refusal = WhyNotReviewAtAll(actor, assignments)
            ?? Refusal.Unless(State is ResponseState.Submitted or ResponseState.UnderReview, "review-not-now")
            ?? Refusal.If(unsettled > 0, "review-not-settled", ("count", unsettled));
        if (refusal is null)
        {
            Move(actor, ReviewActions.Closed, CanonicalHash.Of("review", Id.ToString(), "closed"), now);
        }

        return refusal;
    }

    /// <summary>Takes a closed review up again: before the freeze, or after publication for a correction.</summary>
    /// <param name="isFrozen">Whether what counts must not change now.</param>
    public Refusal? ReopenReview(Actor actor, bool isFrozen, DateTimeOffset now)
    {
        var refusal = WhyNotRun(actor) ?? Refusal.Unless(State == ResponseState.Closed && !isFrozen, "review-not-now");
        if (refusal is null)
        {
            Move(actor, ReviewActions.Reopened, CanonicalHash.Of("review", Id.ToString(), "reopened"), now);
        }

        return refusal;
    }

    private static Refusal? WhyNotRun(Actor actor) => actor.Role is Role.Administrator or Role.Analyst ? null : new("run-not-yours");

    private static Refusal? WhyNotReviewAtAll(Actor actor, IEnumerable<Assignment> assignments) =>
        WhyNotRun(actor) is null || assignments.Any(assignment => assignment.ReviewerId == actor.Id && assignment.EndedAt is null) ? null : new("review-not-yours");

    private Refusal? WhyNotReview(Actor actor, IEnumerable<Assignment> assignments, string pillar, ReviewSeat seat) =>
        !assignments.Any(assignment => assignment.ResponseId == Id && assignment.ReviewerId == actor.Id && assignment.EndedAt is null && assignment.Pillar == pillar && assignment.Seat == seat)
            ? new("review-not-yours")
        : State is ResponseState.Submitted or ResponseState.UnderReview ? null
        : new("review-not-now");

    private static Refusal? WhyNot(VerdictDraft draft, AnswerRevision? current) =>
        draft.Kind is VerdictKind.Verified or VerdictKind.PartlyVerified && current is not { Value: not null } ? new("verdict-without-answer")
        : draft.Kind == VerdictKind.PartlyVerified && draft.Proven is null ? new("verdict-proven")
        : draft.Kind == VerdictKind.PartlyVerified && draft.Proven == current!.Value ? new("verdict-proven")
        : WhyNotNote(draft.Note);

    private static Refusal? WhyNotNote(string? note) => note is { Length: > VerdictDraft.LongestNote } ? new("verdict-note", ("maximum", VerdictDraft.LongestNote)) : null;

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
