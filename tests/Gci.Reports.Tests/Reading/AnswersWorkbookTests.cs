using ClosedXML.Excel;
using Gci.Editions.Answers;

namespace Gci.Reports.Tests.Reading;

public sealed class AnswersWorkbookTests
{
    [Fact]
    public void Texts_numbers_and_days_are_taken_with_the_place_of_each_cell()
    {
        var (rows, problems) = Workbooks.Read(Workbooks.Answers(sheet =>
        {
            Workbooks.Fill(sheet, 4, "PRT", "TEC-2");
            sheet.Cell("C4").SetValue(12.5);
            Workbooks.Fill(sheet, 5, "PRT", "TEC-3");
            sheet.Cell("C5").SetValue(new DateTime(2024, 2, 29));
            Workbooks.Fill(sheet, 6, "URY", "TEC-4", "00123");
            sheet.Row(6).Hide();
            Workbooks.Fill(sheet, 7, "URY", "TEC-5");
            sheet.Cell("C7").RichText.AddText("ri").SetBold().AddText("ch\ntext");
            Workbooks.Fill(sheet, 8, "URY", "TEC-6");
            sheet.Cell("C8").SetValue(0.0000001);
        }));

        Assert.Empty(problems);
        Assert.Equal(
            [
                "C2 KEN TEC-1 yes as we said", "C4 PRT TEC-2 12.5 ", "C5 PRT TEC-3 2024-02-29 ", "C6 URY TEC-4 00123 ", "C7 URY TEC-5 rich\ntext ",
                "C8 URY TEC-6 0.0000001 ",
            ],
            rows.Select(row => $"{row.Place["Answers!".Length..]} {row.Country} {row.Code} {row.Answer} {row.Comment}"));
        Assert.Equal(("Answers!A2", "Answers!B2", "Answers!D2"), (rows[0].CountryPlace, rows[0].CodePlace, rows[0].CommentPlace));
    }

    [Fact]
    public void Every_cell_that_is_not_taken_is_told_with_its_place()
    {
        var (rows, problems) = Workbooks.Read(Workbooks.Answers(sheet =>
        {
            Workbooks.Fill(sheet, 3, "KEN", "TEC-2", "", "", "", "stray");
            sheet.Cell("C3").FormulaA1 = "1+1";
            sheet.Cell("A4").SetValue(true);
            sheet.Cell("C4").SetValue(new DateTime(2024, 2, 29, 13, 0, 0));
            sheet.Cell("C5").SetValue(TimeSpan.FromHours(3));
            sheet.Cell("C6").SetValue(0.5).Style.NumberFormat.Format = "0.0%";
            sheet.Cell("C7").SetValue(new DateTime(1900, 1, 31));
        }));

        Assert.Equal("yes", Assert.Single(rows).Answer);
        Assert.Equal(
            [
                "a.xlsx:Answers!A4: The cell holds TRUE or FALSE; type the option as text, such as yes or no.",
                "a.xlsx:Answers!C3: The cell holds a formula; type the value.",
                "a.xlsx:Answers!C4: The cell holds a day with a time; type the day only.",
                "a.xlsx:Answers!C5: The cell holds a time of day; type the value as text.",
                "a.xlsx:Answers!C6: The cell is shown as a percentage; give it the format General and type the number as the question asks for it.",
                "a.xlsx:Answers!C7: The cell is shown as a day but holds none; type it as text, such as 2024-09-12.",
                "a.xlsx:Answers!F3: This cell stands in a column without a name; empty it.",
            ],
            problems);
    }

    [Theory]
    [InlineData("<x:c r=\"C9\" t=\"e\"><x:v>#N/A</x:v></x:c>", "Answers!C9: The cell holds the error \"#N/A\"; type the value.")]
    [InlineData("<x:c r=\"C9\"><x:v>NaN</x:v></x:c>", "Answers!C9: The cell holds \"NaN\", which is not a number.")]
    [InlineData("<x:c r=\"C9\"><x:v>1e400</x:v></x:c>", "Answers!C9: The cell holds \"1e400\", which is not a number.")]
    [InlineData("<x:c r=\"C9\"><x:f t=\"shared\" si=\"0\"/><x:v>5</x:v></x:c>", "Answers!C9: The cell holds a formula; type the value.")]
    [InlineData("<x:c r=\"C9\"><x:f t=\"dataTable\" ref=\"C9:C9\" r1=\"A1\"/><x:v>5</x:v></x:c>", "Answers!C9: The cell holds a formula; type the value.")]
    [InlineData("<x:c r=\"C9\"><x:v>1</x:v></x:c><x:c r=\"C9\"><x:v>2</x:v></x:c>", "1: The workbook is damaged: the cells of row 9 are out of order or stand twice.")]
    [InlineData("<x:c r=\"C8\"><x:v>1</x:v></x:c>", "1: The workbook is damaged: the cells of row 9 are out of order or stand twice.")]
    [InlineData("<x:c r=\"C9\" t=\"s\"><x:v>999</x:v></x:c>", "1: The workbook is damaged: a cell refers to a text that the workbook does not have.")]
    [InlineData("<x:c r=\"C9\" s=\"999\"><x:v>1</x:v></x:c>", "1: The workbook is damaged: a cell has a style that the workbook does not have.")]
    [InlineData("</x:row><x:row r=\"2\"><x:c r=\"C2\"><x:v>1</x:v></x:c>", "1: The workbook is damaged: its rows are out of order after row 9.")]
    public void A_cell_that_no_program_writes_is_told(string cells, string expected) => Assert.Equal([$"a.xlsx:{expected}"], Workbooks.Read(Workbooks.WithRow(cells)).Problems);

