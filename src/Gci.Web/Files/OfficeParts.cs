using System.IO.Compression;
using System.Xml;
using Gci.Data;

namespace Gci.Web.Files;

/// <summary>What stands inside an Office Open XML file: which document it is, whether it holds programs, and where it points to.</summary>
internal static class OfficeParts
{
    private const string Types = "[Content_Types].xml";
    private const string Main = ".main+xml";

    private static readonly string[] s_programs = ["macroEnabled", "vbaProject", "macrosheet", "activeX", "vbaData"];

    internal static bool IsIn(ZipArchive archive) => archive.GetEntry(Types) is not null;

    internal static (FileType? Type, Refusal? Refusal) Examine(ZipArchive archive)
    {
        var declared = Attributes(archive.GetEntry(Types)!, "ContentType").ToArray();
        FileType?[] found = [.. declared.Where(type => type.EndsWith(Main, StringComparison.Ordinal)).Select(TypeOf).Where(type => type is not null).Distinct()];
        if (declared.Any(type => s_programs.Any(word => type.Contains(word, StringComparison.OrdinalIgnoreCase)))
            || archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, new("file-macros"));
        }

        return found is not [{ } only] ? (null, new("file-type"))
            : archive.Entries.Any(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && PointsOutside(entry)) ? (null, new("file-outside"))
            : (only, null);
    }

    private static FileType? TypeOf(string declared) => declared[..^Main.Length] switch
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => FileType.Word,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => FileType.Excel,
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => FileType.PowerPoint,
        _ => null,
    };

    // A link that somebody may follow is fine; a template, picture or object that the program fetches by itself is not.
    private static bool PointsOutside(ZipArchiveEntry entry)
    {
        using var reader = HarmlessXml.Read(entry);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship"
                && string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                && !((reader.GetAttribute("Type") ?? "").EndsWith("/hyperlink", StringComparison.Ordinal) && HarmlessXml.IsFollowable(reader.GetAttribute("Target"))))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Attributes(ZipArchiveEntry entry, string name)
    {
        using var reader = HarmlessXml.Read(entry);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute(name) is { } value)
            {
                yield return value;
            }
        }
    }
}
