using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Auditing;

/// <summary>Seals the heads of all chains.</summary>
public static class Sealing
{
    /// <summary>Writes the next seal; null where no chain grew since the last one.</summary>
    public static async Task<Seal?> SealAsync(this GciDb db, SealKey key, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(key);
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
        var last = await db.Seals.AsNoTracking().Include(seal => seal.Heads).OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancel);
        var heads = await db.Responses.Select(response => new { response.Id, response.ChainLength, response.ChainHead })
            .Concat(db.Runs.Select(run => new { run.Id, run.ChainLength, run.ChainHead })).ToListAsync(cancel);
        var before = last?.Heads.ToDictionary(head => head.ResponseId, head => head.Hash);
        if (heads.Count == 0 || (before is not null && heads.All(head => before.GetValueOrDefault(head.Id) == head.ChainHead)))
        {
            return null;
        }

        var number = (last?.Number ?? 0) + 1;
        SealedHead[] sealedHeads =
        [
            .. heads.OrderBy(head => head.Id.ToString(), StringComparer.Ordinal)
                .Select(head => new SealedHead { SealNumber = number, ResponseId = head.Id, Length = head.ChainLength, Hash = head.ChainHead }),
        ];
        var (at, previous) = (Moment.Now(clock), last?.Hash ?? AuditChain.Genesis);
        var hash = HashOf(number, at, previous, sealedHeads);
        var seal = new Seal { Number = number, At = at, Previous = previous, Hash = hash, Signature = key.Sign(hash), Heads = sealedHeads };
        db.Seals.Add(seal);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return seal;
    }

    internal static string HashOf(int number, DateTimeOffset at, string previous, IEnumerable<SealedHead> heads) => CanonicalHash.Of(
    [
        CanonicalHash.Number(number), CanonicalHash.Time(at), previous,
        .. heads.OrderBy(head => head.ResponseId.ToString(), StringComparer.Ordinal)
            .SelectMany(head => (string[])[head.ResponseId.ToString(), CanonicalHash.Number(head.Length), head.Hash]),
    ]);
}
