using ClosedXML.Excel;
using Gci.Reports.Blocks;
using Gci.Reports.Writing.Sheets;

namespace Gci.Reports.Writing;

/// <summary>Writes a workbook as .xlsx. Texts stay texts and numbers numbers, nothing becomes a formula, and two runs give the same bytes.</summary>
public static class WorkbookWriter
{
    /// <summary>Writes to <paramref name="output"/>, which stays open and may be one that cannot seek.</summary>
    public static void Write(Workbook workbook, Stream output)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(output);
        using var book = new XLWorkbook();
        book.Properties.Title = PlainText.Of(workbook.Title);
        book.Properties.Author = "GciEngine";
        book.Properties.Created = workbook.Date.ToDateTime(TimeOnly.MinValue);
        book.Properties.Modified = workbook.Date.ToDateTime(TimeOnly.MinValue);
        foreach (var sheet in workbook.Sheets)
        {
            Fill(book.AddWorksheet(sheet.Name), workbook, sheet);
        }

        using var raw = new MemoryStream();
        book.SaveAs(raw);
        raw.Position = 0;
        Package.Normalise(raw, output, workbook.Date);
    }

    private static void Fill(IXLWorksheet page, Workbook workbook, Sheet sheet)
    {
        page.RightToLeft = Direction.IsRightToLeft(workbook.Language);
        page.ShowGridLines = false;
        var tables = sheet.Blocks.SelectMany(SheetTables.In).ToArray();
        var widths = SheetTables.Widths(tables);
        foreach (var (width, index) in widths.Select((width, index) => (width, index)))
        {
            page.Column(index + 1).Width = width;
        }

        var pen = new SheetPen(page, widths, workbook.TierColours, filters: tables.Length == 1);
        pen.Notice(workbook.Notice);
        pen.Title(sheet.Blocks.OfType<Heading>().FirstOrDefault()?.Text ?? workbook.Title);
        foreach (var block in sheet.Blocks.OfType<Heading>().FirstOrDefault() is { } first ? sheet.Blocks.Remove(first) : sheet.Blocks)
        {
            pen.Write(block);
        }

        PrintSetup.Apply(page, workbook.Title, workbook.Notice, widths.Sum(), pen.FilteredHead);
    }
}
