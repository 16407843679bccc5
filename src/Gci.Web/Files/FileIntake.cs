using Gci.Data;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Files;

/// <summary>
/// Takes uploads: reads a file, finds out what it is, and keeps its bytes. The row is not added: it belongs to the change that attaches the
/// file. A file that is never attached is gone after a day.
/// </summary>
public sealed class FileIntake(GciDb db, IFileStore store, ServiceOptions options, TimeProvider clock)
{
    private const int Megabyte = 1_000_000;

    /// <summary>The kept file, to be attached by <see cref="Response.Attach"/>; or why it was not taken, and then nothing is left of it.</summary>
    /// <param name="name">What the file was called where it came from.</param>
    public async Task<(StoredFile? File, Refusal? Refusal)> TakeAsync(Guid response, Guid by, string name, Stream content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var now = Moment.Now(clock);
        var id = Guid.CreateVersion7(now);
        await using var file = await IncomingFile.ReadAsync(options.IncomingFolder, id, content, options.LargestFile, cancel);
        if (file.Length == 0)
        {
            return (null, new("file-empty"));
        }

        if (file.Length > options.LargestFile)
        {
            return (null, new("file-large", ("maximum", options.LargestFile / Megabyte)));
        }

        var used = await db.Files.Where(stored => stored.ResponseId == response).SumAsync(stored => stored.Length, cancel);
        if (used + file.Length > options.LargestTotal)
        {
            return (null, new("files-full", ("maximum", options.LargestTotal / Megabyte)));
        }

        var (type, refusal) = FileContent.Examine(file.Content);
        if (type is null)
        {
            return (null, refusal);
        }

        await store.KeepAsync(id, file, cancel);
        return (new()
        {
            Id = id,
            ResponseId = response,
            Name = FileName.Clean(name, type),
            ContentType = type.ContentType,
            Length = file.Length,
            Sha256 = file.Sha256,
            Scan = ScanState.NotScanned,
            By = by,
            At = now,
        }, null);
    }
}
