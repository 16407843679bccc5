using System.Collections.Immutable;
using CsCheck;
using Gci.Editions.Expressions;

namespace Gci.Editions.Tests.Expressions;

/// <summary>Random conditions on the questions .</summary>
internal static class RandomExpression
{
    private static readonly Gen<string> s_code = Gen.OneOf("A-1", "A-2", "A-3", "A-4.1", "A-5.12.3", "B2-6");

    private static readonly Gen<string> s_word = Gen.OneOf("yes", "partial", "no", "first", "critical-infrastructure", "in", "and", "not", "answered", "x1");

    private static readonly Gen<Literal> s_literal = Gen.OneOf(
        s_word.Select(Literal (word) => new WordLiteral(word)),
        Gen.Int[-99999, 99999].Select(Literal (number) => new NumberLiteral(number)),
        Gen.Select(Gen.Int[-999999, 999999], Gen.Int[0, 9], Literal (digits, decimals) => new NumberLiteral((double)(digits / Power(decimals)))),
        Gen.Long[0, 999_999_999_999_999].Select(Literal (number) => new NumberLiteral(number)),
        Gen.Int[0, 3_000_000].Select(Literal (day) => new DateLiteral(DateOnly.FromDayNumber(day))));

    private static readonly Gen<Comparator> s_comparator = Gen.Enum<Comparator>();

    private static readonly Gen<Expression> s_condition = Gen.OneOf(
        s_code.Select(Expression (code) => new Answered(code)),
        Gen.Select(s_code, s_word.Array[1, 4], Expression (code, words) => new In(code, [.. words])),
        Gen.Select(s_code, s_word, Expression (code, word) => new Contains(code, word)),
        Gen.Select(s_code, s_comparator, s_literal, Expression (code, comparator, literal) => new Comparison(new AnswerOf(code), comparator, literal)),
        Gen.Select(s_code, s_comparator, s_literal, Expression (code, comparator, literal) => new Comparison(new CountOf(code), comparator, literal)));

    /// <summary>At most four conditions deep, and never too long to be read.</summary>
    internal static Gen<Expression> Any { get; } = Deep(4).Where(expression => expression.ToText().Length <= 1000);

    /// <summary>All of an expression with every bracket written, so that two of the same text are the same.</summary>
    internal static string Shape(Expression expression) => expression switch
    {
        Or(var left, var right) => $"(or {Shape(left)} {Shape(right)})",
        And(var left, var right) => $"(and {Shape(left)} {Shape(right)})",
        Not(var operand) => $"(not {Shape(operand)})",
        In(var question, var options) => $"(in {question} {string.Join(' ', options)})",
        _ => $"({expression})",
    };

    private static Gen<Expression> Deep(int depth) => depth == 0 ? s_condition : Gen.Frequency(
        (2, s_condition),
        (1, Deep(depth - 1).Select(Expression (operand) => new Not(operand))),
        (2, Gen.Select(Deep(depth - 1), Deep(depth - 1), Expression (left, right) => new And(left, right))),
        (2, Gen.Select(Deep(depth - 1), Deep(depth - 1), Expression (left, right) => new Or(left, right))));

    private static decimal Power(int decimals) => Enumerable.Repeat(10m, decimals).Aggregate(1m, (product, ten) => product * ten);
}
