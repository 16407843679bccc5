namespace Gci.Data.Responses;

/// <summary>What became of an answer that somebody wanted to save.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>The answer stands as revision so and so: newly written, written before under the same key, or already the same.</summary>
    public sealed record Saved(AnswerRevision Answer) : SaveOutcome;

    /// <summary>Somebody else changed it since; both values are there to choose from. Null where theirs is "never answered".</summary>
    public sealed record Conflict(AnswerRevision? Theirs) : SaveOutcome;

    /// <summary>It is not an answer to the question.</summary>
    public sealed record Invalid(Refusal Refusal) : SaveOutcome;

    public sealed record Refused(Refusal Refusal) : SaveOutcome;
}
