using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Tests.Answers;

public sealed class AnswerParserTests
{
    [Fact]
    public void Each_kind_of_answer_is_read()
    {
        Assert.Equal(new OptionAnswer("partial"), Parse("TEC-1", "partial"));
        Assert.Equal(["mail", "web"], ((TickAnswer)Parse("TEC-2.1", "web; mail")!).Options);
        Assert.Equal(new NumberAnswer(12.5), Parse("TEC-2.2", "12.500"));
        Assert.Equal(new DateAnswer(Small.Today), Parse("TEC-2.3", "2024-06-30"));
        Assert.Equal(new TextAnswer("two\nlines – ok"), Parse("TEC-3", "two\r\nlines – ok"));
        var table = (TableAnswer)Parse("TEC-4", """[{"note":"a","partner":"PRT"},{"people":3,"since":"2020-02-29"}]""")!;
        Assert.Equal(["PRT|||a", "|2020-02-29|3|"], table.Rows.Select(row => string.Join('|', row)));
    }

    [Theory]
    [InlineData("TEC-1", "Yes", "TEC-1 has no option \"Yes\"; it has yes, partial, no.")]
    [InlineData("TEC-1", " ", "The answer to TEC-1 is empty; leave the row out instead.")]
    [InlineData("TEC-2.1", "web;fax", "TEC-2.1 has no option \"fax\"; it has web, mail, none, with semicolons between them.")]
    [InlineData("TEC-2.1", "web;", "TEC-2.1 has no option \"\"; it has web, mail, none, with semicolons between them.")]
    [InlineData("TEC-2.1", "web;web", "The answer to TEC-2.1 ticks web twice.")]
    [InlineData("TEC-2.1", "web;none", "The answer to TEC-2.1 ticks none together with others; it stands alone.")]
    [InlineData("TEC-2.2", "100.5", "The answer to TEC-2.2 is 100.5; it lies between 0 and 100 (staff).")]
    [InlineData("TEC-2.2", "-1", "The answer to TEC-2.2 is -1; it lies between 0 and 100 (staff).")]
    [InlineData("TEC-2.2", "1.25", "The answer to TEC-2.2 is 1.25; it has at most 1 decimals.")]
    [InlineData("TEC-2.3", "2024-07-01", "The answer to TEC-2.3 is 2024-07-01, after the reference date 2024-06-30.")]
    [InlineData("TEC-2.3", "2023-02-29", "The answer to TEC-2.3 is \"2023-02-29\"; write a day that exists as year-month-day, such as 2024-09-12.")]
    [InlineData("TEC-2.3", "12.09.2023", "The answer to TEC-2.3 is \"12.09.2023\"; write a day that exists as year-month-day, such as 2024-09-12.")]
    [InlineData("TEC-3", "123456789012345678901", "The answer to TEC-3 has 21 characters; at most 20 are taken.")]
    [InlineData("TEC-3", "bell\u0007", "The answer to TEC-3 holds a control character or one that is no character; take it away.")]
    [InlineData("TEC-3", "a\rb", "The answer to TEC-3 holds a control character or one that is no character; take it away.")]
    [InlineData("TEC-3", "\uFFFD", "The answer to TEC-3 holds a control character or one that is no character; take it away.")]
    [InlineData("TEC-3", "=1+1", "The answer to TEC-3 begins with \"=\" and could be run as a formula; begin with a letter.")]
    [InlineData("TEC-3", "+1", "The answer to TEC-3 begins with \"+\" and could be run as a formula; begin with a letter.")]
    [InlineData("TEC-3", "@SUM(A1)", "The answer to TEC-3 begins with \"@\" and could be run as a formula; begin with a letter.")]
    [InlineData("TEC-3", "\t=1", "The answer to TEC-3 begins with \"\\u0009\" and could be run as a formula; begin with a letter.")]
    [InlineData("TEC-3", " -2", "The answer to TEC-3 begins with \"-\" and could be run as a formula; begin with a letter.")]
    [InlineData("TEC-4", "[]", "The answer to TEC-4 is an empty table; leave the row out instead.")]
    [InlineData("TEC-4", "none", "The answer to TEC-4 is a table, and \"none\" is not valid JSON; write one object a row, such as [{\"partner\": …}].")]
    [InlineData("TEC-4", "{}", "The answer to TEC-4 is a table; write an array with one object a row, such as [{\"partner\": …}].")]
    [InlineData("TEC-4", "[{}]", "The answer to TEC-4 is wrong in row 1: it is empty; leave it out.")]
    [InlineData("TEC-4", "[{\"people\":1},{\"people\":2},{\"people\":3}]", "The answer to TEC-4 has 3 rows; at most 2 are taken.")]
    [InlineData("TEC-4", "[{\"people\":1},{\"partner\":\"XXX\"}]", "The answer to TEC-4 is wrong in row 2: the column partner is \"XXX\"; write the ISO code of three letters of a country of the edition.")]
    [InlineData("TEC-4", "[{\"people\":1,\"people\":2}]", "The answer to TEC-4 is wrong in row 1: the column people stands twice.")]
    [InlineData("TEC-4", "[{\"note\":7}]", "The answer to TEC-4 is wrong in row 1: the column note is not written in quotation marks.")]
    [InlineData("TEC-4", "[{\"note\":\"=A1\"}]", "The answer to TEC-4 is wrong in row 1: the column note begins with \"=\" and could be run as a formula; begin with a letter.")]
    [InlineData("TEC-4", "[{\"since\":\"2024-12-31\"}]", "The answer to TEC-4 is wrong in row 1: the column since is 2024-12-31, after the reference date 2024-06-30.")]
    [InlineData("TEC-4", "[{\"who\":\"\"}]", "The answer to TEC-4 is wrong in row 1: the column \"who\" is not known; the columns are partner, since, people, note.")]
    public void A_wrong_answer_gets_a_sentence(string code, string text, string expected) => Assert.Equal(expected, Sentence(code, text));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-∞")]
    [InlineData("1,5")]
    [InlineData("1,000")]
    [InlineData("1 000")]
    [InlineData("1e3")]
    [InlineData("+5")]
    [InlineData("5 %")]
    [InlineData("٥")]
    [InlineData("0x10")]
    [InlineData("5\n")]
    [InlineData(".5")]
    [InlineData("1234567890123456")]
    public void A_number_is_written_plainly(string text) =>
        Assert.EndsWith("; a number is written with digits and, where needed, a minus and a decimal point: no commas, spaces, units or exponents.", Sentence("TEC-2.2", text), StringComparison.Ordinal);

    [Theory]
    [InlineData("- a point")]
    [InlineData("-")]
    [InlineData("a=b")]
    [InlineData("نعم")]
    public void An_innocent_text_is_taken(string text) => Assert.Equal(new TextAnswer(text), Parse("TEC-3", text));

    [Fact]
    public void What_somebody_wrote_is_shown_on_one_line_and_not_at_length() => Assert.Equal(
        $"TEC-1 has no option \"\\u001B[2J{new string('x', 56)}…\"; it has yes, partial, no.", Sentence("TEC-1", "\u001B[2J" + new string('x', 500)));

    private static Answer? Parse(string code, string text)
    {
        var (answer, sentence) = AnswerParser.Parse(Question(code), text, Small.Countries, Small.Today);
        Assert.Null(sentence);
        return answer;
    }

    private static string Sentence(string code, string text)
    {
        var (answer, sentence) = AnswerParser.Parse(Question(code), text, Small.Countries, Small.Today);
        Assert.Null(answer);
        return sentence!;
    }

    private static Question Question(string code) => Small.Questionnaire.Questions().Single(question => question.Code == code);
}
