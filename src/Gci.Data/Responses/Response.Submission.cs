using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Editions;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>The focal point certifies and submits. What is submitted is the state of all answers and evidence at this moment.</summary>
    /// <param name="blocking">How many things still have to be done before submission.</param>
    public Refusal? Certify(Actor actor, int blocking, IEnumerable<AnswerRevision> answers, IEnumerable<EvidenceItem> evidence, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (WhyClosed() is { } closed)
        {
            return closed;
        }

        if (!IsLedBy(actor) || Kind == ResponseKind.SelfAssessment)
        {
            return new("not-focal-point");
        }

        if (blocking > 0)
        {
            return new("not-complete", ("count", blocking));
        }

        Added.Add(Append(actor, "response.submitted", Id.ToString(), ContentOf(answers, evidence), now));
        (State, SubmittedBy, SubmittedAt) = (ResponseState.Submitted, actor.Id, now);
        return null;
    }

    /// <summary>One hash over all current answers and evidence, by code and id.</summary>
    internal static string ContentOf(IEnumerable<AnswerRevision> answers, IEnumerable<EvidenceItem> evidence) => CanonicalHash.Of(
    [
        .. answers.OrderBy(answer => answer.Question, StringComparer.Ordinal).Select(answer => answer.ContentHash()),
        .. evidence.Where(item => item.RemovedAt is null).OrderBy(item => item.Id.ToString(), StringComparer.Ordinal).Select(item => item.ContentHash()),
    ]);

    /// <summary>Why somebody may not open a response; null where that is allowed. A focal point opens the country's, respondents one of their own.</summary>
    public static Refusal? WhyNotOpen(Actor actor, Edition edition, ResponseKind kind)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(edition);
        return kind == ResponseKind.National && actor.Role != Role.FocalPoint ? new("not-focal-point-to-begin")
            : !actor.Role.IsRespondent() || actor.Country is null ? new("not-respondent")
            : edition.Questionnaire is null || !edition.Countries.ContainsKey(actor.Country) ? new("not-asked")
            : null;
    }

    /// <summary>Begins the chain.</summary>
    public static Response Open(Actor actor, string edition, string country, ResponseKind kind, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var response = new Response
        {
            Id = Guid.CreateVersion7(now),
            Edition = edition,
            Country = country,
            Kind = kind,
            OwnerId = kind == ResponseKind.SelfAssessment ? actor.Id : null,
            CreatedAt = now,
        };
        response.Added.Add(response.Append(actor, "response.opened", response.Id.ToString(), CanonicalHash.Of(edition, country, kind.ToString()), now));
        response.State = ResponseState.NotStarted;
        return response;
    }
}
