using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>What is kept of the review of one response, beside its answers.</summary>
/// <param name="Assignments">Those that have not ended.</param>
/// <param name="Remarks">What the country and the secretariat said to each other about questions, newest last.</param>
public sealed record ReviewRows(
    IReadOnlyList<Assignment> Assignments, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<EvidenceVerdict> Found, IReadOnlyList<ReturnedQuestion> Returned,
    IReadOnlyList<Message> Remarks, IReadOnlyDictionary<Guid, Account> People)
{
    public static async Task<ReviewRows> LoadAsync(GciDb db, OpenedResponse opened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(opened);
        var id = opened.Response.Id;
        var assignments = await db.Assigned(id).AsNoTracking().ToListAsync(cancel);
        var verdicts = await db.Verdicts.AsNoTracking().Where(verdict => verdict.ResponseId == id).ToListAsync(cancel);
        var found = await db.EvidenceVerdicts.AsNoTracking().Where(verdict => verdict.ResponseId == id).ToListAsync(cancel);
        var returned = await db.Returned.AsNoTracking().Where(row => row.ResponseId == id).OrderBy(row => row.Round).ToListAsync(cancel);
        var remarks = await db.Remarks(opened).AsNoTracking().Where(message => message.Question != null).OrderBy(message => message.At).ThenBy(message => message.Id).ToListAsync(cancel);
        var people = assignments.Select(row => row.ReviewerId).Concat(verdicts.Select(row => row.By)).Concat(remarks.Select(row => row.By)).Distinct().ToArray();
        return new(
            assignments, verdicts, found, returned, remarks,
            people.Length == 0 ? new Dictionary<Guid, Account>() : await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, cancel));
    }
}

public static class ReviewQueries
{
    /// <summary>The assignments of a response that have not ended.</summary>
    public static IQueryable<Assignment> Assigned(this GciDb db, Guid response)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Assignments.Where(assignment => assignment.ResponseId == response && assignment.EndedAt == null);
    }

    /// <summary>The code of the pillar that asks a question.</summary>
    public static string PillarOf(this Gci.Editions.Edition edition, string question)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return QuestionPage.Holding(edition.Questionnaire!, question).Pillar;
    }
}
