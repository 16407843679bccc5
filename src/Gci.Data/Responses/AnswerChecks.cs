using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Data.Responses;

/// <summary>Checks a draft against its question before anything is kept.</summary>
public static class AnswerChecks
{
    public const int LongestRemark = 4000;

    /// <summary>The draft with empty texts as none and line ends as <c>\n</c>, or a sentence that says what is wrong.</summary>
    public static (AnswerDraft Draft, string? Sentence) Check(Edition edition, Question question, AnswerDraft draft)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(draft);
        var tidy = new AnswerDraft(Tidy(draft.Value), draft.IsNotApplicable, Tidy(draft.Reason), Tidy(draft.Comment));
        var sentence = tidy.IsNotApplicable && tidy.Value is not null ? $"{question.Code} is marked as not applicable and has an answer; keep one of the two."
            : tidy.IsNotApplicable && tidy.Reason is null ? $"Say why {question.Code} does not apply to your country."
            : !tidy.IsNotApplicable && tidy.Reason is not null ? $"{question.Code} has a reason but is not marked as not applicable."
            : Mistake("reason", tidy.Reason) ?? Mistake("comment", tidy.Comment)
            ?? (tidy.Value is null ? null : AnswerParser.Parse(question, tidy.Value, edition.Countries.Keys.ToHashSet(), edition.ReferenceDate).Sentence);
        return (tidy, sentence);
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    private static string? Mistake(string what, string? text) =>
        text is null ? null
        : text.Length > LongestRemark ? FormattableString.Invariant($"The {what} is longer than {LongestRemark} characters.")
        : text.Any(letter => char.IsControl(letter) && letter is not '\n' and not '\t') ? $"The {what} has control characters in it; type it again."
        : null;
}
