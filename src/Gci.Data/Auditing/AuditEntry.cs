namespace Gci.Data.Auditing;

/// <summary>A link of a response's chain.</summary>
public sealed class AuditEntry : ChainLink
{
    public required Guid ResponseId { get; init; }

    internal override string Computed() => Computed(ResponseId);

    internal static AuditEntry After(Guid response, int sequence, string previous, DateTimeOffset at, Guid actor, string action, string subject, string content) => new()
    {
        ResponseId = response,
        Sequence = sequence,
        At = at,
        Actor = actor,
        Action = action,
        Subject = subject,
        Content = content,
        Previous = previous,
        Hash = HashOf(response, sequence, previous, at, actor, action, subject, content),
    };
}
