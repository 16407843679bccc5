using System.Xml;
using Gci.Editions;
using Gci.Editions.Answers;

namespace Gci.Reports.Reading;

/// <summary>
/// Reads answers from a workbook: the first sheet whose first row with content names the columns <c>country</c>, <c>code</c>,
/// <c>answer</c> and, if wanted, <c>comment</c>, in any order. Hidden sheets and rows are read like others.
/// </summary>
public static class AnswersWorkbook
{
    private static readonly string[] s_needed = ["country", "code", "answer"];
    private static readonly string[] s_optional = ["comment"];

    internal const string Damaged = "The workbook is damaged; open it in a spreadsheet program and save it again as .xlsx.";

    /// <summary>The rows that can be read; whatever cannot is among the problems.</summary>
    public static IReadOnlyList<AnswerRow> Read(string path, Problems problems) =>
        InputFile.Bytes(path, problems) is { } content ? Read(path, content, problems) : [];

    /// <summary>The rows of a file that is already in memory.</summary>
    public static IReadOnlyList<AnswerRow> Read(string file, byte[] content, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            using var package = WorkbookPackage.Open(content);
            return Read(file, WorkbookParts.Of(package), problems);
        }
        catch (DamagedWorkbookException e)
        {
            problems.Add(file, 1, e.Message);
        }
        catch (Exception e) when (MeansDamage(e))
        {
            problems.Add(file, 1, Damaged);
        }

        return [];
    }

    /// <summary>What the readers of zip files and XML throw at content that is none.</summary>
    internal static bool MeansDamage(Exception e) => e is InvalidDataException or XmlException or IOException or FormatException or NotSupportedException
        or ArgumentException or InvalidOperationException or OverflowException;

    private static IReadOnlyList<AnswerRow> Read(string file, WorkbookParts workbook, Problems problems)
    {
        var sheets = workbook.Sheets.Where(sheet => !s_needed.Except(FirstRow(workbook.Cells(sheet.Part)).Select(cell => cell.Text)).Any()).ToArray();
        if (sheets.Length == 0)
        {
            problems.Add(file, 1, "No sheet begins with a row that names the columns country, code and answer.");
            return [];
        }

        foreach (var (name, _) in sheets[1..])
        {
            var place = $"{Quoted.Text(name)[1..^1]}!A1";
            problems.Add(file, place, $"This sheet has answers too, but only the first such sheet, {Quoted.Text(sheets[0].Name)}, is read; put all answers there.");
        }

        return new AnswerRowsOfSheet(file, sheets[0].Name, problems).Read(workbook.Cells(sheets[0].Part), s_needed, s_optional);
    }

    private static IEnumerable<SheetCell> FirstRow(IEnumerable<SheetCell> cells)
    {
        int? row = null;
        return cells.TakeWhile(cell => cell.Row == (row ??= cell.Row));
    }
}
