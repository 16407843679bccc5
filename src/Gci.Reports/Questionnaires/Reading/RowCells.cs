using System.Globalization;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires.Sheets;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>Texts and marks of the cells of a question, and what stands where nothing is read.</summary>
internal sealed class RowCells(CopyProblems problems)
{
    private static readonly string[] s_marks = ["X", "Х", "×", "✓", "✔", "☒", "☑", "1"];

    /// <summary>Whether a cell holds what cannot be read, such as a formula.</summary>
    internal bool IsDamaged { get; private set; }

    /// <summary>The text of a cell, null where it is empty or cannot be read.</summary>
    internal string? Text(KeyedRow row, int column)
    {
        if (row.Cells.GetValueOrDefault(column) is not { } cell)
        {
            return null;
        }

        if (cell.Mistake is not null)
        {
            Refuse(row, column, "workbook.wrong-cell");
        }

        return cell.Mistake is null ? cell.Text : null;
    }

    /// <summary>Whether a cell is marked, with x or with what people take for it.</summary>
    internal bool IsMarked(KeyedRow row)
    {
        if (Text(row, RowKeys.Answer)?.Trim() is not { Length: > 0 } text)
        {
            return false;
        }

        if (s_marks.Contains(text.ToUpper(CultureInfo.InvariantCulture)))
        {
            return true;
        }

        Refuse(row, RowKeys.Answer, "workbook.wrong-mark", ("text", Quoted.Text(text)));
        return false;
    }

    /// <summary>Whatever somebody wrote beside the cells of a question would be lost without a word.</summary>
    internal void RefuseStrays(Question question, IReadOnlyDictionary<string, KeyedRow> rows)
    {
        var lastOfTable = RowKeys.FirstOfTable + ((question.Type as TableType)?.Columns.Length ?? 0) - 1;
        var prefixes = (Row: $"{question.Code}/row/", Link: $"{question.Code}/link/");
        foreach (var row in RowsOf(question, rows))
        {
            var last = row.Key.StartsWith(prefixes.Row, StringComparison.Ordinal) ? lastOfTable
                : row.Key.StartsWith(prefixes.Link, StringComparison.Ordinal) ? RowKeys.Kind
                : RowKeys.Answer;
            foreach (var column in row.Cells.Keys.Where(column => column > last))
            {
                Refuse(row, column, "workbook.stray-cell");
            }
        }
    }

    private static IEnumerable<KeyedRow> RowsOf(Question question, IReadOnlyDictionary<string, KeyedRow> rows)
    {
        foreach (var key in RowKeys.Needed(question).Append(RowKeys.Confirm(question)))
        {
            if (rows.TryGetValue(key, out var row))
            {
                yield return row;
            }
        }

        for (var number = 1; rows.TryGetValue(RowKeys.Link(question, number), out var link); number++)
        {
            yield return link;
        }
    }

    private void Refuse(KeyedRow row, int column, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        IsDamaged = true;
        problems.Add(row.Place(column), key, values);
    }
}
