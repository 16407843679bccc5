using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>The sheet of a pillar: what the pillar looks at, then each question with its cells, in the order in which they are asked.</summary>
internal sealed class PillarSheet(QuestionnaireCopy copy, CopyPen pen, CopyLists lists)
{
    private const int HeadRow = 2;
    private readonly AnswerCells _cells = new(copy, pen, lists);
    private readonly ConditionWording _conditions = new(copy.Edition.Questionnaire!, copy.Wording, copy.Texts);

    /// <summary>Widths of the columns after the hidden one, in characters.</summary>
    internal static ImmutableArray<double> Widths { get; } = [11, 66, 44, 32, 30];

    internal void Write(Section section)
    {
        pen.Page.Row(pen.Row).Height = 26;
        pen.Put(RowKeys.Code, copy.Wording.Pillar(section.Pillar), Look.Title);
        pen.Begin(RowKeys.Fixed, 22);
        string[] heads = ["workbook.column-code", "workbook.column-question", "workbook.column-answer", "workbook.column-title", "workbook.column-kind"];
        foreach (var (head, index) in heads.Select((head, index) => (head, index)))
        {
            pen.Put(RowKeys.Code + index, copy.Texts[head], Look.Head);
        }

        pen.Page.SheetView.FreezeRows(HeadRow);
        pen.Begin(RowKeys.Fixed);
        pen.Put(RowKeys.Text, copy.Wording.Introduction(section), Look.Note);
        Write(section.Items);
        CopyPrint.Apply(pen.Page, copy, Widths.Sum(), HeadRow);
    }

    private void Write(ImmutableArray<Item> items)
    {
        foreach (var item in items)
        {
            pen.Gap();
            if (item is Question question)
            {
                Write(question, CanonicalAnswer.Of(copy.AnswerTo(question.Code), question, copy.Edition));
            }
            else if (item is ItemGroup group)
            {
                Heading(group, Look.Group);
                pen.Begin(RowKeys.Fixed);
                pen.Put(RowKeys.Text, copy.Wording.Text(group), Look.Note);
                Condition(group);
                Write(group.Items);
            }
        }
    }

    private void Write(Question question, CopiedAnswer answer)
    {
        Heading(question, Look.QuestionHead);
        pen.Put(RowKeys.Answer, copy.Wanted(question), Look.Wanted);
        pen.Begin(question.Type is TicksType or TableType ? RowKeys.Fixed : RowKeys.AnswerOf(question));
        pen.Put(RowKeys.Text, copy.Wording.Text(question), Look.Question);
        _cells.Write(question, answer);
        pen.Begin(RowKeys.Fixed);
        pen.Put(RowKeys.Text, copy.Wording.Help(question), Look.Help);
        Condition(question);
        if (question.Type is TicksType ticks)
        {
            _cells.WriteOptions(question, ticks, answer);
        }

        WriteRest(question, answer);
    }

    private void WriteRest(Question question, CopiedAnswer answer)
    {
        if (answer.NeedsConfirmation)
        {
            Label(RowKeys.Confirm(question), "workbook.confirm");
            _cells.Mark(isMarked: false);
        }

        Label(RowKeys.NotApplicable(question), "workbook.not-applicable");
        _cells.Mark(answer.IsNotApplicable);
        Label(RowKeys.Reason(question), "workbook.reason");
        pen.Input(RowKeys.Answer, answer.Reason);
        Label(RowKeys.Comment(question), "workbook.comment", lowest: 34);
        pen.Input(RowKeys.Answer, answer.Comment);
        if (copy.Evidence(question) is { } evidence)
        {
            pen.Begin(RowKeys.Fixed);
            pen.Put(RowKeys.Text, evidence, Look.Label);
        }

        _cells.WriteLinks(question, answer);
    }

    private void Heading(Item item, Look look)
    {
        pen.Begin(RowKeys.Fixed);
        pen.Put(RowKeys.Code, item.Code, look);
        pen.Put(RowKeys.Text, copy.Wording.Title(item), look);
        pen.Fill(RowKeys.Answer, RowKeys.Kind, look);
    }

    private void Condition(Item item)
    {
        if (_conditions.Of(item) is { } condition)
        {
            pen.Begin(RowKeys.Fixed);
            pen.Put(RowKeys.Text, condition, Look.Condition);
        }
    }

    private void Label(string key, string text, double lowest = 19)
    {
        pen.Begin(key, lowest);
        pen.Put(RowKeys.Text, copy.Texts[text], Look.Label);
    }
}
