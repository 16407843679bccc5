using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Web.Answering;
using Gci.Web.Messages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.History;

/// <summary>
/// Which links of a chain a person may read. The focal point reads all; a contributor what belongs to the sections that are open; the
/// secretariat, once it is submitted, what was submitted: the drafts before it, suggestions and people stay within the country.
/// </summary>
internal sealed class HistorySight
{
    private readonly OpenedResponse _opened;
    private readonly HashSet<int> _submitted;
    private readonly HashSet<Guid> _attached;

    private HistorySight(OpenedResponse opened, HashSet<int> submitted, HashSet<Guid> attached) => (_opened, _submitted, _attached) = (opened, submitted, attached);

    private bool IsStaff => _opened.Actor.Role.IsSecretariat();

    /// <summary>Null where the response has no history for the person.</summary>
    internal static async Task<HistorySight?> OfAsync(GciDb db, OpenedResponse opened, CancellationToken cancel)
    {
        var isStaff = opened.Actor.Role.IsSecretariat();
        return isStaff && opened.Response is { SubmittedAt: null, ResearchedAt: null } || !opened.Pages().Any()
            ? null
            : !isStaff ? new(opened, [], [])
            : new(
                opened, [.. await db.CurrentAnswers(opened.Sight).Select(answer => answer.AuditSequence).ToListAsync(cancel)],
                [.. await db.Present(opened.Sight).Select(item => item.Id).ToListAsync(cancel)]);
    }

    // How reviewers go about it stays among them; that answers were returned or a review closed is known to the country.
    private static bool IsInternal(AuditEntry entry) =>
        entry.Action is ReviewActions.Assigned or ReviewActions.Unassigned or ReviewActions.Judged or ReviewActions.EvidenceJudged;

    internal bool Sees(AuditEntry entry, Matters matters)
    {
        if (IsInternal(entry))
        {
            return IsStaff && entry.Action is ReviewActions.Assigned or ReviewActions.Unassigned;
        }

        var question = matters.Question(entry, _opened);
        return question is null || (_opened.Sight.Reads(question) && _opened.RightOf(QuestionPage.Holding(_opened.Edition.Questionnaire!, question)) >= Right.View)
            ? IsStaff ? SeesAsStaff(entry, matters) : _opened.IsLed || SeesAsContributor(entry, matters, question)
            : false;
    }

    /// <summary>Whether the person reads how an answer came to be, not only how it was submitted.</summary>
    internal bool SeesDrafts => !IsStaff;

    private bool SeesAsContributor(AuditEntry entry, Matters matters, string? question) =>
        matters.Message(entry) is { } message ? _opened.Takes(message.Question, message.Audience)
        : question is not null || entry.Action.StartsWith("response.", StringComparison.Ordinal) || entry.Subject == _opened.Actor.Id.ToString();

    private bool SeesAsStaff(AuditEntry entry, Matters matters) => entry.Action.Split('.')[0] switch
    {
        "answer" => _submitted.Contains(entry.Sequence),
        "evidence" => entry.Action == AuditActions.EvidenceAdded && matters.Evidence(entry) is { } item && _attached.Contains(item.Id),
        "message" => matters.Message(entry) is { Audience: Audience.Secretariat },
        "response" or "review" or "return" or "research" or "class" => true,
        _ => false,
    };
}
