using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Editions;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>The focal point certifies and submits. What is submitted is the state of all answers and evidence at this moment.</summary>
    /// <param name="completeness">What is still to be done in the same state.</param>
    public Refusal? Certify(Actor actor, Certificate certificate, Dossier dossier, Completeness completeness, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(completeness);
        var content = dossier.Content();
        if ((WhyClosed() ?? Refusal.If(State is ResponseState.DeskResearch or ResponseState.Offered, "not-yours-to-certify")) is { } closed)
        {
            return closed;
        }

        var refusal = !IsLedBy(actor) || Kind == ResponseKind.SelfAssessment ? new("not-focal-point")
            : certificate.Content != content ? new("changed-since-shown")
            : completeness.Blocking > 0 ? new("not-complete", ("count", completeness.Blocking))
            : certificate.Mistakes(completeness.Unanswered).FirstOrDefault();
        if (refusal is not null)
        {
            return refusal;
        }

        (CertifiedName, CertifiedOffice) = (certificate.Name!.Trim(), certificate.Office!.Trim());
        (CertifiedUnanswered, CertifiedHash) = (certificate.Unanswered, content);
        Move(actor, Submission, CertifiedContent()!, now);
        (SubmittedBy, SubmittedAt, ExtendedUntil) = (actor.Id, now, null);
        return null;
    }

    /// <summary>Whether it is one that a focal point certifies now.</summary>
    public bool WaitsForCertificate => Kind == ResponseKind.National && State is ResponseState.NotStarted or ResponseState.InProgress;

    /// <summary>The action of the link that a certification adds to the chain.</summary>
    public const string Submission = "response.submitted";

    /// <summary>The hash of the certificate as it stands; null before submission.</summary>
    internal string? CertifiedContent() => CertifiedHash is null ? null
        : Certificate.HashOf(CertifiedHash, CertifiedName ?? "", CertifiedOffice ?? "", CertifiedUnanswered ?? 0);

    /// <summary>One hash over answers and evidence, by code and id, with the bytes of files.</summary>
    internal static string ContentOf(IEnumerable<AnswerRevision> answers, IEnumerable<EvidenceItem> evidence, Func<EvidenceItem, StoredFile?> fileOf) => CanonicalHash.Of(
    [
        .. answers.OrderBy(answer => answer.Question, StringComparer.Ordinal).Select(answer => answer.ContentHash()),
        .. evidence.OrderBy(item => item.Id.ToString(), StringComparer.Ordinal).Select(item => item.ContentHash(fileOf(item))),
    ]);

    /// <summary>Why somebody may not open a response; null where that is allowed. A focal point opens the country's, respondents one of their own.</summary>
    public static Refusal? WhyNotOpen(Actor actor, Edition edition, ResponseKind kind)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(edition);
        return kind == ResponseKind.National && actor.Role != Role.FocalPoint ? new("not-focal-point-to-begin")
            : !actor.Role.IsRespondent() || actor.Country is null ? new("not-respondent")
            : edition.Questionnaire is null || !edition.Countries.ContainsKey(actor.Country) ? new("not-asked")
            : edition.IsDrafted ? new("edition-drafted")
            : null;
    }

    /// <summary>Why somebody may not open a response in a country's name; null where that is allowed.</summary>
    public static Refusal? WhyNotOpenFor(Actor actor, Edition edition, string country)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(edition);
        return WhyNotRun(actor) ?? Refusal.If(edition.Questionnaire is null || !edition.Countries.ContainsKey(country), "not-asked") ?? Refusal.If(edition.IsDrafted, "edition-drafted");
    }

    /// <summary>What the first link of the chain keeps.</summary>
    internal string OpenedContent() => CanonicalHash.Of(Edition, Country, Kind.ToString());

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
        response.Added.Add(response.Append(actor, ReviewActions.Opened, response.Id.ToString(), response.OpenedContent(), now));
        response.State = ResponseState.NotStarted;
        return response;
    }
}
