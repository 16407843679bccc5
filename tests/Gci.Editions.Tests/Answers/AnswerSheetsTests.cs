using Gci.Editions.Answers;

namespace Gci.Editions.Tests.Answers;

public sealed class AnswerSheetsTests
{
    [Fact]
    public void Rows_become_sheets_by_country()
    {
        var problems = new Problems();
        var sheets = Small.Sheets(
            [Small.Row(2, "URY", "TEC-1", "no"), Small.Row(3, "KEN", "TEC-3", "text", "so\r\nit is"), Small.Row(4, "KEN", "TEC-1", "yes")], problems);

        Assert.Empty(Small.Lines(problems));
        Assert.Equal(["KEN", "URY"], sheets.Select(sheet => sheet.Country));
        Assert.Equal(["TEC-1", "TEC-3"], sheets[0].Answers.Keys);
        Assert.Equal("so\nit is", sheets[0].Comments["TEC-3"]);
    }

    [Fact]
    public void Every_problem_is_told_and_nothing_is_half_read()
    {
        var problems = new Problems();
        var sheets = Small.Sheets(
            [
                Small.Row(2, "KEN", "TEC-1", "yes"),
                Small.Row(3, "ken", "TEC-1", "maybe", "=1+1"),
                Small.Row(4, "KE", "tec-1", "yes"),
                Small.Row(5, "XXX", "TEC-2", "yes"),
                Small.Row(6, "", "", "yes"),
                Small.Row(7, "PRT", "TEC-9", "yes"),
                Small.Row(8, "KEN", "TEC-1", ""),
                Small.Row(9, "KEN", "TEC-1", "no"),
                Small.Row(10, "PRT", "TEC-1", "no") with { CountryPlace = "S!A9", CodePlace = "S!B9", CommentPlace = "S!D9", Comment = "@x" },
            ],
            problems);

        Assert.Empty(sheets);
        Assert.Equal(
            [
                "a.csv:3: TEC-1 has no option \"maybe\"; it has yes, partial, no.",
                "a.csv:3: The comment begins with \"=\" and could be run as a formula; begin with a letter.",
                "a.csv:3: The country \"ken\" is not known; write KEN.",
                "a.csv:4: The country \"KE\" is not known; write KEN, its code of three letters.",
                "a.csv:4: The questionnaire has no question \"tec-1\"; write TEC-1.",
                "a.csv:5: TEC-2 is a group; answer the questions below it.",
                "a.csv:5: The country \"XXX\" is not known; write its ISO code of three letters.",
                "a.csv:6: The code of the question is missing.",
                "a.csv:6: The country is missing.",
                "a.csv:7: The questionnaire has no question \"TEC-9\".",
                "a.csv:8: TEC-1 is answered twice for \"KEN\"; it was first at a.csv:2.",
                "a.csv:8: The answer to TEC-1 is empty; leave the row out instead.",
                "a.csv:9: TEC-1 is answered twice for \"KEN\"; it was first at a.csv:2.",
                "a.csv:S!D9: The comment begins with \"@\" and could be run as a formula; begin with a letter.",
            ],
            Small.Lines(problems));
    }

    [Fact]
    public void A_problem_of_reading_leaves_no_sheet()
    {
        var problems = new Problems();
        problems.Add("a.csv", 3, "This row is broken.");

        Assert.Empty(Small.Sheets([Small.Row(2, "KEN", "TEC-1", "yes")], problems));
    }
}
