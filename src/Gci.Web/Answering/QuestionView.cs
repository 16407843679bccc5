using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Answering;

/// <summary>A question as its partial pages show it to one person.</summary>
/// <param name="Problems">What of the form that was sent could not be done for the question; what was typed for it is shown again.</param>
/// <param name="Form">The form that was sent; null where the page is only read.</param>
public sealed record QuestionView(SectionContent Content, Question Question, InterfaceTexts Texts, IReadOnlyList<FormProblem> Problems, IFormCollection? Form)
{
    public string Code => Question.Code;

    public Wording Wording { get; } = Content.Opened.Edition.In(Texts.Language);

    /// <summary>Null where the question was never answered.</summary>
    public AnswerRevision? Current => Content.Sheet.Current(Question);

    /// <summary>The revision that the fields were made from. What was typed before keeps its own until the person saw the other answer.</summary>
    public int Revision => ShowsForm && Theirs is null && Form is not null && FormAnswers.BaseRevision(Form, Question) is { } seen ? seen : Current?.Revision ?? 0;

    /// <summary>Whether the whole form was sent back as it came.</summary>
    public bool IsSentBack { get; init; }

    /// <summary>Why it is not asked.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether what was just typed could not be saved.</summary>
    public bool ShowsForm => Form is not null && FormAnswers.BaseRevision(Form, Question) is not null && (IsSentBack || Problems.Any(problem => problem.Part is "answer"));

    /// <summary>Whether it is asked, as the other answers stand.</summary>
    public bool IsActive => Content.Sheet.Answers.IsActive(Code);

    /// <summary>Whether there are fields at all: for answers, or for suggestions.</summary>
    public bool HasFields => CanEdit || Content.Suggests(Question);

    /// <summary>Whether the person changes the answer and its evidence.</summary>
    public bool CanEdit => Content.Edits(Question);

    /// <summary>The person's own suggestion that waits for a decision.</summary>
    public Suggestion? Waiting => Content.Suggests(Question) && Content.Mine(Question) is { State: SuggestionState.Open } mine ? mine : null;

    /// <summary>What was decided on the person's last suggestion.</summary>
    public Suggestion? Decided => Content.Mine(Question) is { State: SuggestionState.Accepted or SuggestionState.Declined } mine ? mine : null;

    /// <summary>What the fields show: what was just typed where it could not be saved, one's own suggestion, or the answer.</summary>
    public AnswerDraft Draft => ShowsForm ? FormAnswers.Draft(Form!, Question, Content.Opened.Edition) : Waiting?.AsDraft() ?? Current?.AsDraft() ?? AnswerDraft.Empty;

    public AnswerRevision? Theirs => Problems.FirstOrDefault(problem => problem.Theirs is not null)?.Theirs;

    /// <summary>Whether there is an answer that does not reach the person.</summary>
    public bool IsWithheld => Current?.IsWithheld == true;

    /// <summary>Who reads the answer: what the question says, or stricter where the country wants it.</summary>
    public Confidentiality Class => Content.Opened.Edition.ClassOf(Code, Content.Raised);

    /// <summary>Whether the person may make the class stricter.</summary>
    public bool CanClassify => CanEdit && Content.Opened.Response.Kind == ResponseKind.National && Content.Opened.Actor.Role.IsRespondent();

    public int EvidenceNeeded => IsWithheld ? 0 : Completeness.EvidenceWanted(Question, Content.Sheet.Answers.Active(Code));

    /// <summary>Why a part of the form was not done.</summary>
    public string? Mistake(string part) =>
        Problems.FirstOrDefault(problem => problem.Part == part) is { } problem ? Texts.Of(problem.Refusal, Content.Opened.Edition) : null;

    /// <summary>What was typed into a field of a part that was not done.</summary>
    public string? Typed(string part, string field) => !IsSentBack && Mistake(part) is null ? null : Form?[$"{Code}.{part}.{field}"].ToString();

    public bool IsTicked(string option) => Draft.Value?.Split(';', StringSplitOptions.TrimEntries).Contains(option) == true;

    /// <summary>An answer in words.</summary>
    public string Words(AnswerDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var (edition, text) = (Content.Opened.Edition, draft.Value);
        return draft.IsNotApplicable ? Texts.Say("answer.not-applicable-because", ("reason", draft.Reason))
            : text is null ? Texts["answer.none"]
            : AnswerParser.Parse(Question, text, edition.Countries.Keys.ToHashSet(StringComparer.Ordinal), edition.ReferenceDate).Answer is { } answer
                ? AnswerWording.Of(answer, Question, Wording, edition)
                : text;
    }

    public string When(DateTimeOffset at) => Texts.Moment(at);
}
