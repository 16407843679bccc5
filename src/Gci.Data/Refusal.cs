namespace Gci.Data;

/// <summary>Why something is not allowed now: a stable code for programs and a sentence for people.</summary>
/// <param name="Code">One of the catalogue of problems, such as <c>already-submitted</c>.</param>
public sealed record Refusal(string Code, string Sentence);
