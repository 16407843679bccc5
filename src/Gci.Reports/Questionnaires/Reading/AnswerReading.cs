using System.Diagnostics;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires.Sheets;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>Reads the cells of one question.</summary>
internal sealed class AnswerReading(string file, Edition edition, KnownLabels labels, IReadOnlyDictionary<string, KeyedRow> rows, Problems problems)
{
    // Kept back until it is known whether anything was changed: what the service itself wrote is not held against the respondent.
    private readonly Problems _found = new();

    internal ReturnedAnswer Read(Question question, int revision, string hash)
    {
        var cells = new RowCells(file, _found);
        var main = rows[RowKeys.Needed(question).First()];
        var (value, valuePlace) = Value(question, main, cells);
        var (notApplicable, reason, comment) = (rows[RowKeys.NotApplicable(question)], rows[RowKeys.Reason(question)], rows[RowKeys.Comment(question)]);
        var answer = CanonicalAnswer.Of(
            new(
                revision,
                value,
                cells.IsMarked(notApplicable),
                cells.Text(reason, RowKeys.Answer),
                cells.Text(comment, RowKeys.Answer),
                false,
                new LinksReading(file, labels, rows, _found).Read(question, cells)),
            question,
            edition);
        var isConfirmed = rows.TryGetValue(RowKeys.Confirm(question), out var confirm) && cells.IsMarked(confirm);
        cells.RefuseStrays(question, rows);
        var isTouched = CanonicalAnswer.Hash(answer) != hash;
        if (isTouched || cells.IsDamaged)
        {
            Check(question, answer, valuePlace);
            problems.Add(_found);
        }

        return new(question.Code, revision, isTouched, isConfirmed, answer, valuePlace, comment.Place(RowKeys.Answer), reason.Place(RowKeys.Answer));
    }

    private (string? Value, string Place) Value(Question question, KeyedRow main, RowCells cells)
    {
        switch (question.Type)
        {
            case ChoiceType choice:
                return (Choice(question, choice, main, cells), main.Place(RowKeys.Answer));
            case TicksType ticks:
                var marked = ticks.Options.Where(option => cells.IsMarked(rows[RowKeys.OptionOf(question, option.Code)])).Select(option => option.Code).ToArray();
                return (marked.Length == 0 ? null : string.Join("; ", marked), main.Place(RowKeys.Answer));
            case TableType table:
                return (new TableReading(file, edition, labels, rows, _found).Read(question, table, cells), main.Place(RowKeys.FirstOfTable));
            case TextType or NumberType or DateType:
                var text = cells.Text(main, RowKeys.Answer);
                return (question.Type is TextType ? text : text?.Trim(), main.Place(RowKeys.Answer));
            default:
                throw new UnreachableException();
        }
    }

    private string? Choice(Question question, ChoiceType type, KeyedRow row, RowCells cells)
    {
        var text = cells.Text(row, RowKeys.Answer);
        var code = string.IsNullOrWhiteSpace(text) ? null : labels.Option(text, question, type);
        if (code is null && !string.IsNullOrWhiteSpace(text))
        {
            _found.Add(file, row.Place(RowKeys.Answer), $"{question.Code} has no option {Quoted.Text(text)}; choose one of {labels.Choices(question, type)}.");
        }

        return code ?? text;
    }

    private void Check(Question question, CopiedAnswer answer, string place)
    {
        var isToldByCell = question.Type is ChoiceType or TableType && _found.Any;
        if (answer.Value is { } value && !isToldByCell
            && AnswerParser.Parse(question, value, edition.Countries.Keys.ToHashSet(), edition.ReferenceDate).Sentence is { } sentence)
        {
            _found.Add(file, place, sentence);
        }

        if (answer.IsNotApplicable && answer.Value is not null)
        {
            _found.Add(file, place, $"{question.Code} is marked as not applicable and has an answer; take one of them away.");
        }

        if (answer.IsNotApplicable && answer.Reason is null)
        {
            _found.Add(file, rows[RowKeys.Reason(question)].Place(RowKeys.Answer), $"{question.Code} is marked as not applicable; say why.");
        }
    }
}
