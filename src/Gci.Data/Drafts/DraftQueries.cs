using Gci.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Drafts;

/// <summary>How drafts are read and the one way in which they are changed.</summary>
public static class DraftQueries
{
    /// <summary>The last revision of every file up to a version, removed ones too.</summary>
    public static async Task<Dictionary<string, DraftFile>> DraftFilesAsync(this GciDb db, string edition, int version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var files = db.DraftFiles.AsNoTracking().Where(file => file.Edition == edition && file.Version <= version);
        return await files.Where(file => !files.Any(later => later.Name == file.Name && later.Revision > file.Revision)).ToDictionaryAsync(file => file.Name, StringComparer.Ordinal, cancel);
    }

    /// <summary>Adds a draft that was just begun.</summary>
    public static void Begin(this GciDb db, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(draft);
        db.Add(draft);
        db.AddRange(draft.Added);
        draft.Added.Clear();
    }

    /// <summary>
    /// Holds the draft's row, lets <paramref name="decide"/> call its methods, and commits. Null where the draft is not at the version that was
    /// read: whoever read it reads again.
    /// </summary>
    public static async Task<DraftChange?> ChangeDraftAsync(this GciDb db, string edition, int version, Func<Draft, RunState?, Refusal?> decide, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(decide);
        using var turn = await WriterQueue.TurnAsync(db.Database, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Drafts.Where(draft => draft.Edition == edition && draft.Version == version).ExecuteUpdateAsync(set => set.SetProperty(draft => draft.Version, version), cancel) == 0)
        {
            return null;
        }

        var draft = await db.Drafts.SingleAsync(draft => draft.Edition == edition, cancel);
        var refusal = decide(draft, await db.RunStateAsync(edition, cancel));
        if (refusal is null)
        {
            db.AddRange(draft.Added);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        db.ChangeTracker.Clear();
        return new(draft, refusal, [.. draft.Added]);
    }
}

/// <summary>A draft as it is after something was tried on it.</summary>
/// <param name="Added">The revisions that came with it.</param>
public sealed record DraftChange(Draft Draft, Refusal? Refusal, IReadOnlyList<DraftFile> Added);
