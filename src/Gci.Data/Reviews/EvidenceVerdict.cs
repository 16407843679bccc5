using Gci.Data.Auditing;

namespace Gci.Data.Reviews;

/// <summary>What a reviewer found about one piece of evidence. Appended, never changed; of each seat the last one counts. Null means: not looked at.</summary>
public sealed class EvidenceVerdict
{
    public required Guid EvidenceId { get; init; }

    public required Guid ResponseId { get; init; }

    public required ReviewSeat Seat { get; init; }

    public required int Revision { get; init; }

    /// <summary>The link or file could be opened.</summary>
    public bool? IsReachable { get; init; }

    /// <summary>It is about what the question asks.</summary>
    public bool? IsRelevant { get; init; }

    /// <summary>The law, plan or body that it shows is in force now.</summary>
    public bool? IsInForce { get; init; }

    /// <summary>It is right but does not prove enough.</summary>
    public bool IsInsufficient { get; init; }

    /// <summary>It is the same as another piece of this question.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>For the secretariat only.</summary>
    public string? Note { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int AuditSequence { get; init; }

    internal string ContentHash() => CanonicalHash.Of(
        "evidence-verdict", EvidenceId.ToString(), Seat.ToString(), CanonicalHash.Number(Revision), Said(IsReachable), Said(IsRelevant), Said(IsInForce),
        Said(IsInsufficient), Said(IsDuplicate), Note);

    private static string? Said(bool? found) => found switch { true => "yes", false => "no", null => null };
}

/// <summary>What somebody wants to say of a piece of evidence.</summary>
public sealed record EvidenceFinding(
    bool? IsReachable = null, bool? IsRelevant = null, bool? IsInForce = null, bool IsInsufficient = false, bool IsDuplicate = false, string? Note = null);
