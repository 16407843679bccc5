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

    /// <summary>Reviewers begin to answer from public sources, because the country did not submit.</summary>
    public Refusal? BeginResearch(Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var refusal = actor.Role.IsSecretariat() ? (State == ResponseState.NoReply ? null : new("research-not-now")) : new Refusal("run-not-yours");
        if (refusal is null)
        {
            ResearchedAt ??= now;
            Move(actor, ReviewActions.ResearchBegun, CanonicalHash.Of("research", "begun"), now);
        }

        return refusal;
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

    /// <summary>Ends an offer to which the country said nothing: at its deadline by the service, or before by the secretariat.</summary>
    public Refusal? EndOffer(Actor actor, DateTimeOffset now)
    {
        var refusal = WhyNotRun(actor) ?? Refusal.Unless(State == ResponseState.Offered, "research-not-now");
        if (refusal is null)
        {
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
