using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;

namespace Gci.Web.Reviewing;

/// <summary>
/// Which verdicts somebody of the secretariat sees. Two who judge the same pillar work alone: neither learns what the other found on a question
/// before both have judged the answer as it is. Whoever runs the edition and judges nothing there sees all.
/// </summary>
/// <param name="Assignments">The assignments of the response that have not ended.</param>
public sealed record ReviewSight(Actor Actor, IReadOnlyList<Assignment> Assignments)
{
    /// <summary>The seats that are taken for a pillar.</summary>
    public IReadOnlySet<ReviewSeat> Seats(string pillar) => Of(pillar).Select(assignment => assignment.Seat).ToHashSet();

    /// <summary>The seat from which the person judges a pillar; null where it is not the person's.</summary>
    public ReviewSeat? SeatOn(string pillar) => Of(pillar).Where(assignment => assignment.ReviewerId == Actor.Id).Select(assignment => (ReviewSeat?)assignment.Seat).FirstOrDefault();

    /// <summary>The pillars that are the person's.</summary>
    public IEnumerable<string> Pillars() => Assignments.Where(assignment => assignment.ReviewerId == Actor.Id).Select(assignment => assignment.Pillar).Distinct();

    public bool RunsEdition => Actor.Role is Role.Administrator or Role.Analyst;

    /// <param name="verdicts">All verdicts on one question.</param>
    public IEnumerable<Verdict> Seen(string pillar, AnswerRevision? current, IEnumerable<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        var all = verdicts.ToList();
        return SeesAll(pillar, current, all) ? all : all.Where(verdict => verdict.By == Actor.Id);
    }

    /// <summary>Whether nothing is withheld from the person on one question.</summary>
    public bool SeesAll(string pillar, AnswerRevision? current, IReadOnlyCollection<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        var seats = Seats(pillar);
        return SeatOn(pillar) switch
        {
            null when RunsEdition => true,
            ReviewSeat.First or ReviewSeat.Second when !(seats.Contains(ReviewSeat.First) && seats.Contains(ReviewSeat.Second)) => true,
            _ => IsJudged(ReviewSeat.First) && IsJudged(ReviewSeat.Second),
        };

        bool IsJudged(ReviewSeat seat) => verdicts.Where(verdict => verdict.Seat == seat).MaxBy(verdict => verdict.Revision) is { } last && last.AnswerRevision == (current?.Revision ?? 0);
    }

    private IEnumerable<Assignment> Of(string pillar) => Assignments.Where(assignment => assignment.Pillar == pillar && assignment.EndedAt is null);
}
