using Gci.Data.Accounts;
using Gci.Data.Auditing;

namespace Gci.Data.Responses;

/// <summary>A country's answers to one edition, or somebody's private self-assessment. Everything that happens to it goes through its methods.</summary>
public sealed partial class Response
{
    public Guid Id { get; init; }

    public required string Edition { get; init; }

    /// <summary>The country's ISO code of three letters.</summary>
    public required string Country { get; init; }

    public required ResponseKind Kind { get; init; }

    /// <summary>Whose self-assessment it is; null for a national response.</summary>
    public Guid? OwnerId { get; init; }

    public ResponseState State { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? SubmittedBy { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The name that was typed under the declaration; null before submission, as the three below.</summary>
    public string? CertifiedName { get; private set; }

    public string? CertifiedOffice { get; private set; }

    /// <summary>How many questions were left unanswered on purpose.</summary>
    public int? CertifiedUnanswered { get; private set; }

    /// <summary>The hash of all answers and evidence that were certified.</summary>
    public string? CertifiedHash { get; private set; }

    /// <summary>How many links the audit chain has.</summary>
    public int ChainLength { get; private set; }

    /// <summary>The hash of the last link; 64 zeros before the first.</summary>
    public string ChainHead { get; private set; } = AuditChain.Genesis;

    /// <summary>Raised by every change; whoever raises it holds the row until the transaction ends.</summary>
    public int Version { get; private set; }

    public bool IsOpen => State is ResponseState.NotStarted or ResponseState.InProgress;

    /// <summary>Why nothing can be changed now; null where it can.</summary>
    public Refusal? WhyClosed() => SubmittedAt is { } at
        ? new("already-submitted", ("date", DateOnly.FromDateTime(at.UtcDateTime)))
        : null;

    private AuditEntry Append(Actor actor, string action, string subject, string content, DateTimeOffset now)
    {
        var entry = AuditEntry.After(Id, ChainLength + 1, ChainHead, now, actor.Id, action, subject, content);
        (ChainLength, ChainHead) = (entry.Sequence, entry.Hash);
        if (State == ResponseState.NotStarted)
        {
            State = ResponseState.InProgress;
        }

        return entry;
    }
}
