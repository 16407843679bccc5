using Gci.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Responses;

/// <summary>The answers and evidence of a response that count for one reader; what they say may still have to be withheld.</summary>
public static class SeenRows
{
    /// <summary>The revisions that count, one a question.</summary>
    public static IQueryable<AnswerRevision> CurrentAnswers(this GciDb db, AnswerSight sight)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(sight);
        var id = sight.Response;
        return sight.ReadsResearchOnly ? db.FoundAnswers(id) : db.CurrentAnswers(id);
    }

    /// <summary>Ends an offer: what the country wrote and did not submit no longer counts.</summary>
    public static async Task<Refusal?> EndOfferAsync(this GciDb db, Response response, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(response);
        return response.EndOffer(
            actor, await db.CurrentAnswers(response.Id).AsNoTracking().ToListAsync(cancel), await db.FoundAnswers(response.Id).AsNoTracking().ToListAsync(cancel),
            await db.Evidence.Where(item => item.ResponseId == response.Id && item.RemovedAt == null && db.Users.Any(user => user.Id == item.By && user.Country != null)).ToListAsync(cancel), now);
    }

    // What reviewers write in a country's place is always marked as theirs.
    private static IQueryable<AnswerRevision> FoundAnswers(this GciDb db, Guid id) => db.Answers.Where(answer => answer.ResponseId == id && answer.Source == Provenance.DeskResearch
        && !db.Answers.Any(later => later.ResponseId == id && later.Question == answer.Question && later.Source == Provenance.DeskResearch && later.Revision > answer.Revision));

    /// <summary>What is attached.</summary>
    public static IQueryable<EvidenceItem> Present(this GciDb db, AnswerSight sight)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(sight);
        var id = sight.Response;
        return !sight.ReadsResearchOnly
            ? db.Evidence.Where(item => item.ResponseId == id && item.RemovedAt == null)
            : db.Evidence.Where(item => item.ResponseId == id && !db.Users.Any(user => user.Id == item.By && user.Country != null)
                && (item.RemovedAt == null || db.Users.Any(user => user.Id == item.RemovedBy && user.Country != null)));
    }
}
