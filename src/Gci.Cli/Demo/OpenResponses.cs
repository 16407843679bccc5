using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions;
using Microsoft.EntityFrameworkCore;

namespace Gci.Cli.Demo;

/// <summary>The open edition: countries that have just begun, that are under way, that are complete and that have submitted.</summary>
internal sealed class OpenResponses(GciDb db, Edition edition, DemoPeople people)
{
    private readonly ImmutableDictionary<string, ImmutableArray<Choice>> _choices = edition.Questionnaire!.Questions().Where(question => question.IsScored)
        .ToImmutableDictionary(question => question.Code, question => Choices.Of(question, edition));

    internal async Task SaveAsync(CancellationToken cancel)
    {
        foreach (var story in DemoStory.All.Where(story => edition.Countries.ContainsKey(story.Country)))
        {
            var focal = people.FocalPoints[story.Country].AsActor();
            var clock = new DemoClock(DemoCalendar.Begun(DemoCalendar.OpenEdition, story.Country), story.Country);
            var (opened, refusal) = await db.OpenAsync(focal, edition, ResponseKind.National, clock, cancel);
            DemoRules.Allowed(refusal);
            db.ChangeTracker.Clear();
            if (story.Progress != DemoProgress.Opened)
            {
                await WorkAsync(opened!.Id, story, focal, clock, cancel);
            }
        }
    }

    private async Task WorkAsync(Guid id, DemoStory story, Actor focal, DemoClock clock, CancellationToken cancel)
    {
        await ChangeAsync(id, (response, answers, evidence, _) =>
        {
            var team = new DemoTeam(response, people);
            team.Invite(Moment.Now(clock));
            new DemoAnswering(response, edition, _choices, clock, answers, evidence)
                .Answer(page => story.Progress != DemoProgress.Answering || StableHash.Share(story.Country + page.Code) < story.Share, team.Writer);
            team.Suggest(edition, _choices, clock);
            team.Talk(edition, clock);
        }, cancel);
        await ChangeAsync(id, (response, answers, _, suggestions) => new DemoTeam(response, people).Decide(suggestions, answers, clock), cancel);
        if (story.Progress == DemoProgress.Submitted)
        {
            await ChangeAsync(id, (response, answers, evidence, _) => DemoRules.Certify(response, edition, focal, new(answers, [.. evidence.Where(item => item.RemovedAt is null)], [], []), Moment.Now(clock)), cancel);
        }
    }

    private async Task ChangeAsync(
        Guid id, Action<Response, IReadOnlyList<AnswerRevision>, IReadOnlyList<EvidenceItem>, IReadOnlyList<Suggestion>> change, CancellationToken cancel)
    {
        await db.ResponseAsync(
            id,
            async (response, stop) =>
            {
                var answers = await db.CurrentAnswers(id).AsNoTracking().ToListAsync(stop);
                var evidence = await db.Evidence.AsNoTracking().Where(item => item.ResponseId == id).ToListAsync(stop);
                var suggestions = await db.Suggestions.Where(suggestion => suggestion.ResponseId == id).OrderBy(suggestion => suggestion.At).ToListAsync(stop);
                change(response, answers, evidence, suggestions);
                return response;
            },
            cancel);
        db.ChangeTracker.Clear();
    }
}
