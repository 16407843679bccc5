using System.Globalization;
using Gci.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Auditing;

/// <summary>Checks the chains of the runs of editions, and that every snapshot is the one that two persons decided on.</summary>
internal static class RunVerification
{
    internal static async Task<IReadOnlyList<AuditBreak>> BreaksAsync(GciDb db, IEnumerable<EditionRun> runs, IReadOnlyCollection<SealedHead> heads, CancellationToken cancel)
    {
        var breaks = new List<AuditBreak>();
        foreach (var run in runs)
        {
            var entries = await db.RunEntries.AsNoTracking().Where(entry => entry.RunId == run.Id).OrderBy(entry => entry.Sequence).ToListAsync(cancel);
            var snapshots = await db.Snapshots.AsNoTracking().Where(snapshot => snapshot.Edition == run.Edition).OrderBy(snapshot => snapshot.Number).ToListAsync(cancel);
            if (BreakIn(run, entries, snapshots, heads.Where(head => head.ResponseId == run.Id)) is { } found)
            {
                breaks.Add(found);
            }
        }

        return breaks;
    }

    private static AuditBreak? BreakIn(EditionRun run, List<RunEntry> entries, List<Snapshot> snapshots, IEnumerable<SealedHead> heads)
    {
        var (previous, state) = (AuditChain.Genesis, RunState.Draft);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var sentence = entry.Sequence != i + 1 ? Say($"link {i + 1} is missing; link {entry.Sequence} stands in its place")
                : entry.Previous != previous ? "it does not follow from the link before"
                : entry.Computed() != entry.Hash ? "its own content was changed"
                : null;
            if (sentence is not null)
            {
                return new(run.Id, i + 1, sentence);
            }

            state = entry.Action == EditionRun.Moved ? Enum.Parse<RunStep>(entry.Subject).To() : state;
            previous = entry.Hash;
        }

        return entries.Count != run.ChainLength || previous != run.ChainHead
                ? new(run.Id, entries.Count + 1, Say($"the chain ends after {entries.Count} links and should have {run.ChainLength}"))
            : heads.OrderBy(head => head.SealNumber).FirstOrDefault(head => head.Length > entries.Count || (head.Length > 0 && entries[head.Length - 1].Hash != head.Hash)) is { } lost
                ? new(run.Id, Math.Min(lost.Length, entries.Count + 1), Say($"seal {lost.SealNumber} saw another link {lost.Length}: the chain was cut or written anew"))
            : state != run.State ? new(run.Id, entries.Count + 1, $"the state {run.State} of edition {run.Edition} stands in the database and in no link of the chain")
            : MistakeIn(run, entries, snapshots) is { } mistake ? new(run.Id, entries.Count + 1, mistake) : null;
    }

    // Each snapshot was confirmed by a link that names its hash, and each such link has its snapshot.
    private static string? MistakeIn(EditionRun run, List<RunEntry> entries, List<Snapshot> snapshots)
    {
        var decided = entries.Where(entry => entry.Action == EditionRun.Moved && entry.Subject is nameof(RunStep.Freeze) or nameof(RunStep.Correct)).ToList();
        return decided.Count != snapshots.Count ? Say($"edition {run.Edition} has {snapshots.Count} snapshots and {decided.Count} were decided on")
            : snapshots.Zip(decided).Where(pair => !pair.First.IsWhole || pair.Second.Content != EditionRun.ContentOf(Enum.Parse<RunStep>(pair.Second.Subject), pair.First.Hash))
                .Select(pair => Say($"snapshot {pair.First.Number} of edition {run.Edition} was changed after it was decided on")).FirstOrDefault();
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
