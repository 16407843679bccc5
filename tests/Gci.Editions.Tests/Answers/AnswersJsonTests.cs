using Gci.Editions.Answers;

namespace Gci.Editions.Tests.Answers;

public sealed class AnswersJsonTests
{
    [Fact]
    public void Each_kind_of_answer_is_taken_with_the_line_of_its_object()
    {
        var problems = new Problems();
        var rows = AnswersJson.Read("a.csv", Small.Bytes("\uFEFF" + """
            [
              { "country": "KEN", "code": "TEC-1", "answer": "yes", "comment": null },
              { "answer": 1.50, "code": "TEC-2.2",
                "country": "KEN", "comment": "caf\u00e9" },
              { "country": "KEN", "code": "TEC-2.1", "answer": ["web", "mail"] },
              { "country": "KEN", "code": "TEC-4", "answer": [{ "people": 1 }] }
            ]
            """), problems);

        Assert.Empty(Small.Lines(problems));
        Assert.Equal(
            [
                Small.Row(2, "KEN", "TEC-1", "yes"),
                Small.Row(3, "KEN", "TEC-2.2", "1.50", "café"),
                Small.Row(5, "KEN", "TEC-2.1", "web;mail"),
                Small.Row(6, "KEN", "TEC-4", "[{ \"people\": 1 }]"),
            ],
            rows);
    }

    [Fact]
    public void Every_problem_is_told_with_its_line()
    {
        var problems = new Problems();
        var rows = AnswersJson.Read("a.csv", Small.Bytes("""
            [
              { "country": "KEN", "code": "TEC-1", "answer": "yes", "answer": "no" },
              { "country": 404, "code": "TEC-1",
                "answer": true, "weight": { "a": [1] } },
              "KEN",
              { "code": "TEC-1", "answer": null },
              { "country": "PRT", "code": "TEC-1", "answer": "\ud800" },
              { "country": "PRT", "code": "TEC-2.1", "answer": ["web;mail", 3] },
              { "country": "PRT", "code": "TEC-1", "answer": "yes" }
            ]
            """), problems);

        Assert.Equal([Small.Row(9, "PRT", "TEC-1", "yes")], rows);
        Assert.Equal(
            [
                "a.csv:2: \"answer\" stands twice.",
                "a.csv:3: \"country\" must be a text in quotation marks.",
                "a.csv:4: The answer must be a text, a number, an array of ticked options, or an array with an object for each row of a table.",
                "a.csv:4: The name \"weight\" is not known; the names are country, code, answer and, if wanted, comment.",
                "a.csv:5: This is not an object with \"country\", \"code\" and \"answer\".",
                "a.csv:6: \"country\" is missing.",
                "a.csv:6: The answer is null; leave the row out instead.",
                "a.csv:7: This text holds half a character (one \\u escape of a pair); write both or the character itself.",
                "a.csv:8: A ticked option must be the code of one option in quotation marks.",
            ],
            Small.Lines(problems));
    }

    [Theory]
    [InlineData("", "a.csv:1: The file is empty.")]
    [InlineData("[]", "a.csv:1: The array holds no answer.")]
    [InlineData("\n{}", "a.csv:2: The file must be an array of objects: [{\"country\": …, \"code\": …, \"answer\": …}, …].")]
    [InlineData("[\n  {\"country\": \"KEN\",}\n]", "a.csv:2: This is not valid JSON at character 21 of the line; nothing from here on was read.")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[", "a.csv:1: This is not an object with \"country\", \"code\" and \"answer\".|a.csv:1: This is not valid JSON at character 17 of the line; nothing from here on was read.")]
    public void A_file_that_is_no_array_of_objects_is_a_problem(string text, string expected)
    {
        var problems = new Problems();

        Assert.Empty(AnswersJson.Read("a.csv", Small.Bytes(text), problems));
        Assert.Equal(expected.Split('|'), Small.Lines(problems));
    }

    [Fact]
    public void What_stands_before_a_mistake_of_syntax_is_read_and_what_follows_the_array_is_told()
    {
        var problems = new Problems();
        var rows = AnswersJson.Read("a.csv", Small.Bytes("[{\"country\":\"KEN\",\"code\":\"TEC-1\",\"answer\":\"yes\"}]\n[]"), problems);

        Assert.Single(rows);
        Assert.Equal(["a.csv:2: This is not valid JSON at character 1 of the line; nothing from here on was read."], Small.Lines(problems));
    }
}
