using Gci.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Auditing;

/// <summary>Checks the chains of the runs of editions, and that every snapshot is the one that two persons decided on.</summary>
internal static class RunVerification
{
    internal static async Task<IReadOnlyList<AuditBreak>> BreaksAsync(GciDb db, IEnumerable<EditionRun> runs, ILookup<Guid, SealedHead> heads, CancellationToken cancel)
    {
        var breaks = new List<AuditBreak>();
        foreach (var run in runs)
        {
            var entries = await db.RunEntries.AsNoTracking().Where(entry => entry.RunId == run.Id).OrderBy(entry => entry.Sequence).ToListAsync(cancel);
            var snapshots = await db.Snapshots.AsNoTracking().Where(snapshot => snapshot.Edition == run.Edition).OrderBy(snapshot => snapshot.Number).ToListAsync(cancel);
            if (BreakIn(run, entries, snapshots, heads[run.Id]) is { } found)
            {
                breaks.Add(found);
            }
        }

        return breaks;
    }

    /// <summary>Snapshots of editions that are not run here: nobody can have decided on them. Each is at least held against its own hash.</summary>
    internal static async Task<IReadOnlyList<AuditBreak>> WithoutRunAsync(GciDb db, CancellationToken cancel, string? edition = null)
    {
        var snapshots = await db.Snapshots.AsNoTracking()
            .Where(snapshot => (edition == null || snapshot.Edition == edition) && !db.Runs.Any(run => run.Edition == snapshot.Edition))
            .OrderBy(snapshot => snapshot.Edition).ThenBy(snapshot => snapshot.Number).ToListAsync(cancel);
        return
        [
            .. snapshots.Select(snapshot => new AuditBreak(
                snapshot.Id, snapshot.Number, ChainCheck.Say($"snapshot {snapshot.Number} of edition {snapshot.Edition} {(snapshot.IsWhole ? "was decided on in no run" : "was changed, and was decided on in no run")}"))),
        ];
    }

    private static AuditBreak? BreakIn(EditionRun run, List<RunEntry> entries, List<Snapshot> snapshots, IEnumerable<SealedHead> heads) =>
        ChainCheck.BreakIn(run.Id, entries, run.ChainLength, run.ChainHead, heads, _ => null)
        ?? (MistakeIn(run, entries, snapshots) is { } mistake ? new(run.Id, entries.Count + 1, mistake) : null);

    // Each snapshot was confirmed by a link that names its hash, and each such link has its snapshot.
    private static string? MistakeIn(EditionRun run, List<RunEntry> entries, List<Snapshot> snapshots)
    {
        var steps = entries.Where(entry => entry.Action == EditionRun.Moved).Select(entry => (Step: Enum.Parse<RunStep>(entry.Subject), entry.Content)).ToList();
        var state = steps.Count == 0 ? RunState.Draft : steps[^1].Step.To();
        var decided = steps.Where(taken => taken.Step is RunStep.Freeze or RunStep.Correct).ToList();
        return state != run.State ? $"the state {run.State} of edition {run.Edition} stands in the database and in no link of the chain"
            : decided.Count != snapshots.Count ? ChainCheck.Say($"edition {run.Edition} has {snapshots.Count} snapshots and {decided.Count} were decided on")
            : snapshots.Zip(decided).Where(pair => !pair.First.IsWhole || pair.Second.Content != EditionRun.ContentOf(pair.Second.Step, pair.First.Hash))
                .Select(pair => ChainCheck.Say($"snapshot {pair.First.Number} of edition {run.Edition} was changed after it was decided on")).FirstOrDefault();
    }
}
