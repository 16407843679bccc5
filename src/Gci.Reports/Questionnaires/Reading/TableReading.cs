using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires.Sheets;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>Reads the rows of a question whose answer is a table; each wrong cell is told with its place.</summary>
internal sealed class TableReading(Edition edition, KnownLabels labels, IReadOnlyDictionary<string, KeyedRow> rows, CopyProblems problems)
{
    private readonly HashSet<string> _countries = [.. edition.Countries.Keys];

    internal string? Read(Question question, TableType type, RowCells cells)
    {
        var read = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        for (var number = 1; number <= type.MaximumRows; number++)
        {
            var row = rows[RowKeys.TableRow(question, number)];
            ImmutableArray<string> texts = [.. type.Columns.Select((column, index) => Cell(column.Type, cells.Text(row, RowKeys.FirstOfTable + index) ?? ""))];
            if (!texts.All(string.IsNullOrWhiteSpace))
            {
                Check(question, type, row, texts);
                read.Add(texts);
            }
        }

        return CanonicalAnswer.Json(read.ToImmutable(), type);
    }

    // What is not known stays as it is, and the check says so.
    private string Cell(ColumnType type, string text) => type switch
    {
        ColumnType.Country => labels.Country(text) ?? text.Trim(),
        ColumnType.Text => text,
        _ => text.Trim(),
    };

    private void Check(Question question, TableType type, KeyedRow row, ImmutableArray<string> texts)
    {
        for (var index = 0; index < texts.Length; index++)
        {
            var (column, text) = (type.Columns[index], texts[index]);
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var place = row.Place(RowKeys.FirstOfTable + index);
            if (column.Type == ColumnType.Country && !_countries.Contains(text))
            {
                problems.Add(place, "workbook.wrong-country", ("text", Quoted.Text(text)));
            }
            else if (AnswerParser.Parse(question, CanonicalAnswer.Json([OnlyAt(index, texts)], type)!, _countries, edition.ReferenceDate).Answer is null)
            {
                problems.Add(place, $"workbook.wrong-{column.Type.ToString().ToLowerInvariant()}", ("text", Quoted.Text(text)));
            }
        }
    }

    private static ImmutableArray<string> OnlyAt(int column, ImmutableArray<string> texts) => [.. texts.Select((text, index) => index == column ? text : "")];
}
