using Gci.Scoring.Credits;

namespace Gci.Scoring.Tests.Credits;

public sealed class AnswerTableTests
{
    private static readonly IndexTree s_tree = Small.TwoPillars;

    [Fact]
    public void A_new_table_holds_no_answers()
    {
        var answers = new AnswerTable(s_tree, ["X", "Y"]);

        Assert.All(s_tree.Leaves, leaf => Assert.Equal(CodedAnswer.Unanswered, answers[1, leaf.Code]));
    }

    [Fact]
    public void An_answer_stands_in_the_column_of_its_question_and_the_row_of_its_country()
    {
        var answers = new AnswerTable(s_tree, ["X", "Y"]) { [1, "c"] = 2, [0, "d"] = 3 };

        Assert.Equal([double.NaN, 2], answers.Column(2).ToArray());
        Assert.Equal([3, double.NaN], answers.Column(3).ToArray());
        Assert.Equal(2, answers[1, "c"]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void There_is_no_country_outside_the_table(int country)
    {
        var answers = new AnswerTable(s_tree, ["X", "Y"]);

        Assert.Throws<ArgumentOutOfRangeException>(() => answers[country, "a"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => answers[country, "a"] = 1);
    }

    [Fact]
    public void A_pillar_is_no_question() => Assert.Throws<KeyNotFoundException>(() => new AnswerTable(s_tree, ["X"])[0, "P"]);

    [Fact]
    public void A_country_stands_once() => Assert.Throws<ArgumentException>(() => new AnswerTable(s_tree, ["X", "X"]));
}
