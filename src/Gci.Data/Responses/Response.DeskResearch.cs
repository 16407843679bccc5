using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Editions.Answers;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>Lets the country answer longer than the others; also where answering has ended for it already.</summary>
    public Refusal? Extend(Actor actor, DateTimeOffset until, DateTimeOffset now)
    {
        var refusal = WhyNotRun(actor)
            ?? Refusal.Unless(Kind == ResponseKind.National && State is ResponseState.NotStarted or ResponseState.InProgress or ResponseState.NoReply, "extension-not-now")
            ?? Refusal.If(until <= now, "extension-past");
        if (refusal is null)
        {
            ExtendedUntil = until;
            Move(actor, ReviewActions.Extended, CanonicalHash.Of("extended", CanonicalHash.Time(until)), now);
        }

        return refusal;
    }

    /// <summary>Answering has ended and the country did not submit. Nothing happens while it has an extension.</summary>
    public bool MissDeadline(Actor actor, DateTimeOffset now)
    {
        if (Kind != ResponseKind.National || State is not (ResponseState.NotStarted or ResponseState.InProgress) || ExtendedUntil > now)
        {
            return false;
        }

        ExtendedUntil = null;
        Move(actor, ReviewActions.NoReply, CanonicalHash.Of("no-reply"), now);
        return true;
    }

    /// <summary>Lets the country go on where it had not submitted, because answering is open for all again.</summary>
    public Refusal? Resume(Actor actor, DateTimeOffset now)
    {
        var refusal = WhyNotRun(actor) ?? Refusal.Unless(State == ResponseState.NoReply, "extension-not-now");
        if (refusal is null)
        {
            Move(actor, ReviewActions.Resumed, CanonicalHash.Of("resumed"), now);
        }

        return refusal;
    }

    /// <summary>
    /// Reviewers begin to answer from public sources, because the country did not submit. What it had written and not submitted is its own: that is
    /// set aside first, stays in the history that only the country reads, and can be taken up again from there when the research is offered.
    /// </summary>
    /// <param name="current">The answers that count, one a question.</param>
    /// <param name="present">The evidence that was not removed.</param>
    public Refusal? BeginResearch(Actor actor, IReadOnlyCollection<AnswerRevision> current, IReadOnlyCollection<EvidenceItem> present, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(present);
        var refusal = Refusal.Unless(actor.Role.IsSecretariat(), "run-not-yours") ?? Refusal.Unless(State == ResponseState.NoReply, "research-not-now");
        if (refusal is not null)
        {
            return refusal;
        }

        ResearchedAt ??= now;
        Move(actor, ReviewActions.ResearchBegun, CanonicalHash.Of("research", "begun"), now);
        foreach (var answer in current.Where(answer => answer.AsDraft() != AnswerDraft.Empty))
        {
            Appended(actor, answer.Question, AnswerDraft.Empty, $"set-aside-{answer.Question}", answer, now, Provenance.DeskResearch, null);
        }

        foreach (var item in present)
        {
            Remove(actor, item, now);
        }

        return null;
    }

    /// <summary>Offers what was found to the country, which may correct and confirm it until a day.</summary>
    public Refusal? Offer(Actor actor, DateTimeOffset due, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var refusal = !actor.Role.IsSecretariat() ? new("run-not-yours")
            : State != ResponseState.DeskResearch ? new("research-not-now")
            : due <= now ? new Refusal("return-due")
            : null;
        if (refusal is null)
        {
            ReturnDue = due;
            Move(actor, ReviewActions.ResearchOffered, CanonicalHash.Of("research", "offered", CanonicalHash.Time(due)), now);
        }

        return refusal;
    }

    /// <summary>The country confirms what was found, with its own corrections, which are then reviewed as any answer is.</summary>
    public Refusal? Validate(Actor actor, DateTimeOffset now)
    {
        var refusal = WhyNotLedBy(actor) ?? Refusal.Unless(State == ResponseState.Offered, "research-not-now");
        if (refusal is null)
        {
            (ValidatedAt, ReturnDue) = (now, null);
            Move(actor, ReviewActions.ResearchValidated, CanonicalHash.Of("research", "validated"), now);
        }

        return refusal;
    }

    /// <summary>
    /// Ends an offer to which the country said nothing: at its deadline by the service, or before by the secretariat. What the country wrote over the
    /// research and did not submit stays in the history that only the country reads; what was found stands again.
    /// </summary>
    /// <param name="current">The answers that count, one a question.</param>
    /// <param name="found">The last of the reviewers' own, one a question.</param>
    /// <param name="added">The evidence that the country added and that was not removed.</param>
    public Refusal? EndOffer(
        Actor actor, IReadOnlyCollection<AnswerRevision> current, IReadOnlyCollection<AnswerRevision> found, IReadOnlyCollection<EvidenceItem> added, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(added);
        var refusal = WhyNotRun(actor) ?? Refusal.Unless(State == ResponseState.Offered, "research-not-now");
        if (refusal is null)
        {
            var before = found.ToDictionary(answer => answer.Question, StringComparer.Ordinal);
            foreach (var answer in current.Where(answer => answer.Source != Provenance.DeskResearch))
            {
                Appended(
                    actor, answer.Question, before.GetValueOrDefault(answer.Question)?.AsDraft() ?? AnswerDraft.Empty, $"offer-ended-{answer.Question}", answer, now, Provenance.DeskResearch, null);
            }

            foreach (var item in added)
            {
                Remove(actor, item, now);
            }

            ReturnDue = null;
            Move(actor, ReviewActions.OfferEnded, CanonicalHash.Of("research", "ended"), now);
        }

        return refusal;
    }

    /// <summary>How the answers came about, as the published result says it.</summary>
    public AnswerSource Source => ResearchedAt is null ? AnswerSource.Questionnaire
        : ValidatedAt is null ? AnswerSource.DeskResearchNotValidated
        : AnswerSource.DeskResearchValidated;
}
