using System.Diagnostics;
using System.Globalization;
using ClosedXML.Excel;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>Writes the cells that take an answer, with what is there already and the rule for what may be typed.</summary>
internal sealed class AnswerCells(QuestionnaireCopy copy, CopyPen pen, CopyLists lists)
{
    // The first of March 1900: before it, Excel counts a day that was none.
    private static readonly DateOnly s_firstDay = new(1900, 3, 1);
    private const double TallText = 92;

    /// <summary>The answer cell beside the question; options to mark and tables have cells of their own.</summary>
    internal void Write(Question question, CopiedAnswer answer)
    {
        switch (question.Type)
        {
            case ChoiceType choice:
                var labels = CopyPhrases.Labels(question, choice, copy.Wording);
                var chosen = choice.Options.ToList().FindIndex(option => option.Code == answer.Value);
                lists.Offer(pen.Input(RowKeys.Answer, chosen < 0 ? answer.Value : labels[chosen]).AsRange(), labels, copy.Texts["workbook.choose"]);
                break;
            case NumberType number:
                Number(question, number, answer.Value);
                break;
            case DateType:
                Day(question, answer.Value);
                break;
            case TextType text:
                pen.Page.Row(pen.Row).Height = Math.Max(TallText, pen.Page.Row(pen.Row).Height);
                var rule = pen.Input(RowKeys.Answer, answer.Value).AsRange().SetDataValidation();
                rule.TextLength.EqualOrLessThan(text.MaximumLength);
                lists.Explain(rule, copy.Wanted(question));
                break;
            case TableType:
                pen.Put(RowKeys.Answer, copy.Texts.Say("workbook.to-table", ("sheet", SheetNames.Of(question))), Look.Link)
                    .Hyperlink = new XLHyperlink($"'{SheetNames.Of(question)}'!C4");
                break;
            case TicksType:
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A row an option, to be marked with x.</summary>
    internal void WriteOptions(Question question, TicksType type, CopiedAnswer answer)
    {
        var ticked = (CanonicalAnswer.Parsed(answer.Value, question, copy.Edition) as TickAnswer)?.Options ?? [];
        foreach (var option in type.Options)
        {
            pen.Begin(RowKeys.OptionOf(question, option.Code));
            pen.Put(RowKeys.Text, copy.Wording.Option(question, option), Look.Plain);
            Mark(ticked.Contains(option.Code));
        }
    }

    /// <summary>A cell that takes the letter x.</summary>
    internal void Mark(bool isMarked) => lists.Offer(pen.Input(RowKeys.Answer, isMarked ? "x" : null, Look.Mark).AsRange(), ["x"], copy.Texts["workbook.mark"]);

    /// <summary>The rows for links to evidence.</summary>
    internal void WriteLinks(Question question, CopiedAnswer answer)
    {
        var kinds = copy.Edition.Questionnaire!.EvidenceKinds;
        var offered = kinds.Where(kind => question.Evidence?.Kinds.Contains(kind.Code) ?? true).Select(kind => copy.Wording.EvidenceKind(kind).Text).ToArray();
        for (var number = 1; number <= RowKeys.Links(question, answer.Links.Length); number++)
        {
            var link = number <= answer.Links.Length ? answer.Links[number - 1] : new("", "", "");
            var kind = kinds.FirstOrDefault(known => known.Code == link.Kind);
            pen.Begin(RowKeys.Link(question, number));
            pen.Put(RowKeys.Text, copy.Texts.Say("workbook.evidence-link", ("number", number)), Look.Label);
            pen.Input(RowKeys.Answer, OrNull(link.Url));
            pen.Input(RowKeys.Title, OrNull(link.Title));
            lists.Offer(pen.Input(RowKeys.Kind, OrNull(kind is null ? link.Kind : copy.Wording.EvidenceKind(kind).Text)).AsRange(), offered, copy.Texts["workbook.choose"]);
        }
    }

    private void Number(Question question, NumberType type, string? value)
    {
        var cell = CanonicalAnswer.Parsed(value, question, copy.Edition) is NumberAnswer number
            ? pen.Input(RowKeys.Answer, number.Number)
            : pen.Input(RowKeys.Answer, value, Look.Number);
        var rule = cell.AsRange().SetDataValidation();
        XLValidationCriteria criteria = type.Decimals == 0 ? rule.WholeNumber : rule.Decimal;
        criteria.Between(type.Minimum.ToString(CultureInfo.InvariantCulture), type.Maximum.ToString(CultureInfo.InvariantCulture));
        lists.Explain(rule, copy.Wanted(question));
    }

    private void Day(Question question, string? value)
    {
        var cell = CanonicalAnswer.Parsed(value, question, copy.Edition) is DateAnswer { Date: var day } && day >= s_firstDay
            ? pen.Input(RowKeys.Answer, day)
            : pen.Input(RowKeys.Answer, value, Look.Day);
        var rule = cell.AsRange().SetDataValidation();
        rule.Date.Between(s_firstDay.ToDateTime(TimeOnly.MinValue), copy.Edition.ReferenceDate.ToDateTime(TimeOnly.MinValue));
        lists.Explain(rule, copy.Wanted(question));
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
