using Gci.Data;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Web.Drafting;
using Gci.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Moving;

/// <summary>Takes an archive of an edition in, all of it or nothing, and only where every chain in it holds.</summary>
public sealed class EditionImport(GciDb db, IFileStore store, EditionShelf shelf, ServiceOptions options, TimeProvider clock)
{
    // Larger batches cost memory and win no time.
    private const int Batch = 2000;

    /// <summary>What was taken in; null with the reasons among the problems.</summary>
    /// <param name="file">The name that problems carry.</param>
    public async Task<ImportedEdition?> ReadAsync(string file, Stream content, Problems problems, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var (kept, isDone) = (new List<Guid>(), false);
        try
        {
            using var archive = await EditionArchive.OpenAsync(content, cancel);
            await RefuseAsync(archive.Manifest, cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await FillAsync(archive, cancel);
            await VerifyAsync(archive, cancel);
            await KeepAsync(archive, kept, cancel);
            await WriteSealsAsync(archive, cancel);
            await transaction.CommitAsync(cancel);
            isDone = true;
            await shelf.RefreshAsync(db, cancel);
            return new(archive.Manifest.Edition, archive.Manifest.Rows, archive.Manifest.Definition == shelf.Known(archive.Manifest.Edition)?.Hash);
        }
        catch (DamagedArchiveException e)
        {
            problems.Add(file, 1, e.Message);
        }
        catch (DbUpdateException e)
        {
            problems.Add(file, 1, $"The database does not take it: {(e.InnerException ?? e).Message}");
        }
        finally
        {
            if (!isDone)
            {
                await ForgetAsync(kept);
            }
        }

        return null;
    }

    private async Task RefuseAsync(ArchiveManifest manifest, CancellationToken cancel)
    {
        var edition = manifest.Edition;
        if (shelf.Known(edition) is null && manifest.Rows.GetValueOrDefault("drafts") == 0)
        {
            throw new DamagedArchiveException($"It holds edition {edition}, of which this service has no definition; add it to questionnaires/ and methodology/ first.");
        }

        foreach (var table in MovedTables.All)
        {
            if (await table.Of(db, edition).AnyAsync(cancel))
            {
                throw new DamagedArchiveException($"The service holds {table.Name} of edition {edition} already; an edition is only taken in whole.");
            }
        }
    }

    private async Task FillAsync(EditionArchive archive, CancellationToken cancel)
    {
        await MovedAccounts.AddAsync(db, await archive.LinesAsync("accounts", cancel), Moment.Now(clock), cancel);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var table in MovedTables.All)
        {
            var type = db.Model.FindEntityType(table.Type)!;
            foreach (var lines in (await archive.LinesAsync(table.Name, cancel)).Chunk(Batch))
            {
                foreach (var line in lines)
                {
                    RowText.Add(db, type, line);
                }

                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task VerifyAsync(EditionArchive archive, CancellationToken cancel)
    {
        var edition = archive.Manifest.Edition;
        foreach (var table in MovedTables.All)
        {
            if (await table.Of(db, edition).CountAsync(cancel) != archive.Manifest.Rows.GetValueOrDefault(table.Name))
            {
                throw new DamagedArchiveException($"Not all of its {table.Name} belong to edition {edition}.");
            }
        }

        var heads = MovedSeals.Heads(await archive.LinesAsync("seals", cancel));
        if (await db.VerifyEditionAsync(edition, heads, cancel) is [var broken, ..])
        {
            throw new DamagedArchiveException($"The chain of {broken.Response} is broken at link {broken.Sequence}: {broken.Sentence}.");
        }
    }

    private async Task KeepAsync(EditionArchive archive, List<Guid> kept, CancellationToken cancel)
    {
        var edition = archive.Manifest.Edition;
        var files = await db.Files.AsNoTracking().Where(row => db.Responses.Any(response => response.Id == row.ResponseId && response.Edition == edition)).ToListAsync(cancel);
        foreach (var row in files)
        {
            await using var file = await archive.FileAsync(row.Id, options.IncomingFolder, cancel);
            if (file.Sha256 != row.Sha256 || file.Length != row.Length)
            {
                throw new DamagedArchiveException($"The bytes of file {row.Id} are not those that were uploaded.");
            }

            if (!await IsKeptAsync(row, cancel))
            {
                await store.KeepAsync(row.Id, file, cancel);
                kept.Add(row.Id);
            }
        }
    }

    private async Task<bool> IsKeptAsync(StoredFile file, CancellationToken cancel)
    {
        await using var present = await store.OpenAsync(file.Id, cancel);
        return present is not null;
    }

    private async Task ForgetAsync(IEnumerable<Guid> kept)
    {
        foreach (var id in kept)
        {
            await store.DeleteAsync(id, CancellationToken.None);
        }
    }

    private async Task WriteSealsAsync(EditionArchive archive, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.SealsFolder);
        await File.WriteAllLinesAsync(MovedSeals.FileOf(options, archive.Manifest.Edition), await archive.LinesAsync("seals", cancel), cancel);
    }
}

/// <summary>An edition that was taken in.</summary>
/// <param name="Rows">How many rows of each table.</param>
/// <param name="HasSameDefinition">Whether the edition is defined here as it was where it comes from.</param>
public sealed record ImportedEdition(string Edition, IReadOnlyDictionary<string, int> Rows, bool HasSameDefinition);
