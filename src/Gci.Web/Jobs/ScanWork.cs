using Gci.Data;
using Gci.Data.Responses;
using Gci.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Jobs;

/// <summary>Scans files that were uploaded while the scanner did not answer, or before there was one.</summary>
internal sealed class ScanWork(WorkLog log, GciDb db, IFileStore store, VirusScan scan) : Work(log)
{
    internal override string Name => "scans";

    protected override string Remedy => "Files that were not scanned are given to nobody: see that the file store can be read.";

    internal override async Task RunAsync(CancellationToken cancel)
    {
        var files = await db.Files.AsNoTracking().Where(file => file.Scan == ScanState.Waiting || file.Scan == ScanState.NotScanned).OrderBy(file => file.Id).ToListAsync(cancel);
        foreach (var file in files)
        {
            await using var content = await store.OpenAsync(file.Id, cancel) ?? throw new FileNotFoundException($"File {file.Id} of response {file.ResponseId} is not in the store; restore it from a backup.");
            var (state, _) = await scan.ScanAsync(content, $"file {file.Id} of response {file.ResponseId}, which is given to nobody from now on", cancel);
            if (state == ScanState.Waiting)
            {
                return;
            }

            await db.Files.Where(row => row.Id == file.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Scan, state), cancel);
        }
    }
}
