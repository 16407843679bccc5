using Gci.Data.Responses;
using Gci.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Auditing;

/// <summary>The first broken link of a chain.</summary>
/// <param name="Response">The response, or the run of an edition; null where a seal is broken.</param>
/// <param name="Sequence">The link's or the seal's number.</param>
public sealed record AuditBreak(Guid? Response, int Sequence, string Sentence);

/// <summary>Checks chains against themselves, against what they recorded, and against the seals.</summary>
public static class AuditVerification
{
    /// <summary>The first break of each chain and of the seals; empty where nothing was edited, deleted, reordered, inserted or cut off.</summary>
    public static Task<IReadOnlyList<AuditBreak>> VerifyAuditAsync(this GciDb db, SealKey key, CancellationToken cancel) => db.VerifyAuditAsync(key, [], cancel);

    /// <summary>The same, held against what other services sealed as well.</summary>
    /// <param name="moved">Where chains stood when they were sealed by other services, from which they came.</param>
    public static async Task<IReadOnlyList<AuditBreak>> VerifyAuditAsync(this GciDb db, SealKey key, IReadOnlyCollection<SealedHead> moved, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(moved);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(key);

        // One snapshot of everything: a save in between must not look like a break.
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var seals = await db.Seals.AsNoTracking().Include(seal => seal.Heads).OrderBy(seal => seal.Number).ToListAsync(cancel);
        var responses = await db.Responses.AsNoTracking().OrderBy(response => response.Id).ToListAsync(cancel);
        var runs = await db.Runs.AsNoTracking().OrderBy(run => run.Id).ToListAsync(cancel);
        var breaks = await BreaksAsync(db, responses, runs, [.. seals.SelectMany(seal => seal.Heads), .. moved], cancel);
        var known = responses.Select(response => response.Id).Concat(runs.Select(run => run.Id)).ToHashSet();
        breaks.AddRange(moved.Where(head => !known.Contains(head.ResponseId)).Select(head => new AuditBreak(head.ResponseId, head.Length, "the chain was moved here and is missing")));
        breaks.AddRange(await RunVerification.WithoutRunAsync(db, cancel));
        if (BreakIn(seals, key, [.. responses.Select(response => response.Id), .. runs.Select(run => run.Id)]) is { } broken)
        {
            breaks.Add(broken);
        }

        return breaks;
    }

    /// <summary>The first break of each chain of one edition, inside the transaction that is open.</summary>
    /// <param name="heads">Where its chains stood when they were sealed, wherever that was.</param>
    public static async Task<IReadOnlyList<AuditBreak>> VerifyEditionAsync(this GciDb db, string edition, IReadOnlyCollection<SealedHead> heads, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var responses = await db.Responses.AsNoTracking().Where(response => response.Edition == edition).OrderBy(response => response.Id).ToListAsync(cancel);
        var breaks = await BreaksAsync(db, responses, await db.Runs.AsNoTracking().Where(run => run.Edition == edition).ToListAsync(cancel), heads, cancel);
        return [.. breaks, .. (await RunVerification.WithoutRunAsync(db, cancel, edition))];
    }

    private static async Task<List<AuditBreak>> BreaksAsync(
        GciDb db, IEnumerable<Response> responses, IEnumerable<EditionRun> runs, IReadOnlyCollection<SealedHead> sealedHeads, CancellationToken cancel)
    {
        var (breaks, heads) = (new List<AuditBreak>(), sealedHeads.ToLookup(head => head.ResponseId));
        foreach (var response in responses)
        {
            var entries = await db.Audit.AsNoTracking().Where(entry => entry.ResponseId == response.Id).OrderBy(entry => entry.Sequence).ToListAsync(cancel);
            var written = await WrittenContent.LoadAsync(db, response, cancel);
            if (BreakIn(response, entries, written, heads[response.Id]) is { } found)
            {
                breaks.Add(found);
            }
        }

        breaks.AddRange(await RunVerification.BreaksAsync(db, runs, heads, cancel));
        return breaks;
    }

    private static AuditBreak? BreakIn(Response response, List<AuditEntry> entries, WrittenContent written, IEnumerable<SealedHead> heads) =>
        ChainCheck.BreakIn(response.Id, entries, response.ChainLength, response.ChainHead, heads, written.Mistake)
        ?? (written.Unrecorded() is { } extra ? new(response.Id, entries.Count + 1, $"{extra} stands in the database and in no link of the chain") : null);

    private static AuditBreak? BreakIn(List<Seal> seals, SealKey key, HashSet<Guid> responses)
    {
        var previous = AuditChain.Genesis;
        for (var i = 0; i < seals.Count; i++)
        {
            var seal = seals[i];
            var sentence = seal.Number != i + 1 ? ChainCheck.Say($"seal {i + 1} is missing")
                : seal.Previous != previous ? "the seal does not follow from the one before"
                : Sealing.HashOf(seal.Number, seal.At, seal.Previous, seal.Heads) != seal.Hash ? "the seal's content was changed"
                : !key.Verifies(seal.Hash, seal.Signature) ? "the seal's signature is not that of the key"
                : seal.Heads.FirstOrDefault(head => !responses.Contains(head.ResponseId)) is { } gone ? $"the sealed response {gone.ResponseId} is missing"
                : null;
            if (sentence is not null)
            {
                return new(null, i + 1, sentence);
            }

            previous = seal.Hash;
        }

        return null;
    }
}
