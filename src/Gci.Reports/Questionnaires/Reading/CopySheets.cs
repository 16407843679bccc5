using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Reports.Questionnaires.Sheets;
using Gci.Reports.Reading;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>Finds our sheets in a workbook, whatever they are called by now, and their rows by key.</summary>
internal sealed class CopySheets(CopyProblems problems)
{
    private const int MostRows = 20_000;
    private const int MostCells = 50;
    private const int MostMerged = 1_000;

    private readonly Dictionary<string, KeyedRow> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _doubtful = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, KeyedRow> Rows => _rows;

    /// <summary>Whether rows of a question are not as we wrote them, so that nobody can tell what was meant.</summary>
    internal bool IsDoubtful(string question) => _doubtful.Contains(question);

    /// <summary>The rows of the hidden sheet: the name and up to three values. Null if the workbook is not a copy of ours.</summary>
    internal static Dictionary<string, string[]>? Facts(WorkbookParts workbook)
    {
        foreach (var (_, part) in workbook.Sheets)
        {
            if (FirstText(workbook, part) == RowKeys.CopyMark)
            {
                return RowsOf(workbook.Cells(part)).Take(MostRows).Where(row => row.ContainsKey(1)).GroupBy(row => row[1].Text, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, group => new[] { Text(group.First(), 2), Text(group.First(), 3), Text(group.First(), 4) }, StringComparer.Ordinal);
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
                var own = ReadSheet(sheet, RowsOf(workbook.Cells(part)));
                CheckMerged(sheet, own, workbook.MergedRanges(part));
            }
        }
    }

    // The rows that take answers, from above.
    private List<KeyedRow> ReadSheet(string sheet, IEnumerable<Dictionary<int, SheetCell>> rows)
    {
        var (own, seen) = (new List<KeyedRow>(), 0);
        foreach (var cells in rows)
        {
            var number = cells.Values.First().Row;
            if (++seen > MostRows || cells.Count > MostCells)
            {
                problems.Add($"{sheet}!A{number}", "workbook.too-much");
                break;
            }

            if (cells.GetValueOrDefault(1) is not { Text.Length: > 0 } key)
            {
                problems.Add($"{sheet}!{cells.Values.First().Reference}", "workbook.stray-row");
            }
            else if (key.Text != RowKeys.Fixed && !key.Text.StartsWith(RowKeys.SheetMark, StringComparison.Ordinal))
            {
                own.Add(new(key.Text, sheet, number, cells));
                Add(own[^1]);
            }
        }

        return own;
    }

    private void Add(KeyedRow row)
    {
        if (!_rows.TryAdd(row.Key, row))
        {
            _doubtful.Add(row.Question);
            problems.Add(row.Place(1), "workbook.row-twice", ("question", row.Question), ("place", _rows[row.Key].Place(1)));
        }
    }

    // Of merged cells only the first keeps what was typed.
    private void CheckMerged(string sheet, List<KeyedRow> rows, IEnumerable<string> ranges)
    {
        foreach (var range in ranges.Take(MostMerged))
        {
            var ends = range.Split(':');
            if (SheetCell.Parse(ends[0]) is { } from && SheetCell.Parse(ends[^1]) is { } to && to.Column >= RowKeys.Text)
            {
                var within = rows.SkipWhile(row => row.Row < from.Row).TakeWhile(row => row.Row <= to.Row).ToArray();
                _doubtful.UnionWith(within.Select(row => row.Question));
                if (within.Length > 0)
                {
                    problems.Add($"{sheet}!{ends[0]}", "workbook.merged", ("cells", range));
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
