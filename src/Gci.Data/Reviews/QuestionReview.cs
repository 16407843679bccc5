using Gci.Data.Responses;

namespace Gci.Data.Reviews;

/// <summary>Where the review of one question stands, from the verdicts of all seats.</summary>
/// <param name="Counts">The verdict that decides; null as long as none does.</param>
public sealed record QuestionReview(ReviewStatus Status, Verdict? Counts)
{
    /// <summary>Whether the question is settled, so that the review of the response can be closed.</summary>
    public bool IsSettled => Status is ReviewStatus.Verified or ReviewStatus.PartlyVerified or ReviewStatus.NotVerified or ReviewStatus.NotApplicable;

    /// <param name="current">The answer that counts now; null where there is none.</param>
    /// <param name="verdicts">All verdicts of the question.</param>
    /// <param name="seats">The seats that are taken for its pillar: where two reviewers are assigned, both must have judged.</param>
    public static QuestionReview Of(AnswerRevision? current, IEnumerable<Verdict> verdicts, IReadOnlySet<ReviewSeat> seats)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentNullException.ThrowIfNull(seats);
        var last = verdicts.GroupBy(verdict => verdict.Seat).ToDictionary(group => group.Key, group => group.MaxBy(verdict => verdict.Revision)!);
        if (last.Count == 0)
        {
            return new(ReviewStatus.Unreviewed, null);
        }

        var revision = current?.Revision ?? 0;
        var valid = last.Values.Where(verdict => verdict.AnswerRevision == revision).ToDictionary(verdict => verdict.Seat);
        if (valid.Count == 0)
        {
            return new(ReviewStatus.Answered, null);
        }

        if (valid.GetValueOrDefault(ReviewSeat.Adjudicator) is { } decided)
        {
            return new(StatusOf(decided), decided);
        }

        var first = valid.GetValueOrDefault(ReviewSeat.First) ?? valid.GetValueOrDefault(ReviewSeat.Second)!;
        var second = valid.GetValueOrDefault(ReviewSeat.Second);
        return valid.Values.FirstOrDefault(verdict => !verdict.Kind.IsFinal()) is { } query ? new(ReviewStatus.QueryOpen, query)
            : second is not null && second != first && (second.Kind != first.Kind || second.Proven != first.Proven) ? new(ReviewStatus.Disagreed, null)
            : seats.Contains(ReviewSeat.Second) && valid.Count < 2 ? new(last.Count > valid.Count ? ReviewStatus.Answered : ReviewStatus.Unreviewed, null)
            : new(StatusOf(first), first);
    }

    private static ReviewStatus StatusOf(Verdict verdict) => verdict.Kind switch
    {
        VerdictKind.Verified => ReviewStatus.Verified,
        VerdictKind.PartlyVerified => ReviewStatus.PartlyVerified,
        VerdictKind.QueryOpen => ReviewStatus.QueryOpen,
        VerdictKind.NotVerified => ReviewStatus.NotVerified,
        VerdictKind.NotApplicable => ReviewStatus.NotApplicable,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
