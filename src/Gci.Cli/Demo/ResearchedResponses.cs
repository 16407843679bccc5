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
            await ChangeAsync(opened!.Id, (response, answers, evidence) => Begin(response, answers, evidence, clock), cancel);
            await ChangeAsync(opened.Id, (response, answers, evidence) => Tell(response, story, focal, answers, evidence, clock), cancel);
        }
    }

    private async Task ChangeAsync(Guid id, Action<Response, IReadOnlyList<AnswerRevision>, IReadOnlyList<EvidenceItem>> change, CancellationToken cancel)
    {
        await db.ResponseAsync(
            id,
            async (response, stop) =>
            {
                change(response, await db.CurrentAnswers(id).AsNoTracking().ToListAsync(stop), await db.Evidence.Where(item => item.ResponseId == id && item.RemovedAt == null).ToListAsync(stop));
                return response;
            },
            cancel);
        db.ChangeTracker.Clear();
    }

    private void Begin(Response response, IReadOnlyList<AnswerRevision> answers, IReadOnlyList<EvidenceItem> evidence, DemoClock clock)
    {
        response.MissDeadline(EditionRun.Service, Moment.Now(clock));
        DemoRules.Allowed(response.BeginResearch(new DemoReview(response, edition, _choices, people, clock).Reviewer(ReviewSeat.First).AsActor(), answers, evidence, Moment.Now(clock)));
    }

    private void Tell(Response response, DemoStory story, Actor focal, IReadOnlyList<AnswerRevision> answers, IReadOnlyList<EvidenceItem> evidence, DemoClock clock)
    {
        var review = new DemoReview(response, edition, _choices, people, clock);
        var reviewer = review.Reviewer(ReviewSeat.First).AsActor();
        var answering = new DemoAnswering(response, edition, _choices, clock, answers, evidence);
        answering.Answer(page => story.Progress != DemoProgress.Researched || StableHash.Share(story.Country + page.Code) < 0.5, _ => reviewer);
        if (story.Progress == DemoProgress.Researched)
        {
            return;
        }

        DemoRules.Allowed(response.Offer(reviewer, Moment.Now(clock).AddDays(21), Moment.Now(clock)));
        if (story.Progress == DemoProgress.NotValidated)
        {
            DemoRules.Allowed(response.EndOffer(EditionRun.Service, [], [], [], Moment.Now(clock).AddDays(21)));
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
