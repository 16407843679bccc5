using System.Collections.Immutable;
using System.Globalization;
using ClosedXML.Excel;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>The sheet of a question whose answer is a table: one row an entry, as many as the question takes.</summary>
internal sealed class TableSheet(QuestionnaireCopy copy, CopyPen pen, CopyLists lists)
{
    private const int HeadRow = 3;
    private static readonly DateOnly s_firstDay = new(1900, 3, 1);

    /// <summary>Widths of the columns after the hidden one: the number of the row, then those of the table.</summary>
    internal static ImmutableArray<double> Widths(TableType type) => [8, .. type.Columns.Select(column => column.Type switch
    {
        ColumnType.Text => 42.0,
        ColumnType.Country => 30.0,
        _ => 18.0,
    })];

    internal void Write(Question question, TableType type, string backTo)
    {
        pen.Page.Row(pen.Row).Height = 26;
        pen.Put(RowKeys.Code, copy.Marked(copy.Wording.Title(question)), Look.Title);
        pen.Begin(RowKeys.Fixed);
        pen.Put(RowKeys.Code, question.Code, Look.Label);
        var back = pen.Put(RowKeys.FirstOfTable, copy.Texts.Say("workbook.back", ("sheet", backTo)), Look.Link);
        back.Hyperlink = new XLHyperlink($"'{backTo.Replace("'", "''", StringComparison.Ordinal)}'!D3");
        pen.Begin(RowKeys.Fixed, 22);
        pen.Put(RowKeys.Code, copy.Texts["workbook.column-row"], Look.Head);
        foreach (var (column, index) in type.Columns.Select((column, index) => (column, index)))
        {
            pen.Put(RowKeys.FirstOfTable + index, copy.Wording.Column(question, column), Look.Head);
        }

        pen.Page.SheetView.FreezeRows(HeadRow);
        Rows(question, type);
        CopyPrint.Apply(pen.Page, copy, Widths(type).Sum(), HeadRow);
    }

    private void Rows(Question question, TableType type)
    {
        var answer = copy.AnswerTo(question.Code).Value;
        var rows = (CanonicalAnswer.Parsed(answer, question, copy.Edition) as TableAnswer)?.Rows ?? [];
        for (var number = 1; number <= type.MaximumRows; number++)
        {
            pen.Begin(RowKeys.TableRow(question, number));
            pen.Put(RowKeys.Code, number.ToString(CultureInfo.InvariantCulture), Look.Label);
            for (var index = 0; index < type.Columns.Length; index++)
            {
                var text = number <= rows.Length ? rows[number - 1][index] : "";
                Cell(RowKeys.FirstOfTable + index, type.Columns[index].Type, text.Length == 0 ? null : text);
            }
        }

        Rules(type, pen.Row - type.MaximumRows + 1);
    }

    private void Cell(int column, ColumnType type, string? text)
    {
        switch (type)
        {
            case ColumnType.Number when text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                pen.Input(column, number);
                break;
            case ColumnType.Number:
                pen.Input(column, text, Look.Number);
                break;
            case ColumnType.Date when text is not null && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) && day >= s_firstDay:
                pen.Input(column, day);
                break;
            case ColumnType.Date:
                pen.Input(column, text, Look.Day);
                break;
            case ColumnType.Country:
                pen.Input(column, text is not null && copy.Edition.Countries.TryGetValue(text, out var country) ? country.NameIn(copy.Wording.Language) : text);
                break;
            default:
                pen.Input(column, text);
                break;
        }
    }

    // One rule a column, over all rows.
    private void Rules(TableType type, int first)
    {
        for (var index = 0; index < type.Columns.Length; index++)
        {
            var range = pen.Page.Range(first, RowKeys.FirstOfTable + index, pen.Row, RowKeys.FirstOfTable + index);
            switch (type.Columns[index].Type)
            {
                case ColumnType.Country:
                    lists.Offer(range, CountryNames(), copy.Texts["workbook.choose"]);
                    break;
                case ColumnType.Date:
                    var rule = range.SetDataValidation();
                    rule.Date.Between(s_firstDay.ToDateTime(TimeOnly.MinValue), copy.Edition.ReferenceDate.ToDateTime(TimeOnly.MinValue));
                    lists.Explain(rule, copy.Texts["answer.wanted.date"]);
                    break;
                default:
                    break;
            }
        }
    }

    private string[] CountryNames() =>
    [
        .. copy.Edition.Countries.Values.Select(country => country.NameIn(copy.Wording.Language))
            .Order(StringComparer.Create(Languages.CultureOf(copy.Wording.Language), CompareOptions.None)),
    ];
}
