using Gci.Editions;
using Gci.Editions.Answers;

namespace Gci.Reports.Reading;

/// <summary>Turns the cells of a sheet into rows of answers.</summary>
internal sealed class AnswerRowsOfSheet(string file, string sheet, Problems problems)
{
    private readonly string _sheet = Quoted.Text(sheet)[1..^1];
    private readonly Dictionary<int, string> _columns = [];
    private readonly Dictionary<string, int> _columnOf = new(StringComparer.Ordinal);

    internal IReadOnlyList<AnswerRow> Read(IEnumerable<SheetCell> cells, string[] needed, string[] optional)
    {
        var (rows, row, seen) = (new List<AnswerRow>(), new List<SheetCell>(), 0);
        foreach (var cell in cells)
        {
            if (row.Count > 0 && row[0].Row != cell.Row)
            {
                if (!Take(row, seen++, needed, optional, rows))
                {
                    return rows;
                }

                row.Clear();
            }

            row.Add(cell);
        }

        if (Take(row, seen, needed, optional, rows) && seen == 0)
        {
            problems.Add(file, Place(row[0].Row, row[0].Column), "The sheet has column names and no row below them.");
        }

        return rows;
    }

    // False where nothing below this row can be read.
    private bool Take(List<SheetCell> row, int number, string[] needed, string[] optional, List<AnswerRow> rows)
    {
        if (number == 0)
        {
            return TakeHeader(row, needed, optional);
        }

        if (number > InputFile.MostRows)
        {
            problems.Add(file, Place(row[0].Row, row[0].Column), "The sheet has more than 1,000,000 rows; nothing from here on was read.");
            return false;
        }

        if (Row(row) is { } read)
        {
            rows.Add(read);
        }

        return true;
    }

    private bool TakeHeader(List<SheetCell> row, string[] needed, string[] optional)
    {
        var sentences = row.Select(cell => cell.Mistake).OfType<string>()
            .Concat(ColumnNames.Mistakes([.. row.Where(cell => cell.Mistake is null).Select(cell => cell.Text)], needed, optional)).ToArray();
        foreach (var sentence in sentences)
        {
            problems.Add(file, Place(row[0].Row, row[0].Column), sentence);
        }

        foreach (var cell in row.Where(_ => sentences.Length == 0))
        {
            _columns[cell.Column] = cell.Text;
            _columnOf[cell.Text] = cell.Column;
        }

        return sentences.Length == 0;
    }

    private AnswerRow? Row(List<SheetCell> cells)
    {
        var (texts, isWhole) = (new Dictionary<string, string>(StringComparer.Ordinal), true);
        foreach (var cell in cells)
        {
            var mistake = _columns.ContainsKey(cell.Column) ? cell.Mistake : "This cell stands in a column without a name; empty it.";
            if (mistake is not null)
            {
                problems.Add(file, Place(cell.Row, cell.Column), mistake);
                isWhole = false;
            }
            else
            {
                texts[_columns[cell.Column]] = cell.Text;
            }
        }

        var row = cells[0].Row;
        return !isWhole ? null : new(
            file, Place(row, _columnOf["answer"]),
            texts.GetValueOrDefault("country", ""), texts.GetValueOrDefault("code", ""), texts.GetValueOrDefault("answer", ""), texts.GetValueOrDefault("comment"))
        {
            CountryPlace = Place(row, _columnOf["country"]),
            CodePlace = Place(row, _columnOf["code"]),
            CommentPlace = Place(row, _columnOf.GetValueOrDefault("comment", 1)),
        };
    }

    private string Place(int row, int column) => $"{_sheet}!{SheetCell.ReferenceOf(row, column)}";
}
