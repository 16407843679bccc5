using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>A question on which two reviewers do not agree, and nobody has decided.</summary>
/// <param name="IsMine">Whether the person decides.</param>
public sealed record Disagreement(Response Response, string Country, string Pillar, string Question, Verdict First, Verdict Second, bool IsMine);

/// <summary>What there is to adjudicate: for adjudicators what is theirs, for those who run an edition all but what they judge themselves.</summary>
public static class Adjudication
{
    public static async Task<IReadOnlyList<Disagreement>> ListAsync(GciDb db, EditionShelf shelf, Actor actor, string language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(shelf);
        var responses = (await db.Responses.AsNoTracking().Where(response => response.Kind == ResponseKind.National && (response.State == ResponseState.Submitted || response.State == ResponseState.UnderReview)
            && db.Verdicts.Any(verdict => verdict.ResponseId == response.Id && verdict.Seat == ReviewSeat.Second)).OrderBy(response => response.Country).ToListAsync(cancel))
            .Where(response => shelf.Has(response.Edition)).ToDictionary(response => response.Id);
        var ids = responses.Keys.ToArray();
        var assignments = (await db.Assignments.AsNoTracking().Where(row => ids.Contains(row.ResponseId) && row.EndedAt == null).ToListAsync(cancel)).ToLookup(row => row.ResponseId);
        var current = (await db.CurrentAnswers().AsNoTracking().Where(answer => ids.Contains(answer.ResponseId)).ToListAsync(cancel))
            .ToDictionary(answer => (answer.ResponseId, answer.Question));
        var verdicts = await db.Verdicts.AsNoTracking().Where(verdict => ids.Contains(verdict.ResponseId)).ToListAsync(cancel);
        return
        [
            .. verdicts.GroupBy(verdict => (verdict.ResponseId, verdict.Question)).OrderBy(group => responses[group.Key.ResponseId].Country, StringComparer.Ordinal).ThenBy(group => group.Key.Question, StringComparer.Ordinal)
                .Select(group => Of(responses[group.Key.ResponseId], [.. group], current.GetValueOrDefault(group.Key), new(actor, [.. assignments[group.Key.ResponseId]]), shelf, language)).OfType<Disagreement>(),
        ];
    }

    private static Disagreement? Of(Response response, List<Verdict> verdicts, AnswerRevision? current, ReviewSight sight, EditionShelf shelf, string language)
    {
        var edition = shelf.Edition(response.Edition);
        var pillar = edition.PillarOf(verdicts[0].Question);
        var seat = sight.SeatOn(pillar);
        if (!(seat == ReviewSeat.Adjudicator || (seat is null && sight.RunsEdition)) || QuestionReview.Of(current, verdicts, sight.Seats(pillar)).Status != ReviewStatus.Disagreed)
        {
            return null;
        }

        return new(response, edition.Countries[response.Country].NameIn(language), pillar, verdicts[0].Question, Last(ReviewSeat.First), Last(ReviewSeat.Second), seat == ReviewSeat.Adjudicator);

        Verdict Last(ReviewSeat of) => verdicts.Where(verdict => verdict.Seat == of).MaxBy(verdict => verdict.Revision)!;
    }
}
