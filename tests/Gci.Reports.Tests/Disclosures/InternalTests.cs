using ClosedXML.Excel;
using Gci.Reports.Writing;
using Gci.Testing;
using UglyToad.PdfPig;

namespace Gci.Reports.Tests.Disclosures;

/// <summary>The internal level shows everything, and says on every page and sheet that it is not for publication.</summary>
public sealed class InternalTests
{
    private const string Notice = "Internal: not for publication";

    [Fact]
    public async Task Every_page_of_the_PDF_carries_the_notice()
    {
        using var folder = new TemporaryFolder();
        await Written.FilesAsync(Shores.At(Disclosure.Internal), folder.Path);
        using var pdf = PdfDocument.Open(folder.At("report-en.pdf"));

        Assert.True(pdf.NumberOfPages > 10);
        Assert.All(pdf.GetPages(), page => Assert.Contains("Internal:notforpublication", string.Concat(page.Text.Where(letter => !char.IsWhiteSpace(letter))), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sheet_carries_the_notice_on_its_face_and_in_print()
    {
        using var file = new MemoryStream();
        WorkbookWriter.Write(ResultsWorkbook.Of(Shores.At(Disclosure.Internal)), file);
        using var book = new XLWorkbook(file);

        Assert.Equal(9, book.Worksheets.Count);
        Assert.All(book.Worksheets, sheet => Assert.Contains(sheet.CellsUsed(), cell => cell.GetString().Contains(Notice, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_overall_score_is_in_the_workbook_and_in_the_results()
    {
        var workbook = BlockText.Of(ResultsWorkbook.Of(Shores.At(Disclosure.Internal)));

        Assert.Contains("| Overall score |", workbook, StringComparison.Ordinal);
        Assert.Contains("| CIV | Côte d'Ivoire | SHELL | Shell | South | points | 53.", workbook, StringComparison.Ordinal);
        Assert.Contains("\"score\": 53.", Gci.Reports.Files.ResultsJson.Text(Shores.At(Disclosure.Internal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void At_the_other_levels_neither_the_notice_nor_a_score_is_there(Disclosure level)
    {
        var everything = BlockText.Of(ResultsReport.Of(Shores.At(level))) + BlockText.Of(ResultsWorkbook.Of(Shores.At(level))) + Gci.Reports.Files.ResultsJson.Text(Shores.At(level));

        Assert.DoesNotContain(Notice, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Overall score", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("\"score\"", everything, StringComparison.Ordinal);
    }
}
