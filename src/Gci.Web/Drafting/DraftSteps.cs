using Gci.Editions;
using Gci.Editions.Drafting;

namespace Gci.Web.Drafting;

/// <summary>The steps of the builder as pages and programs ask for them.</summary>
public static class DraftSteps
{
    public static DraftStep Change(string code, QuestionDraft wanted, string? seen) => new(new("change", code), code, seen, (draft, problems) => null);

    public static DraftStep Remove(string code, string? reason) => new(new("drop", code), code, null, (draft, problems) => null);

    public static DraftStep Move(string code, string? before) => new(new("move", code), code, null, (draft, problems) => null);

    public static DraftStep Translate(string code, string language, IReadOnlyList<TranslationDraft> texts, string? seen) => new(new("translate", code), code, seen, (draft, problems) => null);

    public static DraftStep Add(string at, string variable, string type, bool isScored, QuestionDraft wanted) => new(new("add", at), at, null, (draft, problems) => null);

    public static DraftStep Split(string code, IReadOnlyList<NewQuestionDraft> into, string? reason) => new(new("split", code), code, null, (draft, problems) => null);

    public static DraftStep Merge(IReadOnlyList<string> codes, NewQuestionDraft into, string? reason) => new(new("merge", string.Join(' ', codes)), codes[0], null, (draft, problems) => null);
}
