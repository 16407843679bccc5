using System.Collections.Immutable;
using CsCheck;
using Gci.Editions.Answers;
using Gci.Editions.Expressions;

namespace Gci.Editions.Tests.Expressions;

public sealed class EvaluationTests
{
    private static readonly Dictionary<string, Answer> s_answers = new()
    {
        ["YES"] = new OptionAnswer("yes"),
        ["NO"] = new OptionAnswer("no"),
        ["TICKS"] = new TickAnswer(["first", "regional"]),
        ["STAFF"] = new NumberAnswer(7.5),
        ["DAY"] = new DateAnswer(new(2020, 2, 29)),
        ["WORDS"] = new TextAnswer("anything"),
        ["ROWS"] = new TableAnswer([["a"], ["b"], ["c"]]),
    };

    private static readonly Gen<Answer?> s_answer = Gen.OneOf<Answer?>(
        Gen.Bool.Select(Answer? (_) => null),
        Gen.OneOf("yes", "partial", "no").Select(Answer? (word) => new OptionAnswer(word)),
        Gen.OneOf("first", "x1", "yes").Array[1, 3].Select(Answer? (words) => new TickAnswer([.. words])),
        Gen.Double[-1e12, 1e12].Select(Answer? (number) => new NumberAnswer(number)),
        Gen.Int[0, 3_000_000].Select(Answer? (day) => new DateAnswer(DateOnly.FromDayNumber(day))),
        Gen.Bool.Select(Answer? (_) => new TextAnswer("x")),
        Gen.Int[1, 5].Select(Answer? (rows) => new TableAnswer([.. Enumerable.Repeat(ImmutableArray.Create("x"), rows)])));

    // NONE has no answer, so that a condition on it is unknown.
    private const string True = "YES = yes";
    private const string False = "YES = no";
    private const string Unknown = "NONE = yes";

    [Theory]
    [InlineData(True, True, true, true)]
    [InlineData(True, False, false, true)]
    [InlineData(True, Unknown, null, true)]
    [InlineData(False, True, false, true)]
    [InlineData(False, False, false, false)]
    [InlineData(False, Unknown, false, null)]
    [InlineData(Unknown, True, null, true)]
    [InlineData(Unknown, False, false, null)]
    [InlineData(Unknown, Unknown, null, null)]
    public void And_and_or_know_three_values(string left, string right, bool? and, bool? or)
    {
        Assert.Equal(and, Value($"{left} and {right}"));
        Assert.Equal(or, Value($"{left} or {right}"));
    }

    [Theory]
    [InlineData("not YES = yes", false)]
    [InlineData("not YES = no", true)]
    [InlineData("not NONE = yes", null)]
    [InlineData("answered(YES)", true)]
    [InlineData("answered(NONE)", false)]
    [InlineData("not answered(NONE)", true)]
    [InlineData("YES in (partial, yes)", true)]
    [InlineData("NO in (partial, yes)", false)]
    [InlineData("NONE in (partial, yes)", null)]
    [InlineData("TICKS contains first", true)]
    [InlineData("TICKS contains none", false)]
    [InlineData("NONE contains none", null)]
    [InlineData("YES != no", true)]
    [InlineData("STAFF = 7.5", true)]
    [InlineData("STAFF != 7.5", false)]
    [InlineData("STAFF > 7.5", false)]
    [InlineData("STAFF >= 7.5", true)]
    [InlineData("STAFF < 7.51", true)]
    [InlineData("STAFF <= 7.49", false)]
    [InlineData("DAY < 2020-03-01", true)]
    [InlineData("DAY >= 2020-02-29", true)]
    [InlineData("count(TICKS) = 2", true)]
    [InlineData("count(ROWS) > 2", true)]
    [InlineData("count(ROWS) = 3.5", false)]
    [InlineData("count(ROWS) < 3.5", true)]
    [InlineData("count(ROWS) < 99999999999", true)]
    [InlineData("count(NONE) >= 0", null)]
    [InlineData("STAFF = yes", null)]
    [InlineData("count(WORDS) > 0", null)]
    public void Each_condition_has_its_value(string text, bool? expected) => Assert.Equal(expected, Value(text));

    [Fact]
    public void Every_expression_has_a_value_whatever_the_answers() => Gen.Select(RandomExpression.Any, s_answer.Array[6]).Sample((expression, answers) =>
    {
        var codes = expression.Questions().Distinct().ToArray();
        var value = expression.Evaluate(code => answers[Array.IndexOf(codes, code)]);

        return expression is not Answered || value is not null;
    });

    [Fact]
    public void De_Morgan_holds_with_unknown_values() => Gen.Select(RandomExpression.Any, RandomExpression.Any, s_answer).Sample((left, right, answer) =>
        new Not(new And(left, right)).Evaluate(_ => answer) == new Or(new Not(left), new Not(right)).Evaluate(_ => answer));

    [Fact]
    public void Without_answers_only_answered_decides() => RandomExpression.Any.Where(expression => !expression.ToText().Contains("answered(", StringComparison.Ordinal))
        .Sample(expression => expression.Evaluate(_ => null) is null);

    private static bool? Value(string text) => ExpressionGrammar.Read(text).Expression!.Evaluate(code => s_answers.GetValueOrDefault(code));
}
