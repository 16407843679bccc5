namespace Gci.Scoring.Draws;

/// <summary>An answer that is not certain, such as one whose evidence is not verified, or partly.</summary>
/// <param name="Country">ISO 3166 alpha-3 code.</param>
/// <param name="Question">Code of the leaf.</param>
/// <param name="Holds">The probability that the answer earns <paramref name="Most"/>, otherwise <paramref name="Least"/>; null where the credit lies anywhere between both.</param>
/// <param name="Least">Credit in [0, 1].</param>
/// <param name="Most">Credit in [0, 1], not below <paramref name="Least"/>; null for what the answer is scored with.</param>
public sealed record AnswerDoubt(string Country, string Question, double? Holds, double Least, double? Most = null);

/// <summary>The credit that an answer has in one draw.</summary>
public readonly record struct DrawnCredit(string Country, string Question, double Credit);
