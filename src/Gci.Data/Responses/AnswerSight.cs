using Gci.Data.Accounts;
using Gci.Data.Reviews;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Responses;

/// <summary>
/// What of a response's words reaches one person, question by question. Everything that is shown or sent of answers, evidence, remarks and verdicts asks
/// here and nowhere else; the table itself is <see cref="ClassTable"/>. Whether a section is open to somebody at all is a matter of rights.
/// </summary>
public sealed class AnswerSight
{
    private readonly Response _response;
    private readonly Edition _edition;
    private readonly Actor _actor;
    private readonly HashSet<string> _pillars;
    private readonly IReadOnlyDictionary<string, Confidentiality>? _raised;

    private AnswerSight(Response response, Edition edition, Actor actor, HashSet<string> pillars, IReadOnlyDictionary<string, Confidentiality>? raised) =>
        (_response, _edition, _actor, _pillars, _raised) = (response, edition, actor, pillars, raised);

    /// <param name="assignments">Those of the response that have not ended.</param>
    /// <param name="raised">The classes that the country gave its answers.</param>
    public static AnswerSight Of(
        Response response, Edition edition, Actor actor, IEnumerable<Assignment> assignments, IReadOnlyDictionary<string, Confidentiality> raised)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new(response, edition, actor, [.. assignments.Where(row => row.ReviewerId == actor.Id && row.EndedAt is null).Select(row => row.Pillar)], raised);
    }

    /// <summary>Of somebody of whom nothing more is known: of the secretariat, nobody reads anything by it.</summary>
    public static AnswerSight Unknown(Response response, Edition edition, Actor actor) => new(response, edition, actor, [], null);

    public static async Task<AnswerSight> LoadAsync(GciDb db, Response response, Edition edition, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Role.IsSecretariat())
        {
            return Unknown(response, edition, actor);
        }

        var pillars = await db.Assignments.Where(row => row.ResponseId == response.Id && row.ReviewerId == actor.Id && row.EndedAt == null).Select(row => row.Pillar).ToListAsync(cancel);
        return new(response, edition, actor, [.. pillars], await db.RaisedAsync(response.Id, cancel));
    }

    /// <summary>The same for several responses of any edition, by their ids, in a fixed number of queries.</summary>
    public static async Task<IReadOnlyDictionary<Guid, AnswerSight>> LoadAsync(
        GciDb db, IReadOnlyCollection<Response> responses, Func<string, Edition> editionOf, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(editionOf);
        Guid[] ids = [.. responses.Select(response => response.Id)];
        var assignments = (await db.Assignments.AsNoTracking().Where(row => ids.Contains(row.ResponseId) && row.ReviewerId == actor.Id && row.EndedAt == null).ToListAsync(cancel))
            .ToLookup(row => row.ResponseId);
        var raised = await db.RaisedAsync(ids, cancel);
        return responses.ToDictionary(response => response.Id, response => Of(
            response, editionOf(response.Edition), actor, assignments[response.Id], raised[response.Id].ToDictionary(pair => pair.Question, pair => pair.Class, StringComparer.Ordinal)));
    }

    /// <summary>While an offer waits for the country, the secretariat reads what reviewers found, not what the country writes over it and has not submitted.</summary>
    public bool ReadsResearchOnly => _actor.Role.IsSecretariat() && _response.State == ResponseState.Offered;

    internal Guid Response => _response.Id;

    /// <summary>Who the person is to the answers of a pillar.</summary>
    public Reader ReaderOf(string pillar) =>
        !_actor.Role.IsSecretariat() ? (_response.IsKnownTo(_actor) ? Reader.Country : Reader.Outsider)

        // Whoever looks for answers in public sources reads what was found: nobody has confided it.
        : _pillars.Contains(pillar) || (_response.State == ResponseState.DeskResearch && _response.RightOf(_actor, [], pillar, pillar) == Right.Edit) ? Reader.NamedReviewer
        : Reader.OtherStaff;

    /// <summary>Whether the words of an answer, and all that was said about it, reach the person.</summary>
    public bool Reads(string question) =>
        (_raised is null && _actor.Role.IsSecretariat() ? Confidentiality.Restricted : _edition.ClassOf(question, _raised)).Reaches(ReaderOf(PillarOf(question)));

    /// <summary>The same where the matter may be the whole response.</summary>
    public bool ReadsAbout(string? question) => question is null || Reads(question);

    /// <summary>The answer as the person may see it.</summary>
    public AnswerRevision? Of(AnswerRevision? answer) => answer is null || Reads(answer.Question) ? answer : answer.Withheld();

    /// <summary>The verdict as the person may see it.</summary>
    public Verdict Of(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Reads(verdict.Question) ? verdict : verdict.Withheld();
    }

    /// <summary>Whether a finding says no more than that there is no answer, or is about an answer that the person reads.</summary>
    public bool Shows(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Kind is FindingKind.Unanswered or FindingKind.Unconfirmed || Reads(finding.Question);
    }

    private string PillarOf(string question) =>
        _edition.Questionnaire!.Sections.Select(section => section.Pillar).FirstOrDefault(pillar => question.StartsWith($"{pillar}-", StringComparison.Ordinal)) ?? "";
}
