using System.Text.Json;
using Gci.Data;
using Gci.Data.Auditing;

namespace Gci.Web.Moving;

/// <summary>Checks all that a service keeps: chains, its own seals, and what other services had sealed of the editions that were moved here.</summary>
public static class ServiceAudit
{
    public static async Task<IReadOnlyList<AuditBreak>> VerifyServiceAsync(this GciDb db, ServiceOptions options, SealKey key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (heads, breaks) = (new List<SealedHead>(), new List<AuditBreak>());
        foreach (var file in Directory.Exists(options.SealsFolder) ? Directory.GetFiles(options.SealsFolder, "moved-*.jsonl").Order(StringComparer.Ordinal).ToArray() : [])
        {
            var lines = await File.ReadAllLinesAsync(file, cancel);
            for (var i = 0; i < lines.Length; i++)
            {
                try
                {
                    heads.AddRange(MovedSeals.Heads([lines[i]]));
                }
                catch (Exception e) when (e is DamagedArchiveException or JsonException)
                {
                    breaks.Add(new(null, i + 1, $"a seal that was moved here cannot be read in {Path.GetFileName(file)}"));
                }
            }
        }

        return [.. await db.VerifyAuditAsync(key, heads, cancel), .. breaks];
    }
}
