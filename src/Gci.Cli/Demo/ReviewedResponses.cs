using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions;
using Gci.Editions.Answers;

namespace Gci.Cli.Demo;

/// <summary>The open edition: countries that submitted and whose answers are judged, or are being judged, or were sent back.</summary>
/// <param name="earlier">What each country answered to the edition before.</param>
internal sealed class ReviewedResponses(GciDb db, Edition edition, DemoPeople people, ILookup<string, AnswerRow> earlier)
{
    // A batch is one transaction; larger ones cost memory and win no time.
    private const int Batch = 20;

    private readonly ImmutableDictionary<string, ImmutableArray<Choice>> _choices = edition.Questionnaire!.Questions().Where(question => question.IsScored)
        .ToImmutableDictionary(question => question.Code, question => Choices.Of(question, edition));

    internal async Task SaveAsync(CancellationToken cancel)
    {
        var stories = DemoStory.Reviewed(edition.Countries.Keys).Where(story => story.Progress is DemoProgress.Closed or DemoProgress.UnderReview or DemoProgress.Returned);
        foreach (var batch in stories.Chunk(Batch))
        {
            foreach (var story in batch)
            {
                db.Begin(Reviewed(story));
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private Response Reviewed(DemoStory story)
    {
        var focal = people.FocalPoints[story.Country].AsActor();
        var clock = new DemoClock(DemoCalendar.Begun(DemoCalendar.OpenEdition, story.Country), story.Country);
        var response = Response.Open(focal, edition.Id, story.Country, ResponseKind.National, Moment.Now(clock));
        var answering = new DemoAnswering(response, edition, _choices, clock, [], [], Carried(story.Country));
        answering.Answer(_ => true, _ => focal);
        DemoRules.Certify(response, edition, focal, new(answering.Answers, answering.Attached, [], []), Moment.Now(clock));
        var review = new DemoReview(response, edition, _choices, people, clock);
        Review(story, answering, review);
        if (story.Progress == DemoProgress.Returned)
        {
            review.Return(answering.Answers);
        }
        else if (story.Progress == DemoProgress.Closed)
        {
            review.Close();
        }

        return response;
    }

    private static void Review(DemoStory story, DemoAnswering answering, DemoReview review)
    {
        var isDouble = story.Progress == DemoProgress.UnderReview || StableHash.Share($"{story.Country} double") < 0.1;
        review.Assign(isDouble ? [ReviewSeat.First, ReviewSeat.Second, ReviewSeat.Adjudicator] : [ReviewSeat.First]);
        var isWhole = story.Progress != DemoProgress.UnderReview;
        review.Judge(ReviewSeat.First, answering.Answers, page => isWhole || StableHash.Share($"{story.Country}{page.Code} first") < 0.85, asks: story.Progress != DemoProgress.Closed);
        if (story.Progress != DemoProgress.Closed)
        {
            review.JudgeEvidence(answering.Attached.Where(item => StableHash.Share($"{item.Url} looked at") < 0.6));
        }

        if (isDouble)
        {
            review.Judge(ReviewSeat.Second, answering.Answers, page => isWhole || StableHash.Share($"{story.Country}{page.Code} second") < 0.6, asks: false);
        }

        if (isDouble && isWhole)
        {
            review.Adjudicate(answering.Answers);
        }
    }

    private Dictionary<string, string> Carried(string country) => edition.Migration!.Carry(edition, earlier[country].ToDictionary(row => row.Code, row => row.Answer, StringComparer.Ordinal))
        .ToDictionary(answer => answer.Code, answer => answer.Text, StringComparer.Ordinal);
}
