using Gci.Data.Auditing;

namespace Gci.Data.Reviews;

/// <summary>That somebody reviews one pillar of a country's response from one seat. An ended one stays in the record.</summary>
public sealed class Assignment
{
    public Guid Id { get; init; }

    public required Guid ResponseId { get; init; }

    /// <summary>The code of the pillar.</summary>
    public required string Pillar { get; init; }

    public required ReviewSeat Seat { get; init; }

    public required Guid ReviewerId { get; init; }

    public required Guid AssignedBy { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    internal string ContentHash() => CanonicalHash.Of("assignment", Id.ToString(), Pillar, Seat.ToString(), ReviewerId.ToString());
}
