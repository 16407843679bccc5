using System.Collections.Immutable;
using System.Globalization;
using ClosedXML.Excel;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires.Sheets;
using Gci.Reports.Writing;
using Gci.Reports.Writing.Sheets;

namespace Gci.Reports.Questionnaires;

/// <summary>Writes a country's questionnaire as a workbook that is filled in anywhere and read again by <see cref="QuestionnaireWorkbookReader"/>.</summary>
public static class QuestionnaireWorkbook
{
    /// <summary>Writes to <paramref name="output"/>, which stays open. The same copy gives the same bytes.</summary>
    /// <exception cref="ArgumentException">The edition asks nothing: it is known by its published figures only.</exception>
    public static void Write(Stream output, QuestionnaireCopy copy)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(copy);
        var questionnaire = copy.Edition.Questionnaire ?? throw new ArgumentException($"The edition {copy.Edition.Id} has no questionnaire.", nameof(copy));
        copy = copy with { Texts = copy.Texts.Anew() };
        using var book = new XLWorkbook();
        book.Properties.Title = PlainText.Of(CopyPrint.Title(copy));
        book.Properties.Author = "GciEngine";
        book.Properties.Created = copy.Edition.ReferenceDate.ToDateTime(TimeOnly.MinValue);
        book.Properties.Modified = book.Properties.Created;
        Fill(book, copy, questionnaire);
        using var raw = new MemoryStream();
        book.SaveAs(raw);
        raw.Position = 0;
        Package.Normalise(raw, output, copy.Edition.ReferenceDate);
    }

    private static void Fill(XLWorkbook book, QuestionnaireCopy copy, Questionnaire questionnaire)
    {
        var (names, looks) = (new SheetNames(copy), new CopyLooks(copy.Wording.IsRightToLeft));
        CopyPen Pen(string name, string mark, ImmutableArray<double> widths) => new(book.AddWorksheet(name), copy, looks, RowKeys.SheetMark + mark, widths.AsSpan());

        var guide = new GuideSheet(copy, Pen(names.ReadMe, "", GuideSheet.Widths), names);
        var lists = new CopyLists(book.AddWorksheet(SheetNames.Hidden), copy.Texts);
        Facts(lists, copy, questionnaire);
        foreach (var section in questionnaire.Sections)
        {
            new PillarSheet(copy, Pen(names.Of(section), section.Pillar, PillarSheet.Widths), lists).Write(section);
            foreach (var question in new Questionnaire([section], []).Questions())
            {
                if (question.Type is TableType table)
                {
                    new TableSheet(copy, Pen(SheetNames.Of(question), question.Code, TableSheet.Widths(table)), lists).Write(question, table, names.Of(section));
                }
            }
        }

        guide.Write(); // it stands first and is written last, when it is known whether any sentence stands in English
        var hidden = book.Worksheet(SheetNames.Hidden);
        hidden.Position = book.Worksheets.Count;
        hidden.Visibility = XLWorksheetVisibility.VeryHidden;
        foreach (var page in book.Worksheets)
        {
            CopyPrint.Lock(page);
        }

        book.Worksheet(1).SetTabActive();
        ((IXLProtectable)book).Protect();
    }

    private static void Facts(CopyLists lists, QuestionnaireCopy copy, Questionnaire questionnaire)
    {
        lists.Fact(RowKeys.CopyMark, "");
        lists.Fact("edition", copy.Edition.Id);
        lists.Fact("questionnaire", CanonicalAnswer.Hash(questionnaire));
        lists.Fact("response", copy.ResponseId);
        lists.Fact("country", copy.Country.Iso3);
        lists.Fact("language", copy.Wording.Language);
        foreach (var question in questionnaire.Questions())
        {
            var answer = CanonicalAnswer.Of(copy.AnswerTo(question.Code), question, copy.Edition);
            lists.Fact($"answer/{question.Code}", answer.Revision.ToString(CultureInfo.InvariantCulture), CanonicalAnswer.Hash(answer), CanonicalAnswer.HashOfLinks(answer));
        }
    }
}
