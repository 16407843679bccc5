namespace Gci.Scoring.Credits;

/// <summary>The two codes that are no answer.</summary>
public static class CodedAnswer
{
    /// <summary>The question was asked and has no answer: the level's <see cref="UnknownPolicy"/> decides.</summary>
    public const double Unanswered = double.NaN;

    /// <summary>Earlier answers made the question irrelevant; what was answered is kept elsewhere and is worth nothing. (Method 2.8)</summary>
    public const double Inactive = -1;
}
