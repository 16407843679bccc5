using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Gci.Data.Reviews;
using Gci.Web.Reviewing;

namespace Gci.Web.Api;

/// <summary>A verdict that a reviewer wants to give.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Proven">What the evidence proves, as an answer; only where the answer is partly verified.</param>
/// <param name="Note">For the secretariat only; at most 4,000 characters.</param>
public sealed record VerdictBody(VerdictKind Kind, string? Proven = null, string? Note = null);

/// <summary>A verdict on an answer.</summary>
/// <param name="Seat">From which place it was given.</param>
/// <param name="Revision">1, 2, 3, … for each question and seat.</param>
/// <param name="Kind">What was found.</param>
/// <param name="AnswerRevision">The revision of the answer that was judged; 0 where there was none.</param>
/// <param name="Proven">What the evidence proves; null where that is the answer, or nothing.</param>
/// <param name="Note">For the secretariat only.</param>
/// <param name="By">The name of the reviewer.</param>
/// <param name="At">When it was given.</param>
public sealed record VerdictState(ReviewSeat Seat, int Revision, VerdictKind Kind, int AnswerRevision, string? Proven, string? Note, string? By, DateTimeOffset At)
{
    internal static VerdictState Of(Verdict verdict, string? by) => new(verdict.Seat, verdict.Revision, verdict.Kind, verdict.AnswerRevision, verdict.Proven, verdict.Note, by, verdict.At);
}

/// <summary>Where the review of a question stands, as far as the reviewer may know.</summary>
/// <param name="Question">The code of the question.</param>
/// <param name="Pillar">The code of its pillar.</param>
/// <param name="Status">From the verdicts that one may see.</param>
/// <param name="IsOpen">Whether one has still to judge it.</param>
/// <param name="Answer">The answer as text.</param>
/// <param name="AnswerRevision">Its revision; 0 where there is none.</param>
/// <param name="Seat">One's own seat, such as <c>first</c>; null where one only reads.</param>
/// <param name="Verdicts">The last verdict of each seat that one may see.</param>
public sealed record ReviewEntry(
    string Question, string Pillar, ReviewStatus Status, [property: JsonPropertyName("open")] bool IsOpen, string? Answer, int AnswerRevision, string? Seat, ImmutableArray<VerdictState> Verdicts)
{
    internal static ReviewEntry Of(ReviewLine line, ReviewContent content) => new(
        line.Code, line.Pillar, line.Status, line.IsOpen, line.Answer.Current?.Value, line.AnswerRevision, line.Seat is { } seat ? ReviewWords.Of(seat) : null,
        [.. (line.Mine is { } mine ? line.Others.Prepend(mine) : line.Others).Select(verdict => VerdictState.Of(verdict, content.NameOf(verdict.By)))]);
}

/// <summary>What a reviewer found about a piece of evidence. Null means: not looked at.</summary>
/// <param name="IsReachable">The link or file could be opened.</param>
/// <param name="IsRelevant">It is about what the question asks.</param>
/// <param name="IsInForce">The law, plan or body that it shows is in force now.</param>
/// <param name="IsInsufficient">It is right but does not prove enough.</param>
/// <param name="IsDuplicate">It is the same as another piece of the question.</param>
/// <param name="Note">For the secretariat only.</param>
public sealed record EvidenceFindingBody(
    [property: JsonPropertyName("reachable")] bool? IsReachable = null, [property: JsonPropertyName("relevant")] bool? IsRelevant = null,
    [property: JsonPropertyName("inForce")] bool? IsInForce = null, [property: JsonPropertyName("insufficient")] bool IsInsufficient = false,
    [property: JsonPropertyName("duplicate")] bool IsDuplicate = false, string? Note = null)
{
    internal EvidenceFinding AsFinding() => new(IsReachable, IsRelevant, IsInForce, IsInsufficient, IsDuplicate, Note);
}
