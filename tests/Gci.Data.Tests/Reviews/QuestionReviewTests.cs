using Gci.Data.Responses;
using Gci.Data.Reviews;

namespace Gci.Data.Tests.Reviews;

/// <summary>Where the review of a question stands: one reviewer, two who agree or not, a third, and answers that changed since.</summary>
public sealed class QuestionReviewTests
{
    [Theory]
    [InlineData("", "First", ReviewStatus.Unreviewed)]
    [InlineData("First 2 Verified", "First", ReviewStatus.Verified)]
    [InlineData("First 2 NotVerified", "First", ReviewStatus.NotVerified)]
    [InlineData("First 2 NotApplicable", "First", ReviewStatus.NotApplicable)]
    [InlineData("First 2 PartlyVerified partial", "First", ReviewStatus.PartlyVerified)]
    [InlineData("First 2 QueryOpen", "First", ReviewStatus.QueryOpen)]
    [InlineData("First 1 QueryOpen", "First", ReviewStatus.Answered)]
    [InlineData("First 1 Verified", "First", ReviewStatus.Answered)]
    [InlineData("First 2 QueryOpen; First 2 Verified", "First", ReviewStatus.Verified)]
    [InlineData("First 2 Verified", "First Second", ReviewStatus.Unreviewed)]
    [InlineData("First 2 Verified; Second 1 Verified", "First Second", ReviewStatus.Answered)]
    [InlineData("First 2 Verified; Second 2 Verified", "First Second", ReviewStatus.Verified)]
    [InlineData("First 2 Verified; Second 2 NotVerified", "First Second", ReviewStatus.Disagreed)]
    [InlineData("First 2 PartlyVerified partial; Second 2 PartlyVerified no", "First Second", ReviewStatus.Disagreed)]
    [InlineData("First 2 Verified; Second 2 QueryOpen", "First Second", ReviewStatus.QueryOpen)]
    [InlineData("First 2 Verified; Second 2 NotVerified; Adjudicator 2 NotVerified", "First Second Adjudicator", ReviewStatus.NotVerified)]
    [InlineData("First 2 Verified; Second 2 Verified; Adjudicator 1 NotVerified", "First Second Adjudicator", ReviewStatus.Verified)]
    public void Verdicts_of_all_seats_give_one_status(string verdicts, string seats, ReviewStatus status) => Assert.Equal(status, Of(verdicts, seats).Status);

    [Fact]
    public void The_adjudicators_verdict_counts() =>
        Assert.Equal("no", Of("First 2 Verified; Second 2 NotVerified; Adjudicator 2 PartlyVerified no", "First Second").Counts!.Proven);

    private static QuestionReview Of(string verdicts, string seats)
    {
        var answer = new AnswerRevision
        {
            ResponseId = Guid.Empty,
            Question = "LEG-1.1.1",
            Revision = 2,
            Value = "yes",
            Source = Provenance.Country,
            By = Guid.Empty,
            At = Held.Now,
            Key = "k",
            AuditSequence = 1,
        };
        return QuestionReview.Of(
            answer,
            [.. verdicts.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select((text, index) => Read(text.Split(' '), index))],
            seats.Split(' ').Select(Enum.Parse<ReviewSeat>).ToHashSet());
    }

    private static Verdict Read(string[] words, int index) => new()
    {
        ResponseId = Guid.Empty,
        Question = "LEG-1.1.1",
        Seat = Enum.Parse<ReviewSeat>(words[0]),
        Revision = index + 1,
        AnswerRevision = int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture),
        Kind = Enum.Parse<VerdictKind>(words[2]),
        Proven = words.ElementAtOrDefault(3),
        By = Guid.Empty,
        At = Held.Now,
        AuditSequence = index + 1,
    };
}
