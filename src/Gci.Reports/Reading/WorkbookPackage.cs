using System.IO.Compression;
using System.Xml;
using Gci.Editions.Answers;

namespace Gci.Reports.Reading;

/// <summary>
/// The zip file that a workbook is. Nobody has vouched for it: it is opened only after every part was inflated once and counted,
/// because sizes that a zip file declares may be lies.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const int MostParts = 2000;
    private const long MostInflated = 256 << 20;
    private const long MostTimesSmaller = 200;
    private const long SmallPart = 1 << 20;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private WorkbookPackage(byte[] content) => _zip = new(new MemoryStream(content, writable: false), ZipArchiveMode.Read);

    /// <summary>How every part is read: no document type, nothing fetched, at most so many characters if a limit is given.</summary>
    internal static XmlReader Xml(ZipArchiveEntry entry, long mostCharacters = 0) => XmlReader.Create(
        entry.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, MaxCharactersInDocument = mostCharacters });

    /// <exception cref="DamagedWorkbookException">The content is not a workbook that may be opened.</exception>
    /// <exception cref="InvalidDataException">The zip file is damaged.</exception>
    internal static WorkbookPackage Open(byte[] content)
    {
        if (content is not [(byte)'P', (byte)'K', 3, 4, ..])
        {
            throw new DamagedWorkbookException(content switch
            {
                [] => "The file is empty.",
                [0xD0, 0xCF, 0x11, 0xE0, ..] => "The workbook is encrypted or in the old format .xls; save it without a password as .xlsx.",
                _ => "This is not a workbook of the format .xlsx.",
            });
        }

        var package = new WorkbookPackage(content);
        try
        {
            package.Check();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public void Dispose() => _zip.Dispose();

    /// <exception cref="DamagedWorkbookException">There is no such part.</exception>
    internal XmlReader Xml(string part, long mostCharacters = 0) => _parts.TryGetValue(part, out var entry)
        ? Xml(entry, mostCharacters)
        : throw new DamagedWorkbookException($"The workbook is damaged: its part {part} is missing.");

    internal bool Has(string part) => _parts.ContainsKey(part);

    private void Check()
    {
        if (_zip.Entries.Count > MostParts)
        {
            throw new DamagedWorkbookException(FormattableString.Invariant($"The workbook has {_zip.Entries.Count} parts; at most {MostParts} are read."));
        }

        var inflated = 0L;
        foreach (var entry in _zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            if (!_parts.TryAdd(entry.FullName.TrimStart('/'), entry))
            {
                throw new DamagedWorkbookException($"The workbook is damaged: it holds the part {Quoted.Text(entry.FullName)} twice.");
            }

            PartCheck.RefuseForeign(entry.FullName);
            CheckDeclared(entry, inflated);
            inflated += Inflate(entry, out var isXml);
            if (isXml)
            {
                PartCheck.Check(entry);
            }
        }
    }

    private static void CheckDeclared(ZipArchiveEntry entry, long before)
    {
        if (before + entry.Length > MostInflated)
        {
            throw new DamagedWorkbookException($"The workbook is larger than {MostInflated >> 20} MiB when unpacked.");
        }

        if (IsBomb(entry, entry.Length))
        {
            throw TooDense(entry);
        }
    }

    // Counts what really comes out and holds it against what was declared.
    private static long Inflate(ZipArchiveEntry entry, out bool isXml)
    {
        var (buffer, checksum, length) = (new byte[1 << 16], new Crc32(), 0L);
        isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        using var stream = entry.Open();
        for (int read; (read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            isXml |= length == 0 && LooksLikeXml(buffer.AsSpan(0, read));
            checksum.Add(buffer.AsSpan(0, read));
            length += read;
            if (length > entry.Length || IsBomb(entry, length))
            {
                throw TooDense(entry);
            }
        }

        return length == entry.Length && checksum.Value == entry.Crc32
            ? length
            : throw new DamagedWorkbookException($"The workbook is damaged: its part {Quoted.Text(entry.FullName)} is not what the zip file declares.");
    }

    private static bool IsBomb(ZipArchiveEntry entry, long inflated) =>
        inflated > SmallPart && inflated / MostTimesSmaller > entry.CompressedLength;

    private static DamagedWorkbookException TooDense(ZipArchiveEntry entry) =>
        new($"The part {Quoted.Text(entry.FullName)} of the workbook unpacks to more than {MostTimesSmaller} times its size; such a file is not opened.");

    private static bool LooksLikeXml(ReadOnlySpan<byte> start) => start.TrimStart(" \t\r\n"u8) is
        [(byte)'<', ..] or [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, (byte)'<', ..] or [0, 0, 0, (byte)'<', ..];
}
