using Gci.Data.Auditing;

namespace Gci.Data.Runs;

/// <summary>One link of the chain of an edition's run, hashed as the links of a response are.</summary>
public sealed class RunEntry
{
    public required Guid RunId { get; init; }

    /// <summary>1, 2, 3, … without a gap.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid Actor { get; init; }

    /// <summary>What happened, such as <c>run.moved</c>.</summary>
    public required string Action { get; init; }

    public required string Subject { get; init; }

    public required string Content { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }

    internal string Computed() => CanonicalHash.Of(
        Previous, RunId.ToString(), CanonicalHash.Number(Sequence), CanonicalHash.Time(At), Actor.ToString(), Action, Subject, Content);

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
        Hash = CanonicalHash.Of(previous, run.ToString(), CanonicalHash.Number(sequence), CanonicalHash.Time(at), actor.ToString(), action, subject, content),
    };
}
