using System.Collections.Immutable;
using System.Diagnostics;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Reports.Questionnaires.Sheets;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>Reads the cells of one question.</summary>
internal sealed class AnswerReading(Edition edition, KnownLabels labels, IReadOnlyDictionary<string, KeyedRow> rows, CopyProblems problems)
{
    // Kept back until it is known whether anything was changed: what the service itself wrote is not held against the respondent.
    private readonly CopyProblems _found = problems.Aside();

    /// <summary>Null where something is wrong, which then is among the problems.</summary>
    /// <param name="hash">The fingerprint of the answer when the copy was made.</param>
    /// <param name="linksHash">That of its links.</param>
    internal ReturnedAnswer? Read(Question question, int revision, string hash, string linksHash)
    {
        var cells = new RowCells(_found);
        var main = rows[RowKeys.Needed(question).First()];
        var (value, valuePlace) = Value(question, main, cells);
        var (notApplicable, reason, comment) = (rows[RowKeys.NotApplicable(question)], rows[RowKeys.Reason(question)], rows[RowKeys.Comment(question)]);
        var (links, linkPlaces) = new LinksReading(labels, rows, _found).Read(question, cells);
        var read = new CopiedAnswer(
            revision, value, cells.IsMarked(notApplicable), cells.Text(reason, RowKeys.Answer), cells.Text(comment, RowKeys.Answer), NeedsConfirmation: false, links);
        var answer = CanonicalAnswer.Of(read, question, edition);
        var isConfirmed = rows.TryGetValue(RowKeys.Confirm(question), out var confirm) && cells.IsMarked(confirm);
        cells.RefuseStrays(question, rows);
        var (isTouched, areLinksTouched) = (CanonicalAnswer.Hash(answer) != hash, CanonicalAnswer.HashOfLinks(answer) != linksHash);
        if (isTouched || areLinksTouched || cells.IsDamaged)
        {
            Check(question, answer, valuePlace);
            problems.Add(_found);
            if (_found.Any)
            {
                return null;
            }
        }

        return new(
            question.Code, revision, linksHash, isTouched, areLinksTouched, isConfirmed, answer,
            new(valuePlace, comment.Place(RowKeys.Answer), reason.Place(RowKeys.Answer), linkPlaces));
    }

    private (string? Value, string Place) Value(Question question, KeyedRow main, RowCells cells)
    {
        switch (question.Type)
        {
            case ChoiceType choice:
                return (Choice(question, choice, main, cells), main.Place(RowKeys.Answer));
            case TicksType ticks:
                var marked = ticks.Options.Where(option => cells.IsMarked(rows[RowKeys.OptionOf(question, option.Code)])).Select(option => option.Code).ToArray();
                return (marked.Length == 0 ? null : string.Join(';', marked), main.Place(RowKeys.Answer));
            case TableType table:
                return (new TableReading(edition, labels, rows, _found).Read(question, table, cells), main.Place(RowKeys.FirstOfTable));
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
            _found.Add(row.Place(RowKeys.Answer), "workbook.wrong-option", ("question", question.Code), ("text", Quoted.Text(text)), ("options", labels.Choices(question, type)));
        }

        return code ?? text;
    }

    private void Check(Question question, CopiedAnswer answer, string place)
    {
        var isToldByCell = question.Type is ChoiceType or TableType && _found.Any;
        if (answer.Value is { } value && !isToldByCell && AnswerParser.Parse(question, value, edition.CountryCodes(), edition.ReferenceDate).Answer is null)
        {
            var wanted = AnswerWording.Wanted(question, edition.In(_found.Texts.Language), _found.Texts);
            _found.Add(place, "refusal.not-an-answer", ("question", question.Code), ("wanted", wanted));
        }

        if (answer.IsNotApplicable && answer.Value is not null)
        {
            _found.Add(place, "refusal.answer-and-not-applicable", ("question", question.Code));
        }

        if (answer.IsNotApplicable && answer.Reason is null)
        {
            _found.Add(rows[RowKeys.Reason(question)].Place(RowKeys.Answer), "refusal.reason-missing", ("question", question.Code));
        }
    }
}
