using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Gci.Reports.Reading;

/// <summary>
/// The sheets of a workbook and what their cells need. The XML is read directly: ClosedXML 0.95.4, with which workbooks are written,
/// loses error cells and cells that stand twice without a word, and one range over the whole sheet makes it work without an end in sight.
/// </summary>
internal sealed class WorkbookParts
{
    private const int MostTexts = 4_000_000;

    // Of a part that is taken into memory whole: styles, relations, the list of sheets.
    private const int MostCharacters = 16 << 20;

    private readonly WorkbookPackage _package;
    private readonly CellValue _value;

    private WorkbookParts(WorkbookPackage package, IReadOnlyList<(string Name, string Part)> sheets, CellValue value) =>
        (_package, Sheets, _value) = (package, sheets, value);

    /// <summary>The worksheets in their order, hidden ones too.</summary>
    internal IReadOnlyList<(string Name, string Part)> Sheets { get; }

    internal static WorkbookParts Of(WorkbookPackage package)
    {
        var main = Relations(package, "").FirstOrDefault(relation => relation.Kind == "officeDocument").Part
            ?? throw new DamagedWorkbookException("This is a zip file but not a workbook.");
        var relations = Relations(package, main);
        var workbook = Root(package, main);
        var ns = workbook.Name.Namespace;
        var sheets = workbook.Elements(ns + "sheets").Elements(ns + "sheet")
            .Join(relations.Where(relation => relation.Kind == "worksheet"), RelationOf, relation => relation.Id, ((string, string) (sheet, relation) =>
                ((string?)sheet.Attribute("name") ?? "", relation.Part)));
        var countsFrom1904 = (string?)workbook.Element(ns + "workbookPr")?.Attribute("date1904") is "1" or "true";
        return new(package, [.. sheets], new(Texts(package, PartOf(relations, "sharedStrings")), Formats(package, PartOf(relations, "styles")), countsFrom1904));
    }

    /// <summary>The cells of a sheet that hold something, row by row.</summary>
    internal IEnumerable<SheetCell> Cells(string part)
    {
        using var xml = _package.Xml(part);
        var (row, column) = (0, 0);
        foreach (var element in Elements(xml, "row", "c"))
        {
            if (element.Name.LocalName == "row")
            {
                (row, column) = (NextRow(element, row), 0);
                continue;
            }

            column = NextColumn(element, row, column);
            var (text, mistake) = _value.Read(element);
            if (text.Length > 0 || mistake is not null)
            {
                yield return new(row, column, text, mistake);
            }
        }
    }

    /// <summary>The merged ranges of a sheet as they are written, such as <c>D7:D9</c>.</summary>
    internal IEnumerable<string> MergedRanges(string part)
    {
        using var xml = _package.Xml(part);
        foreach (var range in Elements(xml, "mergeCell"))
        {
            yield return (string?)range.Attribute("ref") ?? "";
        }
    }

    private static string? RelationOf(XElement sheet) =>
        sheet.Attributes().FirstOrDefault(attribute => attribute.Name is { LocalName: "id", NamespaceName.Length: > 0 })?.Value;

    private static int NextRow(XElement element, int before) => (string?)element.Attribute("r") switch
    {
        null => before + 1,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > before && row <= 1_048_576 => row,
        _ => throw new DamagedWorkbookException(FormattableString.Invariant($"The workbook is damaged: its rows are out of order after row {before}.")),
    };

    private static int NextColumn(XElement element, int row, int before) => (string?)element.Attribute("r") switch
    {
        null => before + 1,
        { } text when SheetCell.Parse(text) is { } at && at.Row == row && at.Column > before => at.Column,
        _ => throw new DamagedWorkbookException(FormattableString.Invariant($"The workbook is damaged: the cells of row {row} are out of order or stand twice.")),
    };

    // Rows come without what they hold, so that no row has to fit into memory; cells and texts come whole.
    private static IEnumerable<XElement> Elements(XmlReader xml, params string[] names)
    {
        xml.MoveToContent();
        var ns = xml.NamespaceURI;
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.NamespaceURI != ns || !names.Contains(xml.LocalName))
            {
                xml.Read();
            }
            else if (xml.LocalName == "row")
            {
                yield return new XElement((XNamespace)ns + "row", xml.GetAttribute("r") is { } r ? new XAttribute("r", r) : null);
                xml.Read();
            }
            else
            {
                yield return (XElement)XNode.ReadFrom(xml);
            }
        }
    }

    private static List<string> Texts(WorkbookPackage package, string? part)
    {
        var texts = new List<string>();
        if (part is not null)
        {
            using var xml = package.Xml(part);
            foreach (var text in Elements(xml, "si"))
            {
                texts.Add(texts.Count < MostTexts ? CellValue.Text(text) : throw new DamagedWorkbookException("The workbook has more than 4,000,000 different texts."));
            }
        }

        return texts;
    }

    private static CellFormats Formats(WorkbookPackage package, string? part) => part is null ? new([CellFormat.Number]) : CellFormats.Of(Root(package, part));

    private static string? PartOf(IEnumerable<(string Id, string Kind, string Part)> relations, string kind) =>
        relations.FirstOrDefault(relation => relation.Kind == kind).Part;

    private static List<(string Id, string Kind, string Part)> Relations(WorkbookPackage package, string part)
    {
        var at = part.LastIndexOf('/') + 1;
        var file = $"{part[..at]}_rels/{part[at..]}.rels";
        var from = new Uri(new Uri("file:///"), part);
        return !package.Has(file) ? [] :
        [
            .. Root(package, file).Elements()
                .Where(relation => (string?)relation.Attribute("TargetMode") != "External")
                .Select(relation => (
                    (string?)relation.Attribute("Id") ?? "",
                    ((string?)relation.Attribute("Type") ?? "").Split('/')[^1],
                    Uri.UnescapeDataString(new Uri(from, (string?)relation.Attribute("Target") ?? "").AbsolutePath).TrimStart('/'))),
        ];
    }

    private static XElement Root(WorkbookPackage package, string part)
    {
        using var xml = package.Xml(part, MostCharacters);
        return XElement.Load(xml);
    }
}
