using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Reviews;

/// <summary>What was sent back last, and what the country has changed since.</summary>
/// <param name="Questions">The questions of the present round, in the order of their codes.</param>
/// <param name="Changed">The codes of those whose answer or evidence is another one than when they were sent back.</param>
public sealed record PresentReturn(IReadOnlyList<ReturnedQuestion> Questions, IReadOnlySet<string> Changed)
{
    public bool IsChanged(ReturnedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Changed.Contains(question.Question);
    }

    /// <summary>The questions are tracked, so that what is decided about them is saved.</summary>
    public static async Task<PresentReturn> LoadAsync(GciDb db, Response response, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(response);
        var questions = (await db.ReturnedNow(response).ToListAsync(cancel))
            .OrderBy(question => question.Question, StringComparer.Ordinal).ToList();
        var codes = questions.ConvertAll(question => question.Question);
        var revisions = await db.CurrentAnswers(response.Id).Where(answer => codes.Contains(answer.Question)).Select(answer => new { answer.Question, answer.Revision })
            .ToDictionaryAsync(answer => answer.Question, answer => answer.Revision, cancel);
        var evidence = (await db.Evidence.AsNoTracking().Where(item => item.ResponseId == response.Id && codes.Contains(item.Question)).ToListAsync(cancel)).ToLookup(item => item.Question);
        return new(
            questions,
            questions.Where(question => revisions.GetValueOrDefault(question.Question) != question.AnswerRevision
                || evidence[question.Question].Any(item => item.At > question.At || item.RemovedAt > question.At)).Select(question => question.Question).ToHashSet());
    }
}

public static class ReturnQueries
{
    /// <summary>The questions of the present round.</summary>
    public static IQueryable<ReturnedQuestion> ReturnedNow(this GciDb db, Response response)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(response);
        return db.Returned.Where(question => question.ResponseId == response.Id && question.Round == response.ReturnRound);
    }
}
