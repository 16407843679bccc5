using CsCheck;
using Gci.Editions.Expressions;

namespace Gci.Editions.Tests.Expressions;

public sealed class ExpressionGrammarTests
{
    [Theory]
    [InlineData("A-1 = yes or A-2 = yes and A-3 = yes", "(or A-1 = yes (and A-2 = yes A-3 = yes))")]
    [InlineData("A-1 = yes and A-2 = yes or A-3 = yes", "(or (and A-1 = yes A-2 = yes) A-3 = yes)")]
    [InlineData("(A-1 = yes or A-2 = yes) and A-3 = yes", "(and (or A-1 = yes A-2 = yes) A-3 = yes)")]
    [InlineData("A-1 = yes or A-2 = yes or A-3 = yes", "(or (or A-1 = yes A-2 = yes) A-3 = yes)")]
    [InlineData("not A-1 = yes and A-2 = yes", "(and (not A-1 = yes) A-2 = yes)")]
    [InlineData("not (A-1 = yes and A-2 = yes)", "(not (and A-1 = yes A-2 = yes))")]
    [InlineData("not not answered(A-1)", "(not (not answered(A-1)))")]
    [InlineData("((answered(A-1)))", "answered(A-1)")]
    public void Not_binds_tighter_than_and_and_and_tighter_than_or(string text, string expected) => Assert.Equal(expected, Tree(Read(text)));

    [Theory]
    [InlineData("TEC-1.1 in (yes,partial)", "TEC-1.1 in (yes, partial)")]
    [InlineData("TEC-1.4 contains   first", "TEC-1.4 contains first")]
    [InlineData("answered( TEC-1.1 )", "answered(TEC-1.1)")]
    [InlineData("count(TEC-2.4)>=1", "count(TEC-2.4) >= 1")]
    [InlineData("TEC-1.6<-2.50", "TEC-1.6 < -2.5")]
    [InlineData("ORG-1.2 >= 2019-12-31", "ORG-1.2 >= 2019-12-31")]
    [InlineData("TEC-1.1 != no", "TEC-1.1 != no")]
    [InlineData("TEC-1.6 = 0.000001", "TEC-1.6 = 0.000001")]
    [InlineData("TEC-1.6 = 999999999999999", "TEC-1.6 = 999999999999999")]
    [InlineData("TEC-1.1 in (in, and, or, not)", "TEC-1.1 in (in, and, or, not)")]
    public void Each_kind_of_condition_is_read(string text, string expected) => Assert.Equal(expected, Read(text).ToText());

    [Theory]
    [InlineData("TEC-1.1 = Yes", 11)]
    [InlineData("TEC-1.1 = yes AND TEC-1.2 = yes", 15)]
    [InlineData("tec-1.1 = yes", 1)]
    [InlineData("TEC-1.1 = yes and", 18)]
    [InlineData("yes = TEC-1.1", 1)]
    [InlineData("answered TEC-1.1", 10)]
    [InlineData("count(TEC-1.1)", 15)]
    [InlineData("TEC-1.6 > 1e3", 11)]
    [InlineData("TEC-1.6 > 1,5", 12)]
    [InlineData("TEC-1.6 > 1234567890123456", 11)]
    [InlineData("(TEC-1.1 = yes", 15)]
    [InlineData("TEC-1.1 = yes)", 14)]
    public void What_is_no_condition_is_refused_at_its_character(string text, int character)
    {
        var (expression, error) = ExpressionGrammar.Read(text);

        Assert.Null(expression);
        Assert.StartsWith($"at character {character}: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_long_or_nested_too_deep_is_refused()
    {
        Assert.Equal("it is longer than 1,000 characters", ExpressionGrammar.Read(new string('x', 1001)).Error);
        Assert.Equal("it is nested too deep", ExpressionGrammar.Read(new string('(', 51) + "answered(A)" + new string(')', 51)).Error);
        Assert.Equal("it is nested too deep", ExpressionGrammar.Read(string.Concat(Enumerable.Repeat("not ", 51)) + "answered(A)").Error);
    }

    [Fact]
    public void An_expression_that_is_written_and_read_is_the_same() => RandomExpression.Any.Sample(expression =>
        RandomExpression.Shape(Read(expression.ToText())) == RandomExpression.Shape(expression));

    [Fact]
    public void Any_text_is_read_or_refused_with_a_reason() =>
        Gen.OneOf(Gen.String, Gen.OneOf("A-1", "in", "(", ")", "yes", ",", "and", "or", "not", "=", "<", "1", "2024-01-01", "contains", "count", "answered").Array[0, 12].Select(words => string.Join(' ', words)))
            .Sample(text =>
            {
                var (expression, error) = ExpressionGrammar.Read(text);
                return expression is null != error is null;
            });

    private static Expression Read(string text)
    {
        var (expression, error) = ExpressionGrammar.Read(text);
        Assert.Null(error);
        return expression!;
    }

    private static string Tree(Expression expression) => expression switch
    {
        Or(var left, var right) => $"(or {Tree(left)} {Tree(right)})",
        And(var left, var right) => $"(and {Tree(left)} {Tree(right)})",
        Not(var operand) => $"(not {Tree(operand)})",
        _ => expression.ToText(),
    };
}
