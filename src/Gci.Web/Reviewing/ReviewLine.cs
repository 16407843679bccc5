using System.Collections.Immutable;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions.Questionnaires;
using Gci.Web.Answering;

namespace Gci.Web.Reviewing;

/// <summary>One question as a reviewer works on it.</summary>
/// <param name="Answer">The answer and its evidence, in words.</param>
/// <param name="Seat">The seat from which the person judges; null where the person only reads.</param>
/// <param name="Status">Where its review stands, as far as the person may know.</param>
/// <param name="Mine">The last verdict from the person's seat; null before the first.</param>
/// <param name="Others">The last verdicts of the other seats that the person may see.</param>
/// <param name="Returned">How often it was sent back, oldest first.</param>
/// <param name="Remarks">What was said with the country about it, oldest first.</param>
public sealed record ReviewLine(
    string Pillar, AnswerLine Answer, ReviewSeat? Seat, ReviewStatus Status, Verdict? Mine, ImmutableArray<Verdict> Others, ImmutableArray<ReturnedQuestion> Returned,
    ImmutableArray<Message> Remarks)
{
    public Question Question => Answer.Question;

    public string Code => Answer.Code;

    public int AnswerRevision => Answer.Current?.Revision ?? 0;

    /// <summary>Whether the person's last verdict is about the answer as it is now.</summary>
    public bool IsMineValid => Mine is { } mine && mine.AnswerRevision == AnswerRevision;

    /// <summary>Whether a verdict is wanted: what was never answered needs none, and may get one.</summary>
    public bool NeedsVerdict => Answer.Current is { IsAnswered: true } || Mine is not null || !Others.IsEmpty;

    public bool IsSettled => new QuestionReview(Status, null).IsSettled;

    /// <summary>Whether the person still has to do something here: judge, or judge again.</summary>
    public bool IsOpen => NeedsVerdict && (Seat switch
    {
        null => !IsSettled,
        ReviewSeat.Adjudicator => Status == ReviewStatus.Disagreed,
        _ => !IsMineValid || Status == ReviewStatus.Answered,
    });
}
