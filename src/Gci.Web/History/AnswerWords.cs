using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Web.History;

/// <summary>What changed of an answer, in words.</summary>
/// <param name="Part">What it is: answer, reason or comment, in the reader's language.</param>
/// <param name="Before">What it said before.</param>
/// <param name="After">What it says since.</param>
public sealed record Difference(string Part, string Before, string After);

/// <summary>Says answers in the reader's language, as they stand and as they changed.</summary>
public sealed class AnswerWords(Edition edition, InterfaceTexts texts)
{
    private readonly IReadOnlySet<string> _countries = edition.CountryCodes();
    private readonly Wording _wording = edition.In(texts.Language);

    /// <summary>The answer; a text that is no answer any more stands as it is.</summary>
    public string Of(Question question, AnswerDraft draft)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(draft);
        return draft.IsNotApplicable ? texts["answer.not-applicable"]
            : draft.Value is null ? texts["answer.none"]
            : AnswerParser.Parse(question, draft.Value, _countries, edition.ReferenceDate).Answer is { } answer ? AnswerWording.Of(answer, question, _wording, edition)
            : draft.Value;
    }

    /// <param name="before">Null where the question had no answer.</param>
    public IReadOnlyList<Difference> Between(Question question, AnswerDraft? before, AnswerDraft after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var (old, none) = (before ?? AnswerDraft.Empty, texts["history.nothing"]);
        var all = new[]
        {
            (Part: texts["history.part.answer"], Before: Of(question, old), After: Of(question, after)),
            (Part: texts["history.part.reason"], Before: old.Reason ?? none, After: after.Reason ?? none),
            (Part: texts["history.part.comment"], Before: old.Comment ?? none, After: after.Comment ?? none),
        };
        return [.. all.Where(part => part.Before != part.After).Select(part => new Difference(part.Part, part.Before, part.After))];
    }
}
