using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Reports.Reading;

namespace Gci.Reports.Tests.Reading;

/// <summary>Makes workbooks, good ones by ClosedXML and bad ones by changing their parts.</summary>
internal static class Workbooks
{
    internal const string Sheet = "xl/worksheets/sheet1.xml";

    /// <summary>A sheet with the four columns, one answer in row 2, and whatever else is wanted.</summary>
    internal static byte[] Answers(Action<IXLWorksheet>? more = null) => Make(workbook =>
    {
        var sheet = workbook.AddWorksheet("Answers");
        Fill(sheet, 1, "country", "code", "answer", "comment");
        Fill(sheet, 2, "KEN", "TEC-1", "yes", "as we said");
        more?.Invoke(sheet);
    });

    internal static byte[] Make(Action<XLWorkbook> fill)
    {
        using var workbook = new XLWorkbook();
        fill(workbook);
        using var content = new MemoryStream();
        workbook.SaveAs(content);
        return content.ToArray();
    }

    internal static void Fill(IXLWorksheet sheet, int row, params string[] texts)
    {
        for (var column = 0; column < texts.Length; column++)
        {
            sheet.Cell(row, column + 1).SetValue(texts[column]);
        }
    }

    /// <summary>The workbook with one part changed, or made if there is none.</summary>
    internal static byte[] With(byte[] workbook, string part, Func<string, string> change)
    {
        using var content = new MemoryStream();
        content.Write(workbook);
        using (var zip = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            var before = zip.GetEntry(part);
            var text = "";
            if (before is not null)
            {
                using var reader = new StreamReader(before.Open());
                text = reader.ReadToEnd();
            }

            before?.Delete();
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(change(text)));
        }

        return content.ToArray();
    }

    /// <summary>The answers workbook with XML cells in a row 9 that ClosedXML would not write.</summary>
    internal static byte[] WithRow(string cells) =>
        With(Answers(), Sheet, xml => xml.Replace("</x:sheetData>", $"<x:row r=\"9\">{cells}</x:row></x:sheetData>", StringComparison.Ordinal));

    internal static (IReadOnlyList<AnswerRow> Rows, string[] Problems) Read(byte[] workbook)
    {
        var problems = new Problems();
        var rows = AnswersWorkbook.Read("a.xlsx", workbook, problems);
        return (rows, [.. problems.InOrder().Select(problem => problem.ToString())]);
    }
}
