using System.IO.Compression;
using System.Text;
using System.Xml;
using Gci.Data;

namespace Gci.Web.Files;

/// <summary>What stands inside an OpenDocument file: which document it is, whether it holds programs or has a password, and where it points to.</summary>
internal static class OpenDocumentParts
{
    private static readonly FileType[] s_types = [FileType.OpenText, FileType.OpenSpreadsheet];

    /// <summary>The type that the archive says it is; null for none that is taken.</summary>
    internal static FileType? TypeOf(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { Length: < 200 } entry)
        {
            return null;
        }

        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var said = reader.ReadToEnd();
        return s_types.FirstOrDefault(type => type.ContentType == said);
    }

    internal static (FileType? Type, Refusal? Refusal) Examine(ZipArchive archive, FileType type)
    {
        if (archive.GetEntry("META-INF/manifest.xml") is not { } manifest || (archive.GetEntry("content.xml") is null && !Has(manifest, "encryption-data")))
        {
            return (null, new("file-broken"));
        }

        return Has(manifest, "encryption-data") ? (null, new("file-password"))
            : archive.Entries.Any(IsProgram) ? (null, new("file-macros"))
            : archive.Entries.Where(entry => entry.Name is "content.xml" or "styles.xml").Any(PointsOutside) ? (null, new("file-outside"))
            : (type, null);
    }

    private static bool IsProgram(ZipArchiveEntry entry) =>
        entry.Length > 0 && (entry.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || entry.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase));

    private static bool Has(ZipArchiveEntry entry, string element)
    {
        using var reader = HarmlessXml.Read(entry);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
            {
                return true;
            }
        }

        return false;
    }

    // Text and shapes may link to somewhere; pictures, objects and sections must lie in the file itself.
    private static bool PointsOutside(ZipArchiveEntry entry)
    {
        using var reader = HarmlessXml.Read(entry);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("href", "http://www.w3.org/1999/xlink") is { Length: > 0 } target
                && !(reader.LocalName == "a" ? HarmlessXml.IsFollowable(target) : HarmlessXml.IsInside(target)))
            {
                return true;
            }
        }

        return false;
    }
}