    [Fact]
    public void Inline_texts_escapes_and_days_counted_from_1904_are_read()
    {
        var (rows, problems) = Workbooks.Read(Workbooks.With(
            Workbooks.With(
                Workbooks.Answers(sheet => sheet.Cell("C3").SetValue(new DateTime(2024, 2, 29))),
                Workbooks.Sheet,
                xml => xml.Replace("</x:sheetData>", "<x:row><x:c t=\"inlineStr\"><x:is><x:t>a_x000A_b</x:t></x:is></x:c></x:row></x:sheetData>", StringComparison.Ordinal)),
            "xl/workbook.xml",
            xml => xml.Replace("<x:workbookPr ", "<x:workbookPr date1904=\"1\" ", StringComparison.Ordinal)));

        Assert.Empty(problems);
        Assert.Equal(["2028-03-01", ""], rows.Skip(1).Select(row => row.Answer));
        Assert.Equal("a\nb", rows[2].Country);
    }

    [Fact]
    public void The_first_sheet_with_the_columns_is_read_and_a_second_one_is_a_problem()
    {
        void Fill(XLWorkbook workbook, string name, string answer)
        {
            var sheet = workbook.AddWorksheet(name);
            Workbooks.Fill(sheet, 3, "answer", "country", "code");
            Workbooks.Fill(sheet, 4, answer, "KEN", "TEC-1");
        }

        var one = Workbooks.Read(Workbooks.Make(workbook =>
        {
            workbook.AddWorksheet("Read me").Cell("A1").SetValue("How to fill this in");
            Fill(workbook, "My answers", "yes");
        }));
        Assert.Empty(one.Problems);
        Assert.Equal(new AnswerRow("a.xlsx", "My answers!A4", "KEN", "TEC-1", "yes", null) { CountryPlace = "My answers!B4", CodePlace = "My answers!C4", CommentPlace = "My answers!A4" }, Assert.Single(one.Rows));

        var two = Workbooks.Read(Workbooks.Make(workbook =>
        {
            Fill(workbook, "First", "yes");
            Fill(workbook, "Second", "no");
        }));
        Assert.Equal(["a.xlsx:Second!A1: This sheet has answers too, but only the first such sheet, \"First\", is read; put all answers there."], two.Problems);
    }

    [Fact]
    public void A_workbook_without_the_columns_or_without_rows_is_a_problem()
    {
        Assert.Equal(
            ["a.xlsx:1: No sheet begins with a row that names the columns country, code and answer."],
            Workbooks.Read(Workbooks.Make(workbook => workbook.AddWorksheet("Answers").Cell("A1").SetValue("Country"))).Problems);
        Assert.Equal(
            ["a.xlsx:Answers!A1: The sheet has column names and no row below them."],
            Workbooks.Read(Workbooks.Make(workbook => Workbooks.Fill(workbook.AddWorksheet("Answers"), 1, "country", "code", "answer"))).Problems);
        Assert.Equal(
            [
                "a.xlsx:Answers!A1: The column \"code\" stands 2 times; it stands once.",
                "a.xlsx:Answers!A1: The column \"weight\" is not known; the columns are country, code, answer and, if wanted, comment.",
            ],
            Workbooks.Read(Workbooks.Make(workbook => Workbooks.Fill(workbook.AddWorksheet("Answers"), 1, "country", "code", "answer", "code", "weight"))).Problems);
    }

    [Fact]
    public void Ranges_over_the_whole_sheet_cost_nothing()
    {
        var xml = "<x:conditionalFormatting sqref=\"A1:XFD1048576\"/><x:dataValidations><x:dataValidation sqref=\"A1:XFD1048576\"/></x:dataValidations>";
        var workbook = Workbooks.With(
            Workbooks.Answers(), Workbooks.Sheet, sheet => sheet.Replace("</x:sheetData>", $"</x:sheetData><x:mergeCells><x:mergeCell ref=\"A1:XFD1048576\"/></x:mergeCells>{xml}", StringComparison.Ordinal));

        Assert.Single(Workbooks.Read(workbook).Rows);
    }
}
