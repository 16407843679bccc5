using Gci.Data;
using Gci.Data.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Drafting;

/// <summary>Brings the shelf to where the database is.</summary>
public static class DraftRefreshing
{
    /// <summary>Puts every draft up that is not there as it is kept.</summary>
    public static async Task RefreshAsync(this EditionShelf shelf, GciDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentNullException.ThrowIfNull(db);
        var running = await db.Runs.AsNoTracking().Select(run => run.Edition).ToListAsync(cancel);
        foreach (var draft in await db.Drafts.AsNoTracking().ToListAsync(cancel))
        {
            var present = shelf.DraftOf(draft.Edition);
            if (!shelf.IdsOnDisk.Contains(draft.Edition) && (present?.Version != draft.Version || present.IsShown != (running.Contains(draft.Edition) && draft.State == DraftState.Open)))
            {
                shelf.Put(await ShelvedDraft.ReadAsync(db, shelf, draft, cancel));
            }
        }
    }
}
