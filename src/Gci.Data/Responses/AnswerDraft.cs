namespace Gci.Data.Responses;

/// <summary>What somebody wants a question's answer to be.</summary>
/// <param name="Value">The answer as text, as <c>AnswerParser</c> takes it; null for none.</param>
/// <param name="IsNotApplicable">Whether the question does not apply to the country; then there is no value, and a reason.</param>
public sealed record AnswerDraft(string? Value, bool IsNotApplicable = false, string? Reason = null, string? Comment = null)
{
    public static AnswerDraft Empty { get; } = new((string?)null);
}
