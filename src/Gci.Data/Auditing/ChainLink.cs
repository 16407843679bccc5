namespace Gci.Data.Auditing;

/// <summary>
/// One link of a chain: who did what, the hash of what was written, and the hash of the link before. The person stands as an account's id, so that a
/// name can be erased without breaking the chain.
/// </summary>
public abstract class ChainLink
{
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

    /// <summary>The hash of the link before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    public required string Hash { get; init; }

    /// <summary>What the hash must be.</summary>
    internal abstract string Computed();

    private protected string Computed(Guid chain) => HashOf(chain, Sequence, Previous, At, Actor, Action, Subject, Content);

    private protected static string HashOf(Guid chain, int sequence, string previous, DateTimeOffset at, Guid actor, string action, string subject, string content) =>
        CanonicalHash.Of(previous, chain.ToString(), CanonicalHash.Number(sequence), CanonicalHash.Time(at), actor.ToString(), action, subject, content);
}
