using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Web.Answering;

/// <summary>A question with the answer that its fields show.</summary>
/// <param name="Draft">The present answer, or what was just typed where it could not be saved.</param>
/// <param name="Current">Null where the question was never answered.</param>
/// <param name="By">Who gave the current answer.</param>
/// <param name="IsActive">Whether it is asked, as the other answers stand.</param>
/// <param name="Mistake">Why what was typed could not be saved.</param>
/// <param name="Theirs">What somebody else answered meanwhile; null where nothing conflicts.</param>
public sealed record QuestionView(
    Question Question, Wording Wording, InterfaceTexts Texts, AnswerDraft Draft, AnswerRevision? Current, string? By, bool IsActive, bool CanEdit, string? Mistake,
    string? Theirs)
{
    public string Code => Question.Code;

    public int Revision => Current?.Revision ?? 0;

    public bool IsTicked(string option) => Draft.Value?.Split(';', StringSplitOptions.TrimEntries).Contains(option) == true;
}
