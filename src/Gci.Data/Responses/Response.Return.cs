using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Reviews;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>Sends questions back to the country: only these can be changed then.</summary>
    /// <param name="current">The answer that counts, by question; null where there is none.</param>
    public Refusal? Return(
        Actor actor, IReadOnlyCollection<ReturnDraft> drafts, Func<string, AnswerRevision?> current, IEnumerable<Assignment> assignments, DateTimeOffset due, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(current);
        var refusal = WhyNotReviewAtAll(actor, assignments)
            ?? Refusal.Unless(State is ResponseState.Submitted or ResponseState.UnderReview, "review-not-now")
            ?? Refusal.If(drafts.Count == 0, "return-nothing")
            ?? Refusal.If(due <= now, "return-due")
            ?? Refusal.If(drafts.Any(draft => string.IsNullOrWhiteSpace(draft.Reason) || draft.Reason.Length > LongestMessage), "message-length", ("maximum", LongestMessage));
        if (refusal is not null)
        {
            return refusal;
        }

        var round = ReturnRound + 1;
        foreach (var draft in drafts)
        {
            var returned = new ReturnedQuestion
            {
                Id = Guid.CreateVersion7(now),
                ResponseId = Id,
                Round = round,
                Question = draft.Question,
                Reason = draft.Reason!.ReplaceLineEndings("\n").Trim(),
                HasProposal = draft.Proposal is not null,
                Value = draft.Proposal?.Value,
                IsNotApplicable = draft.Proposal?.IsNotApplicable ?? false,
                NotApplicableReason = draft.Proposal?.Reason,
                AnswerRevision = current(draft.Question)?.Revision ?? 0,
                By = actor.Id,
                At = now,
            };
            Added.Add(Append(actor, ReviewActions.Questioned, returned.Id.ToString(), returned.ContentHash(), now));
            Added.Add(returned);
        }

        (ReturnRound, ReturnDue, Unlocked) = (round, due, string.Join(' ', drafts.Select(draft => draft.Question)));
        Move(actor, ReviewActions.Returned, CanonicalHash.Of("returned", CanonicalHash.Number(round), Unlocked, CanonicalHash.Time(due)), now);
        return null;
    }

    /// <summary>The country takes over what the reviewers propose; it becomes the country's own answer.</summary>
    public SaveOutcome Accept(Actor actor, ReturnedQuestion returned, AnswerRevision? current, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(returned);
        if ((WhyNotSettle(actor, returned) ?? (returned.HasProposal ? null : new("return-no-proposal"))) is { } refusal)
        {
            return new SaveOutcome.Refused(refusal);
        }

        var outcome = Record(
            actor, returned.Question, returned.Proposal(current?.Comment)!, current?.Revision ?? 0, $"return-{returned.Id}", current, null, now, Provenance.ReviewerProposal);
        if (outcome is SaveOutcome.Saved)
        {
            Settle(actor, returned, ReturnOutcome.Accepted, null, now);
        }

        return outcome;
    }

    /// <summary>The country stands by its answer and says why.</summary>
    public Refusal? StandBy(Actor actor, ReturnedQuestion returned, string? why, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(returned);
        var refusal = WhyNotSettle(actor, returned)
            ?? Refusal.If(string.IsNullOrWhiteSpace(why) || why.Length > LongestMessage, "message-length", ("maximum", LongestMessage));
        if (refusal is null)
        {
            Settle(actor, returned, ReturnOutcome.Objected, why!.ReplaceLineEndings("\n").Trim(), now);
        }

        return refusal;
    }

    /// <summary>Sends the response to the secretariat again, once every question that was sent back is dealt with.</summary>
    /// <param name="returned">The questions of the present round.</param>
    /// <param name="isChanged">Whether the answer or the evidence of a question changed since it was sent back.</param>
    public Refusal? Resubmit(Actor actor, IReadOnlyCollection<ReturnedQuestion> returned, Func<ReturnedQuestion, bool> isChanged, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(returned);
        ArgumentNullException.ThrowIfNull(isChanged);
        if ((WhyNotLedBy(actor) ?? (State == ResponseState.Returned ? null : new("return-nothing-open"))) is { } refusal)
        {
            return refusal;
        }

        var open = returned.Where(question => question.Outcome == ReturnOutcome.Open).ToList();
        if (open.Count(question => !isChanged(question)) is > 0 and var untouched)
        {
            return new("return-undecided", ("count", untouched));
        }

        foreach (var question in open)
        {
            Settle(actor, question, ReturnOutcome.Corrected, null, now);
        }

        EndReturn(actor, ReviewActions.Resubmitted, now);
        return null;
    }

    /// <summary>Ends a return to which the country said nothing more: at its deadline by the service, or before by the secretariat.</summary>
    public Refusal? EndReturn(Actor actor, IReadOnlyCollection<ReturnedQuestion> returned, Func<ReturnedQuestion, bool> isChanged, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(returned);
        ArgumentNullException.ThrowIfNull(isChanged);
        if ((WhyNotRun(actor) ?? (State == ResponseState.Returned ? null : new("return-nothing-open"))) is { } refusal)
        {
            return refusal;
        }

        foreach (var question in returned.Where(question => question.Outcome == ReturnOutcome.Open))
        {
            Settle(actor, question, isChanged(question) ? ReturnOutcome.Corrected : ReturnOutcome.Expired, null, now);
        }

        EndReturn(actor, ReviewActions.ReturnEnded, now);
        return null;
    }

    private void EndReturn(Actor actor, string action, DateTimeOffset now)
    {
        (ReturnDue, Unlocked) = (null, "");
        Move(actor, action, CanonicalHash.Of("return", CanonicalHash.Number(ReturnRound), action), now);
    }

    private Refusal? WhyNotSettle(Actor actor, ReturnedQuestion returned) => WhyNotLedBy(actor)
        ?? Refusal.Unless(State == ResponseState.Returned && returned.Round == ReturnRound, "return-nothing-open")
        ?? Refusal.Unless(returned.Outcome == ReturnOutcome.Open, "return-decided");

    private void Settle(Actor actor, ReturnedQuestion returned, ReturnOutcome outcome, string? objection, DateTimeOffset now)
    {
        (returned.Outcome, returned.Objection, returned.DecidedBy, returned.DecidedAt) = (outcome, objection, actor.Id, now);
        Added.Add(Append(actor, ReviewActions.ReturnSettled, returned.Id.ToString(), returned.DecisionHash(), now));
    }
}
