using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Gci.Editions;
using Microsoft.EntityFrameworkCore;

namespace Gci.Cli.Demo;

/// <summary>The open edition: countries that did not submit in time, for which reviewers looked into public sources.</summary>
internal sealed class ResearchedResponses(GciDb db, Edition edition, DemoPeople people)
{
    private readonly ImmutableDictionary<string, ImmutableArray<Choice>> _choices = edition.Questionnaire!.Questions().Where(question => question.IsScored)
        .ToImmutableDictionary(question => question.Code, question => Choices.Of(question, edition));

    internal async Task SaveAsync(CancellationToken cancel)
    {
        var stories = DemoStory.Reviewed(edition.Countries.Keys)
            .Where(story => story.Progress is DemoProgress.Researched or DemoProgress.Offered or DemoProgress.Validated or DemoProgress.NotValidated);
        foreach (var story in stories)
        {
            var focal = people.FocalPoints[story.Country].AsActor();
            var clock = new DemoClock(DemoCalendar.Begun(DemoCalendar.OpenEdition, story.Country), story.Country);
            var (opened, refusal) = await db.OpenAsync(focal, edition, ResponseKind.National, clock, cancel);
            DemoRules.Allowed(refusal);
            db.ChangeTracker.Clear();
            await db.ResponseAsync(
                opened!.Id,
                async (response, stop) =>
                {
                    var answers = await db.CurrentAnswers(response.Id).AsNoTracking().ToListAsync(stop);
                    Tell(response, story, focal, answers, await db.Evidence.AsNoTracking().Where(item => item.ResponseId == response.Id).ToListAsync(stop), clock);
                    return response;
                },
                cancel);
            db.ChangeTracker.Clear();
        }
    }

    private void Tell(Response response, DemoStory story, Actor focal, IReadOnlyList<AnswerRevision> answers, IReadOnlyList<EvidenceItem> evidence, DemoClock clock)
    {
        response.MissDeadline(EditionRun.Service, Moment.Now(clock));
        var review = new DemoReview(response, edition, _choices, people, clock);
        var reviewer = review.Reviewer(ReviewSeat.First).AsActor();
        DemoRules.Allowed(response.BeginResearch(reviewer, Moment.Now(clock)));
        var answering = new DemoAnswering(response, edition, _choices, clock, answers, evidence);
        answering.Answer(page => story.Progress != DemoProgress.Researched || StableHash.Share(story.Country + page.Code) < 0.5, _ => reviewer);
        if (story.Progress == DemoProgress.Researched)
        {
            return;
        }

        DemoRules.Allowed(response.Offer(reviewer, Moment.Now(clock).AddDays(21), Moment.Now(clock)));
        if (story.Progress == DemoProgress.NotValidated)
        {
            DemoRules.Allowed(response.EndOffer(EditionRun.Service, Moment.Now(clock).AddDays(21)));
        }
        else if (story.Progress == DemoProgress.Validated)
        {
            DemoRules.Allowed(response.Validate(focal, Moment.Now(clock)));
            review.Assign(ReviewSeat.First);
            review.Judge(ReviewSeat.First, answering.Answers, _ => true, asks: false);
            review.Close();
        }
    }
}
