using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Data.Responses;

/// <summary>Checks a draft against its question before anything is kept.</summary>
public static class AnswerChecks
{
    public const int LongestRemark = 4000;

    /// <summary>
    /// The draft with empty texts as none and line ends as <c>\n</c>, or what is wrong with it. Where the value is not one that the question
    /// takes, the refusal holds the parser's English sentence as <c>detail</c>.
    /// </summary>
    public static (AnswerDraft Draft, Refusal? Refusal) Check(Edition edition, Question question, AnswerDraft draft)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(draft);
        var tidy = new AnswerDraft(Tidy(draft.Value), draft.IsNotApplicable, Tidy(draft.Reason), Tidy(draft.Comment));
        var refusal = tidy.IsNotApplicable && tidy.Value is not null ? new("answer-and-not-applicable", ("question", question.Code))
            : tidy.IsNotApplicable && tidy.Reason is null ? new("reason-missing", ("question", question.Code))
            : !tidy.IsNotApplicable && tidy.Reason is not null ? new("reason-alone", ("question", question.Code))
            : Mistake(tidy.Reason) ?? Mistake(tidy.Comment) ?? NoAnswer(edition, question, tidy.Value);
        return (tidy, refusal);
    }

    private static Refusal? NoAnswer(Edition edition, Question question, string? value) =>
        value is not null && AnswerParser.Parse(question, value, edition.CountryCodes(), edition.ReferenceDate).Sentence is { } sentence
            ? new("not-an-answer", ("question", question.Code), ("detail", sentence))
            : null;

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    private static Refusal? Mistake(string? text) =>
        text is null ? null
        : text.Length > LongestRemark ? new("remark-length", ("maximum", LongestRemark))
        : text.Any(letter => char.IsControl(letter) && letter is not '\n' and not '\t') ? new("remark-control")
        : null;
}
