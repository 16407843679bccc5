using System.IO.Compression;
using System.Xml;
using Gci.Data;

namespace Gci.Web.Files;

/// <summary>Documents that are archives inside: Office Open XML and OpenDocument. They are unpacked once, to nowhere, to see that they are harmless.</summary>
internal static class PackedFile
{
    internal const int MostEntries = 2_000;
    internal const long MostBytes = 200_000_000;

    private static readonly Refusal s_bomb = new("file-unpacked", ("maximum", MostBytes / 1_000_000));
    private static readonly Refusal s_broken = new("file-broken");

    /// <summary>The type, or why the file is not taken.</summary>
    internal static (FileType? Type, Refusal? Refusal) Examine(Stream content)
    {
        // Counted before the list of entries is read, because reading it takes memory.
        if (Bytes.Count(content, "PK\x01\x02"u8, MostEntries + 1) > MostEntries)
        {
            return (null, s_bomb);
        }

        try
        {
            var budget = MostBytes;
            return Examine(content, ref budget, isInside: false);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException or OverflowException or ArgumentException)
        {
            return (null, s_broken);
        }
    }

    private static (FileType? Type, Refusal? Refusal) Examine(Stream content, ref long budget, bool isInside)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > MostBytes)
        {
            return (null, s_bomb);
        }

        if (archive.Entries.Any(entry => !IsPlainPath(entry.FullName))
            || archive.Entries.DistinctBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Count() < archive.Entries.Count)
        {
            return (null, s_broken);
        }

        foreach (var entry in archive.Entries)
        {
            if (Unpack(entry, ref budget, isInside) is { } refusal)
            {
                return (null, refusal);
            }
        }

        return OfficeParts.IsIn(archive) ? OfficeParts.Examine(archive)
            : OpenDocumentParts.TypeOf(archive) is { } type ? OpenDocumentParts.Examine(archive, type)
            : (null, new("file-type"));
    }

    // Counts what really comes out: what the archive says about itself may be a lie.
    private static Refusal? Unpack(ZipArchiveEntry entry, ref long budget, bool isInside)
    {
        using var unpacked = entry.Open();
        var buffer = new byte[64 << 10];
        bool? isArchive = null;
        int read;
        while ((read = unpacked.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            budget -= read;
            if (budget < 0)
            {
                return s_bomb;
            }

            isArchive ??= IsArchive(buffer.AsSpan(0, read));
        }

        return isArchive == true ? Nested(entry, ref budget, isInside) : null;
    }

    // Office embeds whole documents in other documents, one deep, and packs pictures of its own kind.
    private static Refusal? Nested(ZipArchiveEntry entry, ref long budget, bool isInside)
    {
        var folders = entry.FullName.Split('/');
        if (folders.Contains("media") && (entry.Name.EndsWith(".emz", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".wmz", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (isInside || !folders.Contains("embeddings") || entry.Length > int.MaxValue)
        {
            return new("file-nested");
        }

        using var content = new MemoryStream();
        using (var unpacked = entry.Open())
        {
            unpacked.CopyTo(content);
        }

        content.Position = 0;
        var (type, refusal) = Examine(content, ref budget, isInside: true);
        return type is null ? refusal : null;
    }

    // Zip, gzip, 7z, rar, bzip2, xz.
    private static readonly byte[][] s_archives =
        [[.. "PK\x03\x04"u8], [.. "PK\x05\x06"u8], [0x1F, 0x8B], [.. "7z"u8, 0xBC, 0xAF], [.. "Rar!"u8], [.. "BZh"u8], [0xFD, .. "7zXZ"u8]];

    private static bool IsArchive(ReadOnlySpan<byte> start)
    {
        foreach (var archive in s_archives)
        {
            if (start.StartsWith(archive))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlainPath(string name) =>
        name.Length is > 0 and <= 400 && name[0] != '/' && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal)
        && !name.Any(char.IsControl) && !name.Split('/').Any(part => part is ".." or ".");
}
