using System.Collections.Immutable;
using ClosedXML.Excel;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>The first sheet: how the workbook is filled in, what it is a copy of, and where its sheets are.</summary>
internal sealed class GuideSheet(QuestionnaireCopy copy, CopyPen pen, SheetNames names)
{
    internal static ImmutableArray<double> Widths { get; } = [26, 68];

    internal void Write()
    {
        pen.Page.Row(pen.Row).Height = 26;
        pen.Put(RowKeys.Code, CopyPrint.Title(copy), Look.Title);
        pen.Gap();
        Head("workbook.how-title");
        for (var step = 1; step <= 8; step++)
        {
            pen.Begin(RowKeys.Fixed);
            pen.Put(RowKeys.Code, copy.Texts[FormattableString.Invariant($"workbook.how-{step}-title")], Look.Label);
            pen.Put(RowKeys.Text, copy.Texts[FormattableString.Invariant($"workbook.how-{step}")], Look.Note);
        }

        if (copy.Wording.Language != Languages.Source)
        {
            pen.Begin(RowKeys.Fixed);
            pen.Put(RowKeys.Text, copy.Texts["workbook.fallback-note"], Look.Help);
        }

        pen.Gap();
        Head("workbook.about");
        Fact("workbook.edition", $"{copy.Edition.Title} ({copy.Edition.Id})");
        Fact("workbook.country", $"{copy.Country.NameIn(copy.Wording.Language)} ({copy.Country.Iso3})");
        Fact("workbook.language", Languages.NameOf(copy.Wording.Language));
        Fact("workbook.reference-date", AnswerWording.Day(copy.Edition.ReferenceDate, copy.Wording.Language));
        Fact("workbook.response", copy.ResponseId);
        NoteOnEnglish();
        pen.Gap();
        Head("workbook.sheets");
        foreach (var section in copy.Edition.Questionnaire!.Sections)
        {
            SheetLink(names.Of(section), copy.Wording.Introduction(section));
            foreach (var table in new Questionnaire([section], []).Questions().Where(question => question.Type is TableType))
            {
                SheetLink(SheetNames.Of(table), copy.Wording.Title(table));
            }
        }

        CopyPrint.Apply(pen.Page, copy, Widths.Sum(), head: null);
    }

    // The title of the list of sheets is all that is still to come.
    private void NoteOnEnglish()
    {
        _ = copy.Texts["workbook.sheets"];
        if (copy.Texts.HasFallenBack)
        {
            pen.Begin(RowKeys.Fixed);
            pen.Put(RowKeys.Text, copy.Texts["document.partly-english"], Look.Help);
        }
    }

    private void Head(string text)
    {
        pen.Begin(RowKeys.Fixed, 22);
        pen.Put(RowKeys.Code, copy.Texts[text], Look.Head);
        pen.Fill(RowKeys.Text, RowKeys.Text, Look.Head);
    }

    private void Fact(string name, string value)
    {
        pen.Begin(RowKeys.Fixed);
        pen.Put(RowKeys.Code, copy.Texts[name], Look.Label);
        pen.Put(RowKeys.Text, value, Look.Note);
    }

    private void SheetLink(string sheet, Phrase about)
    {
        pen.Begin(RowKeys.Fixed);
        pen.Put(RowKeys.Code, sheet, Look.Link).Hyperlink = new XLHyperlink($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!A1");
        pen.Put(RowKeys.Text, about, Look.Note);
    }
}
