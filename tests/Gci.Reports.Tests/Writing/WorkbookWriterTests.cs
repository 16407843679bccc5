using System.Diagnostics;
using System.IO.Compression;
using ClosedXML.Excel;
using Gci.Reports.Blocks;
using Gci.Reports.Writing;

namespace Gci.Reports.Tests.Writing;

public sealed class WorkbookWriterTests
{
    private static readonly byte[] Sample = Bytes(SampleWorkbook.English);

    [Fact]
    public void Two_runs_give_the_same_bytes()
    {
        Assert.Equal(Sample, Bytes(SampleWorkbook.English));
        using var zip = new ZipArchive(new MemoryStream(Sample));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
    }

    [Fact]
    public void Numbers_are_numbers_with_the_decimals_of_their_cell()
    {
        using var book = Read(Sample);
        var cell = book.Worksheet("Results").Cell(7, 3);

        Assert.Equal(XLDataType.Number, cell.DataType);
        Assert.Equal(SampleCountry.Many(194)[0].Scores[0], cell.GetDouble(), 12);
        Assert.Equal("0.00", cell.Style.NumberFormat.Format);
    }

    [Fact]
    public void The_head_of_the_table_is_frozen_filtered_and_repeated_in_print()
    {
        using var book = Read(Sample);
        var sheet = book.Worksheet("Results");

        Assert.Equal("Country", sheet.Cell(6, 1).GetString());
        Assert.Equal(6, sheet.SheetView.SplitRow);
        Assert.Equal("A6:G200", sheet.AutoFilter.Range.RangeAddress.ToString());
        Assert.Equal(6, sheet.PageSetup.FirstRowToRepeatAtTop);
        Assert.Equal((XLPaperSize.A4Paper, XLPageOrientation.Landscape, 1), (sheet.PageSetup.PaperSize, sheet.PageSetup.PageOrientation, sheet.PageSetup.PagesWide));
    }

    [Fact]
    public void A_sheet_of_several_tables_freezes_none_of_them()
    {
        using var book = Read(Sample);
        Assert.Equal(0, book.Worksheet("Figures").SheetView.SplitRow);
        Assert.False(book.Worksheet("Figures").AutoFilter.IsEnabled);
    }

    [Fact]
    public void Text_that_looks_like_a_formula_a_number_or_a_date_stays_text()
    {
        using var book = Read(Sample);
        var cells = book.Worksheet("Hostile").Column(1).CellsUsed().Skip(4).ToArray();

        Assert.Equal(SampleWorkbook.Hostile.Select(text => text.Replace('\u0007', ' ').Replace('\ud800', '\uFFFD')), cells.Select(cell => cell.GetString()));
        Assert.All(cells, cell => Assert.Equal(XLDataType.Text, cell.DataType));
        Assert.DoesNotContain(book.Worksheets.SelectMany(sheet => sheet.CellsUsed()), cell => cell.HasFormula);
    }

    [Fact]
    public void The_notice_stands_in_the_first_row_of_every_sheet_and_on_every_printed_page()
    {
        using var book = Read(Sample);
        Assert.All(book.Worksheets, sheet =>
        {
            Assert.Equal(SampleReport.Notice, sheet.Cell(1, 1).GetString());
            Assert.Contains(SampleReport.Notice, sheet.PageSetup.Header.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal);
            Assert.Contains("results && tables", sheet.PageSetup.Footer.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_tier_has_its_colour_and_its_code()
    {
        using var book = Read(Sample);
        var cell = book.Worksheet("Results").Cell(7, 2);
        Assert.Equal(SampleReport.Colours[cell.GetString()], "#" + cell.Style.Fill.BackgroundColor.Color.Name[2..]);
    }

    [Fact]
    public void A_sheet_in_Arabic_runs_from_right_to_left()
    {
        using var arabic = Read(Bytes(SampleWorkbook.Arabic));
        using var english = Read(Sample);
        Assert.All(arabic.Worksheets, sheet => Assert.True(sheet.RightToLeft));
        Assert.All(english.Worksheets, sheet => Assert.False(sheet.RightToLeft));
    }

    [Fact]
    public void The_properties_name_the_workbook_and_its_date()
    {
        using var book = Read(Sample);
        Assert.Equal(SampleWorkbook.English.Title, book.Properties.Title);
        Assert.Equal(new DateTime(2026, 3, 31), book.Properties.Created.ToUniversalTime());
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_with_a_mark()
    {
        var sheet = new Sheet("Long", [new Table("t", [new("c", 10)], [[new TextCell(new string('x', 40_000))]])]);
        using var book = Read(Bytes(SampleWorkbook.English with { Sheets = [sheet] }));
        var text = book.Worksheet("Long").LastCellUsed().GetString();
        Assert.Equal(32_767, text.Length);
        Assert.EndsWith("x…", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LibreOffice_opens_the_workbook()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "soffice"))), "LibreOffice is not installed.");
        var folder = Directory.CreateTempSubdirectory("gci-workbook-").FullName;
        var cancel = TestContext.Current.CancellationToken;
        await File.WriteAllBytesAsync(Path.Combine(folder, "book.xlsx"), Sample, cancel);
        string[] arguments = [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,4", "--outdir", folder, Path.Combine(folder, "book.xlsx")];
        using (var office = Process.Start(new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!)
        {
            await office.WaitForExitAsync(cancel);
        }

        var csv = await File.ReadAllTextAsync(Directory.GetFiles(folder, "*.csv").Single(), cancel);
        Directory.Delete(folder, recursive: true);
        Assert.Contains("=1+1,0.0", csv, StringComparison.Ordinal);
        Assert.Contains("00123,1.3", csv, StringComparison.Ordinal);
    }

    private static byte[] Bytes(Workbook workbook)
    {
        using var output = new MemoryStream();
        WorkbookWriter.Write(workbook, output);
        return output.ToArray();
    }

    private static XLWorkbook Read(byte[] bytes) => new(new MemoryStream(bytes));
}
