using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Runs;

/// <summary>The one way in which the run of an edition is changed.</summary>
public static class RunChange
{
    /// <summary>
    /// Holds the run's row, loads it, lets <paramref name="decide"/> call its methods, and commits. Null where the edition has no run.
    /// Inside a transaction that is open already it takes part in that one, which then commits.
    /// </summary>
    public static async Task<T?> RunAsync<T>(this GciDb db, string edition, Func<EditionRun, CancellationToken, Task<T>> decide, CancellationToken cancel)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(decide);
        using var turn = db.Database.CurrentTransaction is null ? await WriterQueue.TurnAsync(db.Database, cancel) : null;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        if (await db.Runs.Where(run => run.Edition == edition).ExecuteUpdateAsync(set => set.SetProperty(run => run.Version, run => run.Version + 1), cancel) == 0)
        {
            return null;
        }

        var run = await db.Runs.SingleAsync(run => run.Edition == edition, cancel);
        var result = await decide(run, cancel);
        db.AddRange(run.Added);
        await db.SaveChangesAsync(cancel);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        run.Added.Clear();
        db.Entry(run).State = EntityState.Detached;
        return result;
    }

    /// <summary>Adds a run that was just begun, with the first link of its chain.</summary>
    public static void Begin(this GciDb db, EditionRun run)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(run);
        db.Add(run);
        db.AddRange(run.Added);
        run.Added.Clear();
    }
}
