using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Auditing;

/// <summary>What the chain keeps of a submission, and the first seal that vouches for it.</summary>
/// <param name="Link">The link that the certification added: the chain's length and head as they were submitted.</param>
/// <param name="Seal">Null until the chains are sealed.</param>
/// <param name="Head">Where the response's chain stood when it was sealed: at the link or after it.</param>
public sealed record SubmissionRecord(AuditEntry Link, Seal? Seal, SealedHead? Head)
{
    /// <summary>Null where the response was not submitted.</summary>
    public static async Task<SubmissionRecord?> FindAsync(GciDb db, Guid response, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Audit.AsNoTracking().FirstOrDefaultAsync(entry => entry.ResponseId == response && entry.Action == Response.Submission, cancel) is not { } link)
        {
            return null;
        }

        var head = await db.Set<SealedHead>().AsNoTracking().Where(head => head.ResponseId == response && head.Length >= link.Sequence)
            .OrderBy(head => head.SealNumber).FirstOrDefaultAsync(cancel);
        var seal = head is null ? null : await db.Seals.AsNoTracking().FirstAsync(seal => seal.Number == head.SealNumber, cancel);
        return new(link, seal, head);
    }
}
