using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Moving;

/// <summary>Writes all that the service holds of an edition into one archive. The same content gives the same bytes, whichever database it lies in.</summary>
public sealed class EditionExport(GciDb db, IFileStore store, EditionShelf shelf, ServiceOptions options)
{
    // A ZIP file keeps no earlier day, and the archive must not say when it was written.
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How many rows of each table were written; null with the reasons among the problems.</summary>
    public async Task<IReadOnlyDictionary<string, int>?> WriteAsync(string edition, Stream target, Problems problems, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(problems);
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var (tables, files) = await TablesAsync(edition, cancel);
        if (tables.Values.All(lines => lines.Count == 0))
        {
            problems.Add("gci export", 1, $"The service holds nothing of edition {edition}.");
            return null;
        }

        tables["seals"] = await MovedSeals.LinesAsync(db, options, edition, cancel);
        var parts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        await using (var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, null, cancel))
        {
            foreach (var (name, lines) in tables)
            {
                parts[PartOf(name)] = await AddAsync(zip, PartOf(name), new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))), cancel);
            }

            foreach (var file in files)
            {
                if (await store.OpenAsync(file.Id, cancel) is { } content)
                {
                    parts[PartOf(file.Id)] = await AddAsync(zip, PartOf(file.Id), content, cancel);
                }

                if (parts.GetValueOrDefault(PartOf(file.Id)) != file.Sha256)
                {
                    problems.Add($"file {file.Id}", 1, $"\"{file.Name}\" of response {file.ResponseId} is not in the store, or not as it was uploaded; restore it from a backup.");
                }
            }

            var rows = tables.ToImmutableSortedDictionary(table => table.Key, table => table.Value.Count, StringComparer.Ordinal);
            var manifest = new ArchiveManifest(ArchiveManifest.Present, edition, shelf.Known(edition)?.Hash, parts.ToImmutable(), rows);
            await AddAsync(zip, ArchiveManifest.Name, new MemoryStream(Encoding.UTF8.GetBytes(manifest.Text())), cancel);
            return problems.Any ? null : rows;
        }
    }

    internal static string PartOf(string table) => $"{table}.jsonl";

    internal static string PartOf(Guid file) => $"files/{file:N}";

    private async Task<(SortedDictionary<string, IReadOnlyList<string>> Tables, IReadOnlyList<StoredFile> Files)> TablesAsync(string edition, CancellationToken cancel)
    {
        var (tables, files, named) = (new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), new List<StoredFile>(), new HashSet<Guid>());
        foreach (var table in MovedTables.All)
        {
            var type = db.Model.FindEntityType(table.Type)!;
            var ids = type.GetProperties().Where(column => column.ClrType == typeof(Guid) || column.ClrType == typeof(Guid?)).ToList();
            var lines = new List<string>();
            await foreach (var row in table.Of(db, edition).AsAsyncEnumerable().WithCancellation(cancel))
            {
                lines.Add(RowText.Of(type, row));
                named.UnionWith(ids.Select(column => column.GetGetter().GetClrValue(row)).OfType<Guid>());
                files.AddRange(new[] { row }.OfType<StoredFile>());
            }

            lines.Sort(StringComparer.Ordinal);
            tables[table.Name] = lines;
        }

        // Whichever column it stands in: an id that is an account's is somebody whom a row refers to.
        var people = (await db.Users.AsNoTracking().ToListAsync(cancel)).Where(account => named.Contains(account.Id));
        tables["accounts"] = [.. people.Select(MovedAccounts.Line).Order(StringComparer.Ordinal)];
        return (tables, [.. files.OrderBy(file => file.Id.ToString("N"), StringComparer.Ordinal)]);
    }

    private static async Task<string> AddAsync(ZipArchive zip, string name, Stream content, CancellationToken cancel)
    {
        await using var from = content;
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_noTime;
        await using var to = await entry.OpenAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 << 10];
        int read;
        while ((read = await from.ReadAsync(buffer, cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
