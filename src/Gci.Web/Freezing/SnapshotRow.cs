using Gci.Data;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Freezing;

/// <summary>What lists say of a snapshot.</summary>
/// <param name="Number">1 for the first freeze, 2, 3, … for later ones and for corrections.</param>
/// <param name="At">When it was confirmed.</param>
/// <param name="Hash">SHA-256 over definition, answers and sources.</param>
/// <param name="Definition">The hash of the edition's definition.</param>
/// <param name="ProposedBy">The name of who proposed it.</param>
/// <param name="ConfirmedBy">The name of who confirmed it.</param>
/// <param name="Note">What the public reads about a correction; null for the first.</param>
public sealed record SnapshotRow(int Number, DateTimeOffset At, string Hash, string Definition, string? ProposedBy, string? ConfirmedBy, string? Note)
{
    /// <summary>All of an edition, the last one first.</summary>
    public static async Task<IReadOnlyList<SnapshotRow>> LoadAsync(GciDb db, string edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Snapshots.Where(snapshot => snapshot.Edition == edition).OrderByDescending(snapshot => snapshot.Number)
            .Select(snapshot => new SnapshotRow(
                snapshot.Number, snapshot.At, snapshot.Hash, snapshot.Definition,
                db.Users.Where(user => user.Id == snapshot.ProposedBy).Select(user => user.Name).FirstOrDefault(),
                db.Users.Where(user => user.Id == snapshot.ConfirmedBy).Select(user => user.Name).FirstOrDefault(),
                snapshot.Note)).ToListAsync(cancel);
    }
}
