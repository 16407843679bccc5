using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>A country in a list of reviews.</summary>
/// <param name="Pillars">Those that are the person's; all where the person has none and runs the edition.</param>
/// <param name="Wanted">Answers in them that need a verdict.</param>
/// <param name="Judged">How many of them have one from the person; or are settled, where the person judges none of them.</param>
public sealed record WorkRow(Response Response, string Country, ImmutableArray<string> Pillars, int Wanted, int Judged)
{
    public bool IsOpen => Response.State is ResponseState.Submitted or ResponseState.UnderReview;
}

/// <summary>The reviews of a person, or all of an edition, those that can be worked on first.</summary>
public sealed record WorkList(IReadOnlyList<WorkRow> Rows, int Total)
{
    public const int PageSize = 25;

    private static readonly ResponseState[] s_order =
        [ResponseState.UnderReview, ResponseState.Submitted, ResponseState.DeskResearch, ResponseState.Returned, ResponseState.Offered, ResponseState.NoReply, ResponseState.InProgress, ResponseState.NotStarted, ResponseState.Closed];

    /// <param name="all">Not only what is assigned to the person.</param>
    public static async Task<WorkList> LoadAsync(GciDb db, EditionShelf shelf, Actor actor, bool all, ResponseState? state, int skip, int take, string language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentNullException.ThrowIfNull(actor);
        var editions = shelf.Editions.Select(edition => edition.Id).ToArray();
        var found = (await db.Responses.AsNoTracking().Where(response => response.Kind == ResponseKind.National && editions.Contains(response.Edition)
            && (all
                ? response.SubmittedAt != null || response.ResearchedAt != null || response.State == ResponseState.NoReply
                : db.Assignments.Any(assignment => assignment.ResponseId == response.Id && assignment.ReviewerId == actor.Id && assignment.EndedAt == null))
            && (state == null || response.State == state)).Select(response => new { response.Id, response.Edition, response.Country, response.State }).ToListAsync(cancel))
            .OrderBy(response => Array.IndexOf(s_order, response.State)).ThenByDescending(response => response.Edition, StringComparer.Ordinal).ThenBy(response => response.Country, StringComparer.Ordinal).ToList();
        var ids = found.Skip(skip).Take(take).Select(response => response.Id).ToArray();
        var responses = await db.Responses.AsNoTracking().Where(response => ids.Contains(response.Id)).ToDictionaryAsync(response => response.Id, cancel);
        var answers = (await db.CurrentAnswers().AsNoTracking().Where(answer => ids.Contains(answer.ResponseId)).ToListAsync(cancel)).ToLookup(answer => answer.ResponseId);
        var verdicts = (await db.Verdicts.AsNoTracking().Where(verdict => ids.Contains(verdict.ResponseId)).ToListAsync(cancel)).ToLookup(verdict => verdict.ResponseId);
        var assignments = (await db.Assignments.AsNoTracking().Where(assignment => ids.Contains(assignment.ResponseId) && assignment.EndedAt == null).ToListAsync(cancel)).ToLookup(assignment => assignment.ResponseId);
        return new([.. ids.Select(id => Row(new OpenedResponse(responses[id], shelf.Edition(responses[id].Edition), actor, []), answers[id], verdicts[id], [.. assignments[id]], language))], found.Count);
    }

    private static WorkRow Row(OpenedResponse opened, IEnumerable<AnswerRevision> answers, IEnumerable<Verdict> verdicts, IReadOnlyList<Assignment> assignments, string language)
    {
        var (sight, sheet) = (new ReviewSight(opened.Actor, assignments), new Sheet(opened.Edition, opened.Response.Country, answers));
        var mine = sight.Pillars().ToHashSet();
        var pages = opened.Pages().Where(page => mine.Count == 0 || mine.Contains(page.Pillar)).ToList();
        var given = verdicts.ToLookup(verdict => verdict.Question, StringComparer.Ordinal);
        var wanted = pages.SelectMany(page => page.Questions().Where(question => sheet.Answers.IsActive(question.Code) && sheet.Current(question) is { IsAnswered: true })
            .Select(question => (page.Pillar, question.Code, Current: sheet.Current(question)!))).ToList();
        return new(
            opened.Response, opened.Edition.Countries[opened.Response.Country].NameIn(language),
            [.. opened.Edition.Questionnaire!.Sections.Select(section => section.Pillar).Where(pillar => mine.Count == 0 || mine.Contains(pillar))],
            wanted.Count, wanted.Count(answer => IsJudged(sight, answer.Pillar, answer.Current, given[answer.Code])));
    }

    private static bool IsJudged(ReviewSight sight, string pillar, AnswerRevision current, IEnumerable<Verdict> verdicts) => sight.SeatOn(pillar) is { } seat and not ReviewSeat.Adjudicator
        ? verdicts.Where(verdict => verdict.Seat == seat).MaxBy(verdict => verdict.Revision) is { } last && last.AnswerRevision == current.Revision
        : QuestionReview.Of(current, verdicts, sight.Seats(pillar)).IsSettled;
}
