using Gci.Data.Auditing;
using Gci.Data.Responses;

namespace Gci.Data.Reviews;

/// <summary>A question that was sent back to the country with a reason and, if the reviewers have one, a proposal. What the country does with it stays its own.</summary>
public sealed class ReturnedQuestion
{
    public Guid Id { get; init; }

    public required Guid ResponseId { get; init; }

    /// <summary>1 for the first return of the response, 2, 3, …</summary>
    public required int Round { get; init; }

    public required string Question { get; init; }

    /// <summary>What the country reads.</summary>
    public required string Reason { get; init; }

    public bool HasProposal { get; init; }

    public string? Value { get; init; }

    public bool IsNotApplicable { get; init; }

    public string? NotApplicableReason { get; init; }

    /// <summary>The revision of the answer that was sent back; 0 where there was none.</summary>
    public required int AnswerRevision { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    public ReturnOutcome Outcome { get; set; }

    /// <summary>Why the country objects.</summary>
    public string? Objection { get; set; }

    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public AnswerDraft? Proposal(string? comment) => HasProposal ? new(Value, IsNotApplicable, NotApplicableReason, comment) : null;

    internal string ContentHash() => CanonicalHash.Of(
        "returned", Id.ToString(), CanonicalHash.Number(Round), Question, Reason, HasProposal ? "proposal" : "", Value, IsNotApplicable ? "n/a" : "", NotApplicableReason,
        CanonicalHash.Number(AnswerRevision));

    internal string DecisionHash() => CanonicalHash.Of("returned", Id.ToString(), Outcome.ToString(), Objection);
}

/// <summary>What the country did with a returned question.</summary>
public enum ReturnOutcome
{
    Open,

    /// <summary>It took the proposal over.</summary>
    Accepted,

    /// <summary>It changed its answer or its evidence itself.</summary>
    Corrected,

    /// <summary>It stands by its answer and says why.</summary>
    Objected,

    /// <summary>It said nothing until the deadline.</summary>
    Expired,
}

/// <summary>A question to send back.</summary>
/// <param name="Proposal">The answer that the reviewers propose; null where they only ask.</param>
public sealed record ReturnDraft(string Question, string? Reason, AnswerDraft? Proposal = null);
