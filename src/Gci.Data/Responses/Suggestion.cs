using Gci.Data.Auditing;

namespace Gci.Data.Responses;

/// <summary>An answer that a contributor proposes. It stands beside the answer until somebody who may edit decides.</summary>
public sealed class Suggestion
{
    public Guid Id { get; init; }

    public required Guid ResponseId { get; init; }

    public required string Question { get; init; }

    public string? Value { get; init; }

    public bool IsNotApplicable { get; init; }

    public string? Reason { get; init; }

    public string? Comment { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    public SuggestionState State { get; set; }

    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public AnswerDraft AsDraft() => new(Value, IsNotApplicable, Reason, Comment);

    internal string ContentHash() => CanonicalHash.Of("suggestion", Id.ToString(), Question, Value, IsNotApplicable ? "n/a" : "", Reason, Comment);
}

/// <summary>What became of a suggestion.</summary>
public enum SuggestionState
{
    Open,
    Accepted,
    Declined,
    Withdrawn,
}
