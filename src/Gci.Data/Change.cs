using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data;

/// <summary>The one way in which a response is changed: nobody else changes it meanwhile, and all that follows is written together or not at all.</summary>
public static class Change
{
    /// <summary>
    /// Holds the response's row, loads it, lets <paramref name="decide"/> call its methods, and commits. Null where there is no such
    /// response. What <paramref name="decide"/> returns is given back only after the commit. Inside a transaction that is open already it takes
    /// part in that one, which then commits.
    /// </summary>
    public static async Task<T?> ResponseAsync<T>(this GciDb db, Guid id, Func<Response, CancellationToken, Task<T>> decide, CancellationToken cancel)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(decide);

        // Whoever has begun a transaction already holds the database and must not stand in the queue behind those who wait for it.
        using var turn = db.Database.CurrentTransaction is null ? await WriterQueue.TurnAsync(db.Database, cancel) : null;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;

        // The update takes the row's lock on PostgreSQL and the writer's on SQLite; it must come before the row is read.
        if (await db.Responses.Where(response => response.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(response => response.Version, response => response.Version + 1), cancel) == 0)
        {
            return null;
        }

        var response = await db.Responses.SingleAsync(response => response.Id == id, cancel);
        var result = await decide(response, cancel);
        await WithdrawGrantsAsync(db, response, cancel);
        db.AddRange(response.Added);
        await db.SaveChangesAsync(cancel);
        await EraseAsync(db, response, cancel);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        response.Added.Clear();

        // The next change in the same context must read the row anew: others may have changed it meanwhile.
        db.Entry(response).State = EntityState.Detached;
        return result;
    }

    // Rights are given whole: what was open to the person before goes in the same transaction, whoever gives them.
    private static async Task WithdrawGrantsAsync(GciDb db, Response response, CancellationToken cancel)
    {
        if (response.Regranted.Count > 0)
        {
            var people = response.Regranted.ToArray();
            await db.Grants.Where(grant => grant.ResponseId == response.Id && people.Contains(grant.AccountId)).ExecuteDeleteAsync(cancel);
            response.Regranted.Clear();
        }
    }

    // The database refuses to delete answers but those of a private copy that is deleted, so that is written first. Bytes of files are cleaned up as those of an upload that was never attached.
    private static async Task EraseAsync(GciDb db, Response response, CancellationToken cancel)
    {
        if (response.IsErased)
        {
            var id = response.Id;
            await db.Answers.Where(row => row.ResponseId == id).ExecuteDeleteAsync(cancel);
            await db.Suggestions.Where(row => row.ResponseId == id).ExecuteDeleteAsync(cancel);
            await db.Evidence.Where(row => row.ResponseId == id).ExecuteDeleteAsync(cancel);
            await db.Files.Where(row => row.ResponseId == id).ExecuteDeleteAsync(cancel);
            await db.Messages.Where(row => row.ResponseId == id).ExecuteDeleteAsync(cancel);
            await db.Grants.Where(row => row.ResponseId == id).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>Adds a response that was just opened, with the first link of its chain.</summary>
    public static void Begin(this GciDb db, Response response)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(response);
        db.Add(response);
        db.AddRange(response.Added);
        response.Added.Clear();
        response.Regranted.Clear(); // nothing was open to anybody before
    }

    /// <summary>The revisions that count now, one a question, of all responses.</summary>
    public static IQueryable<AnswerRevision> CurrentAnswers(this GciDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Answers.Where(answer => !db.Answers.Any(later => later.ResponseId == answer.ResponseId && later.Question == answer.Question && later.Revision > answer.Revision));
    }

    /// <summary>The revisions that count now, one a question.</summary>
    public static IQueryable<AnswerRevision> CurrentAnswers(this GciDb db, Guid response) => db.CurrentAnswers().Where(answer => answer.ResponseId == response);
}
