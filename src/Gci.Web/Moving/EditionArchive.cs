using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Gci.Web.Files;

namespace Gci.Web.Moving;

/// <summary>An archive that was looked through: it has exactly the parts that its manifest lists, each with the bytes that were written.</summary>
internal sealed class EditionArchive : IDisposable
{
    private readonly ZipArchive _zip;

    private EditionArchive(ZipArchive zip, ArchiveManifest manifest) => (_zip, Manifest) = (zip, manifest);

    internal ArchiveManifest Manifest { get; }

    /// <exception cref="DamagedArchiveException">It is no archive of an edition, or not as it was written.</exception>
    internal static async Task<EditionArchive> OpenAsync(Stream content, CancellationToken cancel)
    {
        try
        {
            var zip = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, null, cancel);
            var entry = zip.GetEntry(ArchiveManifest.Name) ?? throw new DamagedArchiveException("It has no manifest; it is not an archive that gci export wrote.");
            using var reader = new StreamReader(await entry.OpenAsync(cancel), Encoding.UTF8);
            var archive = new EditionArchive(zip, ArchiveManifest.Read(await reader.ReadToEndAsync(cancel)));
            await archive.CheckAsync(cancel);
            return archive;
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw new DamagedArchiveException("It is not a ZIP file, or a damaged one.");
        }
    }

    /// <summary>The lines of a table.</summary>
    internal async Task<IReadOnlyList<string>> LinesAsync(string table, CancellationToken cancel)
    {
        if (!Manifest.Has(table))
        {
            return [];
        }

        var entry = _zip.GetEntry(EditionExport.PartOf(table)) ?? throw new DamagedArchiveException($"The part {EditionExport.PartOf(table)} is missing.");
        using var reader = new StreamReader(await entry.OpenAsync(cancel), Encoding.UTF8);
        return (await reader.ReadToEndAsync(cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Receives the bytes of an evidence file.</summary>
    internal async Task<IncomingFile> FileAsync(Guid id, string folder, CancellationToken cancel)
    {
        var entry = _zip.GetEntry(EditionExport.PartOf(id)) ?? throw new DamagedArchiveException($"The bytes of file {id} are missing.");
        await using var content = await entry.OpenAsync(cancel);
        return await IncomingFile.ReadAsync(folder, id, content, entry.Length, cancel);
    }

    public void Dispose() => _zip.Dispose();

    private async Task CheckAsync(CancellationToken cancel)
    {
        var names = _zip.Entries.Select(entry => entry.FullName).Where(name => name != ArchiveManifest.Name).Order(StringComparer.Ordinal).ToList();
        if (names.Except(Manifest.Parts.Keys).Concat(Manifest.Parts.Keys.Except(names)).FirstOrDefault() is { } stray)
        {
            throw new DamagedArchiveException($"The part {stray} is {(names.Contains(stray) ? "not in the manifest" : "missing")}.");
        }

        foreach (var entry in _zip.Entries.Where(entry => entry.FullName != ArchiveManifest.Name))
        {
            await using var content = await entry.OpenAsync(cancel);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) != Manifest.Parts[entry.FullName])
            {
                throw new DamagedArchiveException($"The part {entry.FullName} was changed after it was written.");
            }
        }
    }
}
