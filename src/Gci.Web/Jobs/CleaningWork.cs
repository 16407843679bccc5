using Gci.Data;
using Gci.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Jobs;

/// <summary>Takes away files that were uploaded and never attached, and what was left of uploads that broke off.</summary>
internal sealed class CleaningWork(WorkLog log, GciDb db, IFileStore store, ServiceOptions options, TimeProvider clock) : Work(log)
{
    private static readonly TimeSpan s_grace = TimeSpan.FromDays(1);

    internal override string Name => "cleaning";

    protected override string Remedy => "Files that belong to nothing stay in the store until it works: see that the store can be written.";

    internal override async Task RunAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - s_grace;
        if (Directory.Exists(options.IncomingFolder))
        {
            foreach (var part in new DirectoryInfo(options.IncomingFolder).EnumerateFiles().Where(part => part.LastWriteTimeUtc < before))
            {
                part.Delete();
            }
        }

        await foreach (var ids in store.ListAsync(cancel).Where(id => MadeAt(id) < before).Chunk(200).WithCancellation(cancel))
        {
            var known = await db.Files.Where(file => ids.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancel);
            foreach (var id in ids.Except(known))
            {
                await store.DeleteAsync(id, cancel);
            }
        }
    }

    // The first 48 bits of an id of version 7 are its time in milliseconds.
    private static DateTimeOffset MadeAt(Guid id) => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16));
}
