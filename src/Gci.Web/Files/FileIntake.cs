using Gci.Data;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Files;

/// <summary>
/// Takes uploads: reads a file, finds out what it is, has it scanned, and keeps its bytes. The row is not added: it belongs to the change
/// that attaches the file. A file that is never attached is gone after a day.
/// </summary>
public sealed class FileIntake(GciDb db, IFileStore store, VirusScan scan, ServiceOptions options, TimeProvider clock)
{
    private const int Megabyte = 1_000_000;

    /// <summary>The kept file, to be attached by <see cref="Response.Attach"/>; or why it was not taken, and then nothing is left of it.</summary>
    /// <param name="by">The account that uploads it.</param>
    /// <param name="name">What the file was called where it came from.</param>
    public async Task<(StoredFile? File, Refusal? Refusal)> TakeAsync(Guid response, Guid by, string name, Stream content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var now = Moment.Now(clock);
        var id = Guid.CreateVersion7(now);
        await using var file = await IncomingFile.ReadAsync(options.IncomingFolder, id, content, options.LargestFile, cancel);
        if (await WhyNotAsync(response, file.Length, cancel) is { } size)
        {
            return (null, size);
        }

        var (type, refusal) = FileContent.Examine(file.Content);
        if (type is null)
        {
            return (null, refusal);
        }

        file.Content.Position = 0;
        var (state, found) = await scan.ScanAsync(file.Content, $"an upload of account {by} to response {response} (SHA-256 {file.Sha256}), which was not kept", cancel);
        if (state == ScanState.Infected)
        {
            return (null, new("file-infected", ("found", found)));
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
            Scan = state,
            By = by,
            At = now,
        }, null);
    }

    private async Task<Refusal?> WhyNotAsync(Guid response, long length, CancellationToken cancel) =>
        length == 0 ? new("file-empty")
        : length > options.LargestFile ? new("file-large", ("maximum", options.LargestFile / Megabyte))
        : length + await db.Files.Where(stored => stored.ResponseId == response).SumAsync(stored => stored.Length, cancel) > options.LargestTotal
            ? new("files-full", ("maximum", options.LargestTotal / Megabyte))
        : null;
}
