using System.IO.Compression;
using System.Xml;
using Gci.Editions.Answers;

namespace Gci.Reports.Reading;

/// <summary>Looks through one XML part for what a workbook with answers must not have.</summary>
internal static class PartCheck
{
    private const int DeepestNesting = 100;

    // Cells and shared texts are taken into memory one by one: none may be a document of its own.
    private const int MostNodesOfCell = 1_000_000;

    private static readonly string[] s_foreign = ["vbaProject", "externalLink", "oleObject", "macro"];

    /// <exception cref="DamagedWorkbookException">The part is not plain XML, has macros or leads out of the workbook.</exception>
    internal static void Check(ZipArchiveEntry entry)
    {
        try
        {
            using var reader = WorkbookPackage.Xml(entry);
            int? nodes = null;
            while (reader.Read())
            {
                nodes = reader is { NodeType: XmlNodeType.Element, LocalName: "c" or "si" } ? 0 : nodes + 1;
                if (reader.Depth > DeepestNesting || nodes > MostNodesOfCell)
                {
                    throw new DamagedWorkbookException($"The part {Quoted.Text(entry.FullName)} of the workbook is nested too deep or holds too much in one place.");
                }

                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                {
                    CheckRelationship(reader.GetAttribute("Type") ?? "", reader.GetAttribute("Target") ?? "", reader.GetAttribute("TargetMode"));
                }
                else if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" or "Default" })
                {
                    RefuseForeign(reader.GetAttribute("ContentType") ?? "");
                }
            }
        }
        catch (XmlException)
        {
            throw new DamagedWorkbookException($"The part {Quoted.Text(entry.FullName)} of the workbook is not plain XML without a document type.");
        }
    }

    private static void CheckRelationship(string type, string target, string? mode)
    {
        var kind = type[(type.LastIndexOf('/') + 1)..];
        RefuseForeign(kind);
        if (string.Equals(mode, "External", StringComparison.OrdinalIgnoreCase) && kind != "hyperlink")
        {
            throw new DamagedWorkbookException($"The workbook links to another file, {Quoted.Text(target)}; break the link and save it again.");
        }
    }

    /// <exception cref="DamagedWorkbookException">The name of a part, of a relation or of a type of content means macros or links.</exception>
    internal static void RefuseForeign(string name)
    {
        if (s_foreign.FirstOrDefault(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } word)
        {
            throw new DamagedWorkbookException(word switch
            {
                "externalLink" => "The workbook has external links to other workbooks; break the links and save it again.",
                "oleObject" => "The workbook has an embedded object; take it out and save it again.",
                _ => "The workbook has macros; save it as .xlsx, which has none.",
            });
        }
    }
}
