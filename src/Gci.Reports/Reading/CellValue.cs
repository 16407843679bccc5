using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gci.Editions.Answers;

namespace Gci.Reports.Reading;

/// <summary>Turns the XML of a cell into text: a day as 2024-09-12, a number with a decimal point.</summary>
internal sealed partial class CellValue(IReadOnlyList<string> sharedTexts, CellFormats formats, bool countsFrom1904)
{
    // The first of March 1900: before it, Excel counts a day that was none.
    private const double FirstDay = 61;
    private const double LastDay = 2_958_465;
    private const double From1904 = 1462;

    /// <summary>The text, or a sentence that says why the cell is not taken; both are empty for a cell without content.</summary>
    internal (string Text, string? Mistake) Read(XElement cell)
    {
        var ns = cell.Name.Namespace;
        var value = (string?)cell.Element(ns + "v") ?? "";
        var type = (string?)cell.Attribute("t") ?? "n";
        return cell.Element(ns + "f") is not null ? ("", "The cell holds a formula; type the value.") : type switch
        {
            "s" when value.Length == 0 => ("", null),
            "s" => (Shared(value), null),
            "inlineStr" => (cell.Element(ns + "is") is { } text ? Text(text) : "", null),
            "str" => (Unescaped(value), null),
            "b" => ("", "The cell holds TRUE or FALSE; type the option as text, such as yes or no."),
            "e" => ("", $"The cell holds the error {Quoted.Text(value)}; type the value."),
            "d" => OfIsoDay(value),
            "n" when value.Length == 0 => ("", null),
            "n" => OfNumber(value, formats[(string?)cell.Attribute("s")]),
            _ => throw new DamagedWorkbookException($"The workbook is damaged: a cell has the unknown type {Quoted.Text(type)}."),
        };
    }

    /// <summary>A text that may be rich: its runs without phonetic marks.</summary>
    internal static string Text(XElement text)
    {
        var ns = text.Name.Namespace;
        return Unescaped(string.Concat(text.Descendants(ns + "t").Where(run => run.Parent!.Name != ns + "rPh").Select(run => run.Value)));
    }

    // XmlConvert.DecodeName also takes _X000A_ and eight digits, which are plain text in a workbook.
    private static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    private string Shared(string index) => int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < sharedTexts.Count
        ? sharedTexts[at]
        : throw new DamagedWorkbookException("The workbook is damaged: a cell refers to a text that the workbook does not have.");

    private static (string, string?) OfIsoDay(string value) =>
        value.EndsWith("T00:00:00", StringComparison.Ordinal) ? (value[..^9], null) : (value, null);

    private (string, string?) OfNumber(string value, CellFormat format) =>
        !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)
            ? ("", $"The cell holds {Quoted.Text(value)}, which is not a number.")
            : format switch
            {
                CellFormat.Day => OfDay(number + (countsFrom1904 ? From1904 : 0)),
                CellFormat.Time => ("", "The cell holds a time of day; type the value as text."),
                CellFormat.Percent => ("", "The cell is shown as a percentage; give it the format General and type the number as the question asks for it."),
                _ => (Plain(number), null),
            };

    private static (string, string?) OfDay(double serial) =>
        serial is < FirstDay or > LastDay ? ("", "The cell is shown as a day but holds none; type it as text, such as 2024-09-12.")
        : serial != Math.Floor(serial) ? ("", "The cell holds a day with a time; type the day only.")
        : (DateOnly.FromDateTime(DateTime.FromOADate(serial)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null);

    // Without an exponent wherever the digits allow.
    private static string Plain(double number) => Math.Abs(number) < 1e15 && (double)(decimal)number == number
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
