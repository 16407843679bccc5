namespace Gci.Web.Drafting;

/// <summary>A translation as somebody wants it to be.</summary>
/// <param name="Key">The field of the question, such as <c>title</c> or <c>option/none</c>.</param>
/// <param name="Text">Empty where there is none.</param>
/// <param name="IsApproved">Whether a speaker of the language approved it.</param>
public sealed record TranslationDraft(string Key, string Text, bool IsApproved);
