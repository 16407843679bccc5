using Gci.Data.Auditing;

namespace Gci.Data.Reviews;

/// <summary>What a reviewer found about one answer. Verdicts are appended, never changed; of each seat the last one counts. It never changes the answer.</summary>
public sealed class Verdict
{
    public required Guid ResponseId { get; init; }

    public required string Question { get; init; }

    public required ReviewSeat Seat { get; init; }

    /// <summary>1, 2, 3, … without a gap for each question and seat.</summary>
    public required int Revision { get; init; }

    public required VerdictKind Kind { get; init; }

    /// <summary>The revision of the answer that was judged; 0 where there was none.</summary>
    public required int AnswerRevision { get; init; }

    /// <summary>What the evidence proves, where that is less than the answer; null otherwise.</summary>
    public string? Proven { get; init; }

    /// <summary>For the secretariat only.</summary>
    public string? Note { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The entry of the audit chain that was written with it.</summary>
    public required int AuditSequence { get; init; }

    /// <summary>What was found, without what it says about the answer.</summary>
    internal Verdict Withheld() => new()
    {
        ResponseId = ResponseId,
        Question = Question,
        Seat = Seat,
        Revision = Revision,
        Kind = Kind,
        AnswerRevision = AnswerRevision,
        By = By,
        At = At,
        AuditSequence = AuditSequence,
    };

    internal string ContentHash() => CanonicalHash.Of(
        "verdict", Question, Seat.ToString(), CanonicalHash.Number(Revision), Kind.ToString(), CanonicalHash.Number(AnswerRevision), Proven, Note);
}

/// <summary>A verdict that somebody wants to give.</summary>
/// <param name="Proven">What the evidence proves, as text of an answer; only where the answer is partly verified.</param>
public sealed record VerdictDraft(VerdictKind Kind, string? Proven = null, string? Note = null)
{
    public const int LongestNote = 4000;
}
