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

    /// <summary>Whose self-assessment it is, its own id where that was deleted; null for a national response.</summary>
    public Guid? OwnerId { get; private set; }

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

    /// <summary>Until when the country may answer although answering has ended; null without an extension.</summary>
    public DateTimeOffset? ExtendedUntil { get; private set; }

    /// <summary>How often questions were sent back.</summary>
    public int ReturnRound { get; private set; }

    /// <summary>When the country must have dealt with what was sent back or offered; null where nothing is with it.</summary>
    public DateTimeOffset? ReturnDue { get; private set; }

    /// <summary>The codes of the questions that were sent back, with spaces between; empty where none is open.</summary>
    public string Unlocked { get; private set; } = "";

    /// <summary>When reviewers began to answer in the country's place; null where the country answered itself.</summary>
    public DateTimeOffset? ResearchedAt { get; private set; }

    /// <summary>When the country confirmed what reviewers had found; null where it did not.</summary>
    public DateTimeOffset? ValidatedAt { get; private set; }

    /// <summary>How many links the audit chain has.</summary>
    public int ChainLength { get; private set; }

    /// <summary>The hash of the last link; 64 zeros before the first.</summary>
    public string ChainHead { get; private set; } = AuditChain.Genesis;

    /// <summary>Raised by every change; whoever raises it holds the row until the transaction ends.</summary>
    public int Version { get; private set; }

    /// <summary>Whether all its answers can be changed now; by whom is a matter of rights.</summary>
    public bool IsOpen => State is ResponseState.NotStarted or ResponseState.InProgress or ResponseState.DeskResearch or ResponseState.Offered;

    /// <summary>Why not everything can be changed now; null where it can.</summary>
    public Refusal? WhyClosed() => State switch
    {
        _ when IsOpen => null,
        ResponseState.Returned => new("only-returned"),
        ResponseState.NoReply => new("answering-ended"),
        ResponseState.PutAside => new("copy-closed"),
        ResponseState.Deleted => new("copy-deleted"),
        _ when SubmittedAt is { } at => new("already-submitted", ("date", DateOnly.FromDateTime(at.UtcDateTime))),
        _ => new("review-closed"),
    };

    /// <summary>Why a question's answer and evidence cannot be changed now; null where they can.</summary>
    public Refusal? WhyClosed(string question) => IsUnlocked(question) ? null : WhyClosed();

    /// <summary>Whether the question was sent back and waits for the country.</summary>
    public bool IsUnlocked(string question) => State == ResponseState.Returned && Unlocked.Split(' ').Contains(question);

    /// <summary>Whether an answer can be changed at all.</summary>
    public bool TakesAnswers => IsOpen || State == ResponseState.Returned;

    /// <summary>Why no answer can be changed at all; null where one can.</summary>
    public Refusal? WhyTakesNothing() => TakesAnswers ? null : WhyClosed();

    /// <summary>Adds a link that moves the response on.</summary>
    private void Move(Actor actor, string action, string content, DateTimeOffset now)
    {
        Added.Add(Append(actor, action, Id.ToString(), content, now));
        State = ResponseStates.After(action, State);
    }

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
