using System.Security.Cryptography;
using Gci.Data;
using Gci.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Files;

/// <summary>What came of reading all evidence files.</summary>
/// <param name="Read">How many there are.</param>
/// <param name="Breaks">Those whose bytes are missing or are others, each at the link that recorded it.</param>
public sealed record FileVerification(int Read, IReadOnlyList<AuditBreak> Breaks);

/// <summary>Holds the bytes of evidence files against their hashes. That the chains agree with the hashes is verified before.</summary>
public static class KeptBytes
{
    /// <summary>Reads every file that was ever attached, also one that was removed from its answer: it stays in the record.</summary>
    public static async Task<FileVerification> VerifyFilesAsync(this GciDb db, IFileStore store, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(store);
        var attached = await db.Evidence.AsNoTracking()
            .Join(db.Files, item => item.FileId, file => file.Id, (item, file) => new { item.Id, item.ResponseId, File = file })
            .OrderBy(row => row.ResponseId).ThenBy(row => row.Id).ToListAsync(cancel);
        var links = (await db.Audit.AsNoTracking().Where(link => link.Action == AuditActions.EvidenceAdded).Select(link => new { link.ResponseId, link.Subject, link.Sequence }).ToListAsync(cancel))
            .ToDictionary(link => (link.ResponseId, link.Subject), link => link.Sequence);
        var breaks = new List<AuditBreak>();
        foreach (var row in attached)
        {
            if (await MistakeAsync(store, row.File.Id, row.File.Sha256, cancel) is { } mistake)
            {
                breaks.Add(new(row.ResponseId, links.GetValueOrDefault((row.ResponseId, row.Id.ToString())), $"the bytes of file {row.File.Id} {mistake}"));
            }
        }

        return new(attached.Count, breaks);
    }

    private static async Task<string?> MistakeAsync(IFileStore store, Guid file, string expected, CancellationToken cancel)
    {
        await using var content = await store.OpenAsync(file, cancel);
        return content is null ? "are not in the store; restore them from a backup"
            : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) != expected ? "are not those that were recorded"
            : null;
    }
}
