namespace Gci.Data.Auditing;

/// <summary>
/// One link of a response's chain: who did what, the hash of what was written, and the hash of the link before. The person stands as an
/// account's id, so that a name can be erased without breaking the chain.
/// </summary>
public sealed class AuditEntry
{
    public required Guid ResponseId { get; init; }

    /// <summary>1, 2, 3, … without a gap.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid Actor { get; init; }

    /// <summary>What happened, such as <c>answer.saved</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it happened to: a question's code, an id.</summary>
    public required string Subject { get; init; }

    /// <summary>SHA-256 of what was written.</summary>
    public required string Content { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    public required string Hash { get; init; }

    internal string Computed() => CanonicalHash.Of(
        Previous, ResponseId.ToString(), CanonicalHash.Number(Sequence), CanonicalHash.Time(At), Actor.ToString(), Action, Subject, Content);

    internal static AuditEntry After(
        Guid response, int sequence, string previous, DateTimeOffset at, Guid actor, string action, string subject, string content)
    {
        var entry = new AuditEntry
        {
            ResponseId = response,
            Sequence = sequence,
            At = at,
            Actor = actor,
            Action = action,
            Subject = subject,
            Content = content,
            Previous = previous,
            Hash = "",
        };
        return new()
        {
            ResponseId = response,
            Sequence = sequence,
            At = at,
            Actor = actor,
            Action = action,
            Subject = subject,
            Content = content,
            Previous = previous,
            Hash = entry.Computed(),
        };
    }
}
