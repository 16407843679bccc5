using ClosedXML.Excel;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;
using Gci.Reports.Questionnaires;
using Gci.Reports.Questionnaires.Papers;

namespace Gci.Reports.Tests.Questionnaires;

/// <summary>A copy in which a sentence stands in English says so, wherever in it that is; one in which none does says nothing.</summary>
public sealed class PartlyEnglishTests
{
    private const string Key = "document.partly-english";
    private static readonly DateTimeOffset s_time = new(2026, 11, 24, 10, 42, 31, TimeSpan.Zero);

    [Theory]
    [InlineData(false)]
    [InlineData(true, "workbook.title")]
    [InlineData(true, "workbook.sheets")]
    [InlineData(true, "workbook.choose")]
    [InlineData(true, "workbook.evidence-link")]
    [InlineData(true, "workbook.read-me", "workbook.choose")]
    [InlineData(false, "document.receipt")]
    public void A_workbook_says_it_on_its_first_sheet(bool isSaid, params string[] missing)
    {
        var copy = Copy("ru", missing);
        using var content = new MemoryStream(Sample.Written(copy));
        using var book = new XLWorkbook(content);

        var said = book.Worksheets.SelectMany(sheet => sheet.CellsUsed().Where(cell => cell.GetString() == Said(copy)).Select(_ => sheet.Position));

        Assert.Equal(isSaid ? [1] : [], said);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "document.questionnaire")]
    [InlineData(true, "document.how-6")]
    [InlineData(true, "document.not-applicable-box")]
    [InlineData(false, "document.receipt")]
    public void A_questionnaire_on_paper_says_it_before_the_first_question(bool isSaid, params string[] missing)
    {
        var copy = Copy("fr", missing);

        var blocks = QuestionnairePaper.Of(copy, isBlank: true).Blocks;

        Assert.Equal(isSaid ? [new Note(Said(copy))] : [], blocks.TakeWhile(block => block is not FormEntry).OfType<Note>().Where(note => note.Text == Said(copy)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "document.receipt")]
    [InlineData(true, "document.no-evidence")]
    [InlineData(false, "document.how-6")]
    public void A_receipt_says_it(bool isSaid, params string[] missing)
    {
        var copy = Copy("zh", missing);
        var receipt = new Receipt(copy, "Amina Wanjiru", "Director-General", s_time, 7, new('c', 64), 138, new('d', 64), null);

        Assert.Equal(isSaid, ReceiptPaper.Of(receipt).Blocks.OfType<Note>().Any(note => note.Text == Said(copy)));
    }

    [Fact]
    public void One_copy_does_not_remember_what_another_one_lacked()
    {
        var copy = Copy("fr", "document.receipt");

        ReceiptPaper.Of(new(copy, "Amina Wanjiru", "Director-General", s_time, 7, new('c', 64), 138, new('d', 64), null));

        Assert.DoesNotContain(QuestionnairePaper.Of(copy, isBlank: true).Blocks.OfType<Note>(), note => note.Text == Said(copy));
    }

    private static QuestionnaireCopy Copy(string language, params string[] missing) =>
        Sample.Copy(Sample.Small, language) with { Texts = Pseudo.Without(Sample.Texts(Languages.Source), language, missing) };

    private static string Said(QuestionnaireCopy copy) => copy.Texts.Anew()[Key];
}
