using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires;
using Gci.Web.Answering;

namespace Gci.Web.Offline;

/// <summary>What would change in a response, for somebody to look at before anything is saved.</summary>
public sealed record Preview(Origin Origin, ImmutableArray<PreviewRow> Rows)
{
    public IEnumerable<PreviewRow> Of(RowKind kind) => Rows.Where(row => row.Kind == kind);

    /// <summary>Whether anything can be saved.</summary>
    public bool HasChoice => Rows.Any(row => row.Kind is RowKind.Change or RowKind.Suggestion or RowKind.Conflict);

    /// <summary>Holds what is brought against the response as it is now and against what the person may do in it.</summary>
    public static Preview Build(OpenedResponse opened, PresentAnswers now, QuestionnaireCopy copy, IEnumerable<ReturnedAnswer> brought, Origin origin)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(origin);
        var pages = QuestionPage.Of(opened.Edition.Questionnaire!).SelectMany(page => page.Questions().Select(question => (question, page)))
            .ToDictionary(pair => pair.question.Code, pair => pair, StringComparer.Ordinal);
        var changes = WorkbookChanges.Of(copy, brought).Answers.Where(change => change.Kind != ChangeKind.Unchanged);
        return new(origin, [.. changes.Select(change => Row(opened, now, pages[change.Code].question, opened.RightOf(pages[change.Code].page), change, origin))]);
    }

    private static PreviewRow Row(OpenedResponse opened, PresentAnswers now, Question question, Right right, AnswerChange change, Origin origin)
    {
        var isSuggestion = right == Right.Suggest || (origin.Kind == OriginKind.SelfAssessment && change.Proposed.IsTouched && now.Answer(question.Code) is { IsAnswered: true, NeedsConfirmation: false });
        if (right < Right.Suggest || (right == Right.Suggest && !change.Proposed.IsTouched))
        {
            return new(question, RowKind.NotYours, change, null, null, null);
        }

        if (opened.Response.WhyClosed(question.Code) is not null)
        {
            return new(question, RowKind.Locked, change, null, null, null);
        }

        if (isSuggestion)
        {
            // A suggestion is about the answer alone; links and confirmations are for those who may edit.
            change = change with { Proposed = change.Proposed with { AreLinksTouched = false, IsConfirmed = false } };
        }

        var (mistake, place) = Mistake(opened, now, question, change.Proposed);
        return new(
            question,
            mistake is not null ? RowKind.Wrong : isSuggestion ? RowKind.Suggestion : change.Kind == ChangeKind.Conflicting ? RowKind.Conflict : RowKind.Change,
            change, mistake, place, change.Kind == ChangeKind.Conflicting ? now.LastChange(question.Code) : null);
    }

    private static (Refusal? Mistake, string? Place) Mistake(OpenedResponse opened, PresentAnswers now, Question question, ReturnedAnswer proposed)
    {
        if (proposed.IsTouched && AnswerChecks.Check(opened.Edition, question, proposed.Draft()).Refusal is { } refusal)
        {
            var isReason = refusal.Code.StartsWith("reason-", StringComparison.Ordinal) || proposed.Answer.Reason?.Length > AnswerChecks.LongestRemark;
            return (refusal, isReason ? proposed.Places?.Reason : refusal.Code.StartsWith("remark-", StringComparison.Ordinal) ? proposed.Places?.Comment : proposed.Places?.Value);
        }

        if (proposed.AreLinksTouched && LinkPlan.Of(question, now.Evidence(question.Code), proposed.Links()) is { Refusal: { } wrong, At: var at })
        {
            return (wrong, proposed.Places is { } places && at < places.Links.Length ? places.Links[at] : null);
        }

        return (null, null);
    }
}

/// <summary>What would become of one question.</summary>
/// <param name="Mistake">Why it cannot be saved.</param>
/// <param name="Place">Sheet and cell of what is wrong; null where it comes from no workbook.</param>
/// <param name="Theirs">For a conflict: who changed the answer in the service, and when.</param>
public sealed record PreviewRow(Question Question, RowKind Kind, AnswerChange Change, Refusal? Mistake, string? Place, LastChange? Theirs)
{
    public string Code => Question.Code;
}

/// <summary>What becomes of a row.</summary>
public enum RowKind
{
    Change,

    /// <summary>Somebody changed it in the service too; the person chooses.</summary>
    Conflict,

    /// <summary>It would be put beside the answer.</summary>
    Suggestion,

    /// <summary>The person may not change it.</summary>
    NotYours,

    /// <summary>The response was sent back with other questions, and nothing else can be changed.</summary>
    Locked,

    /// <summary>It is not something that can be saved.</summary>
    Wrong,
}

internal static class Brought
{
    internal static AnswerDraft Draft(this ReturnedAnswer row) => new(row.Answer.Value, row.Answer.IsNotApplicable, row.Answer.Reason, row.Answer.Comment);

    internal static IReadOnlyList<EvidenceDraft> Links(this ReturnedAnswer row) => [.. row.Answer.Links.Select(link => new EvidenceDraft(link.Kind, link.Title, null, link.Url))];
}
