using Gci.Data.Auditing;

namespace Gci.Data.Runs;

/// <summary>A link of the chain of an edition's run.</summary>
public sealed class RunEntry : ChainLink
{
    public required Guid RunId { get; init; }

    internal override string Computed() => Computed(RunId);

    internal static RunEntry After(Guid run, int sequence, string previous, DateTimeOffset at, Guid actor, string action, string subject, string content) => new()
    {
        RunId = run,
        Sequence = sequence,
        At = at,
        Actor = actor,
        Action = action,
        Subject = subject,
        Content = content,
        Previous = previous,
        Hash = HashOf(run, sequence, previous, at, actor, action, subject, content),
    };
}
