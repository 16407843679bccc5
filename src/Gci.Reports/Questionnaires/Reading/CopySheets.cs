using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Reports.Questionnaires.Sheets;
using Gci.Reports.Reading;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>Finds our sheets in a workbook, whatever they are called by now, and their rows by key.</summary>
internal sealed class CopySheets(string file, Problems problems)
{
    private const int MostRows = 20_000;
    private const int MostCells = 50;
    private const int MostMerged = 10_000;

    private readonly Dictionary<string, KeyedRow> _rows = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, KeyedRow> Rows => _rows;

    /// <summary>The rows of the hidden sheet: name, value, second value. Null if the workbook is not a copy of ours.</summary>
    internal static Dictionary<string, (string First, string Second)>? Facts(WorkbookParts workbook)
    {
        foreach (var (_, part) in workbook.Sheets)
        {
            if (FirstText(workbook, part) == RowKeys.CopyMark)
            {
                return RowsOf(workbook.Cells(part)).Take(MostRows).Where(row => row.ContainsKey(1)).GroupBy(row => row[1].Text, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, group => (Text(group.First(), 2), Text(group.First(), 3)), StringComparer.Ordinal);
            }
        }

        return null;
    }

    internal void Read(WorkbookParts workbook)
    {
        foreach (var (name, part) in workbook.Sheets)
        {
            if (FirstText(workbook, part).StartsWith(RowKeys.SheetMark, StringComparison.Ordinal))
            {
                var sheet = Quoted.Text(name)[1..^1];
                var numbers = ReadSheet(sheet, RowsOf(workbook.Cells(part)));
                CheckMerged(sheet, numbers, workbook.MergedRanges(part));
            }
        }
    }

    // The numbers of the rows that take answers, ascending.
    private List<int> ReadSheet(string sheet, IEnumerable<Dictionary<int, SheetCell>> rows)
    {
        var (numbers, seen) = (new List<int>(), 0);
        foreach (var cells in rows)
        {
            var number = cells.Values.First().Row;
            if (++seen > MostRows || cells.Count > MostCells)
            {
                problems.Add(file, $"{sheet}!A{number}", "The sheet holds far more than the questionnaire asks for; nothing from here on was read.");
                break;
            }

            if (cells.GetValueOrDefault(1) is not { Text.Length: > 0 } key)
            {
                problems.Add(file, $"{sheet}!{cells.Values.First().Reference}", "This row does not belong to the questionnaire; nothing in it is read. Move what it says into an answer cell and empty it.");
            }
            else if (key.Text != RowKeys.Fixed && !key.Text.StartsWith(RowKeys.SheetMark, StringComparison.Ordinal))
            {
                numbers.Add(number);
                Add(new(key.Text, sheet, number, cells));
            }
        }

        return numbers;
    }

    private void Add(KeyedRow row)
    {
        if (!_rows.TryAdd(row.Key, row))
        {
            problems.Add(file, row.Place(1), $"The row {Quoted.Text(row.Key)} stands twice; it was first at {_rows[row.Key].Place(1)}. Download the questionnaire again and copy the answers over.");
        }
    }

    // Of merged cells only the first keeps what was typed.
    private void CheckMerged(string sheet, List<int> rows, IEnumerable<string> ranges)
    {
        foreach (var range in ranges.Take(MostMerged))
        {
            var ends = range.Split(':');
            if (SheetCell.Parse(ends[0]) is { } from && SheetCell.Parse(ends[^1]) is { } to && to.Column >= RowKeys.Text)
            {
                var at = rows.BinarySearch(from.Row);
                if ((at >= 0 ? at : ~at) is var first && first < rows.Count && rows[first] <= to.Row)
                {
                    problems.Add(file, $"{sheet}!{ends[0]}", $"The cells {range} are merged; undo that, so that each answer has its own cell.");
                }
            }
        }
    }

    private static string FirstText(WorkbookParts workbook, string part) =>
        workbook.Cells(part).FirstOrDefault() is { Row: 1, Column: 1, Text: var text } ? text : "";

    private static string Text(Dictionary<int, SheetCell> row, int column) => row.GetValueOrDefault(column)?.Text ?? "";

    private static IEnumerable<Dictionary<int, SheetCell>> RowsOf(IEnumerable<SheetCell> cells)
    {
        var row = new Dictionary<int, SheetCell>();
        foreach (var cell in cells)
        {
            if (row.Count > 0 && row.Values.First().Row != cell.Row)
            {
                yield return row;
                row = [];
            }

            row[cell.Column] = cell;
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }
}
