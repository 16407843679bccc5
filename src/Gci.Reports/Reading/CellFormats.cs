using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using ExcelNumberFormat;

namespace Gci.Reports.Reading;

/// <summary>How a number in a cell is shown, which alone tells a day or a percentage from a number.</summary>
internal enum CellFormat
{
    Number,
    Day,
    Time,
    Percent,
}

/// <summary>The formats of a workbook's cells by the number of their style.</summary>
internal sealed class CellFormats(ImmutableArray<CellFormat> styles)
{
    internal CellFormat this[string? style] =>
        style is null ? CellFormat.Number
        : int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < styles.Length ? styles[at]
        : throw new DamagedWorkbookException("The workbook is damaged: a cell has a style that the workbook does not have.");

    internal static CellFormats Of(XElement styles)
    {
        var ns = styles.Name.Namespace;
        var codes = styles.Elements(ns + "numFmts").Elements(ns + "numFmt")
            .GroupBy(format => (string?)format.Attribute("numFmtId") ?? "")
            .ToDictionary(group => group.Key, group => (string?)group.Last().Attribute("formatCode") ?? "");
        return new([.. styles.Elements(ns + "cellXfs").Elements(ns + "xf").Select(style => (string?)style.Attribute("numFmtId") ?? "0")
            .Select(id => codes.TryGetValue(id, out var code) ? OfCode(code) : OfBuiltIn(id))]);
    }

    private static CellFormat OfCode(string code)
    {
        var format = new NumberFormat(code);
        return format.IsTimeSpanFormat ? CellFormat.Time
            : format.IsDateTimeFormat ? code.AsSpan().IndexOfAny("yYdD") < 0 && code.AsSpan().IndexOfAny("hHsS") >= 0 ? CellFormat.Time : CellFormat.Day
            : code.Contains('%', StringComparison.Ordinal) ? CellFormat.Percent
            : CellFormat.Number;
    }

    // ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are days in East Asian editions.
    private static CellFormat OfBuiltIn(string id) => id switch
    {
        "9" or "10" => CellFormat.Percent,
        "14" or "15" or "16" or "17" or "22" or "27" or "28" or "29" or "30" or "31" or "34" or "35" or "36" => CellFormat.Day,
        "50" or "51" or "52" or "53" or "54" or "55" or "56" or "57" or "58" => CellFormat.Day,
        "18" or "19" or "20" or "21" or "32" or "33" or "45" or "46" or "47" => CellFormat.Time,
        _ => CellFormat.Number,
    };
}
