namespace Gci.Data.Auditing;

/// <summary>A statement about the heads of all chains at one moment, chained to the seal before and signed with a key kept outside the database.</summary>
public sealed class Seal
{
    /// <summary>1, 2, 3, … without a gap.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Previous { get; init; }

    /// <summary>SHA-256 over the number, the time, the seal before and all heads by response.</summary>
    public required string Hash { get; init; }

    /// <summary>ECDSA over P-256 and SHA-256 of the hash, in hexadecimal.</summary>
    public required string Signature { get; init; }

    public required IReadOnlyList<SealedHead> Heads { get; init; }
}

/// <summary>Where a chain stood when it was sealed: a response's, or that of the run of an edition, whose id stands in the response's place.</summary>
public sealed class SealedHead
{
    public required int SealNumber { get; init; }

    public required Guid ResponseId { get; init; }

    public required int Length { get; init; }

    public required string Hash { get; init; }
}
