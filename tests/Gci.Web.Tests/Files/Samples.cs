using System.IO.Compression;
using System.Text;

namespace Gci.Web.Tests.Files;

/// <summary>Small files of each kind, as good and as bad as a test wants them.</summary>
internal static class Samples
{
    internal const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    internal const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    internal const string PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    internal const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    internal static byte[] Png { get; } = [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 0];

    internal static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0xFF, 0xD9];

    /// <summary>The text that every virus scanner takes for a virus; in two parts, so that none takes this file for one.</summary>
    internal static byte[] Eicar { get; } = Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>An Office Open XML file with more parts, or with other parts in place of its own.</summary>
    internal static byte[] Office(string type = Word, params (string Name, byte[] Content)[] parts) => Zip(
    [
        ("[Content_Types].xml", Utf8($"<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/main.xml\" ContentType=\"{type}.main+xml\"/></Types>")),
        ("main.xml", Utf8("<document/>")),
        .. parts,
    ]);

    internal static byte[] OfficeWithDocumentType => Zip(
        ("[Content_Types].xml", Utf8($"<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Types><Override ContentType=\"{Word}.main+xml\"/>&a;</Types>")));

    internal static byte[] OfficePointing(string kind, string target) => Office(Word, ("word/_rels/document.xml.rels", Utf8(
        $"<Relationships><Relationship Id=\"r1\" Type=\"{Relationships}/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>")));

    internal static byte[] OpenDocument(string type = "text", string manifest = "", string body = "", params (string Name, byte[] Content)[] parts) => Zip(
    [
        ("mimetype", Utf8($"application/vnd.oasis.opendocument.{type}")),
        ("META-INF/manifest.xml", Utf8($"<manifest>{manifest}</manifest>")),
        ("content.xml", Utf8($"<content xmlns:xlink=\"http://www.w3.org/1999/xlink\">{body}</content>")),
        .. parts,
    ]);

    internal static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>An archive whose list says of every part that it is tiny, whatever comes out of it.</summary>
    internal static byte[] Lying(byte[] archive)
    {
        var lie = archive.ToArray();
        for (var at = 0; at < lie.Length - 46; at++)
        {
            if (lie.AsSpan(at).StartsWith("PK\x01\x02"u8))
            {
                BitConverter.TryWriteBytes(lie.AsSpan(at + 24), 10);
            }
        }

        return lie;
    }

    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
