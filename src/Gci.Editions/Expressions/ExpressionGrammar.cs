using System.Collections.Immutable;
using System.Globalization;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace Gci.Editions.Expressions;

/// <summary>
/// The grammar, loosest first: <c>or</c>, <c>and</c>, <c>not</c>, then a condition:
/// <c>CODE in (word, …)</c>, <c>CODE contains word</c>, <c>answered(CODE)</c>, <c>CODE op value</c>, <c>count(CODE) op number</c>, or parentheses.
/// </summary>
internal static class ExpressionGrammar
{
    private enum Sign
    {
        Code,
        Word,
        Number,
        Date,
        Comparator,
        Open,
        Close,
        Comma,
    }

    private static readonly Tokenizer<Sign> s_tokenizer = new TokenizerBuilder<Sign>()
        .Ignore(Span.WhiteSpace)
        .Match(Character.EqualTo('('), Sign.Open)
        .Match(Character.EqualTo(')'), Sign.Close)
        .Match(Character.EqualTo(','), Sign.Comma)
        .Match(Span.Regex("(?:!=|<=|>=|=|<|>)"), Sign.Comparator)
        .Match(Span.Regex("[0-9]{4}-[0-9]{2}-[0-9]{2}"), Sign.Date, requireDelimiters: true)
        .Match(Span.Regex("-?[0-9]{1,15}(\\.[0-9]{1,9})?"), Sign.Number, requireDelimiters: true)
        .Match(Span.Regex("[A-Z][A-Z0-9]*(-[0-9]+)?(\\.[0-9]+)*"), Sign.Code, requireDelimiters: true)
        .Match(Span.Regex("[a-z][a-z0-9-]*"), Sign.Word, requireDelimiters: true)
        .Build();

    private static readonly TokenListParser<Sign, string> s_code = Token.EqualTo(Sign.Code).Select(token => token.ToStringValue());

    private static readonly TokenListParser<Sign, string> s_word = Token.EqualTo(Sign.Word).Select(token => token.ToStringValue());

    private static readonly TokenListParser<Sign, Literal> s_literal =
        s_word.Select(Literal (word) => new WordLiteral(word))
            .Or(Token.EqualTo(Sign.Number).Select(Literal (token) => new NumberLiteral(double.Parse(token.ToStringValue(), CultureInfo.InvariantCulture))))
            .Or(Token.EqualTo(Sign.Date)
                .Where(token => DateOnly.TryParseExact(token.ToStringValue(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "a date that exists")
                .Select(Literal (token) => new DateLiteral(DateOnly.ParseExact(token.ToStringValue(), "yyyy-MM-dd", CultureInfo.InvariantCulture))))
            .Named("a word, a number or a date");

    private static readonly TokenListParser<Sign, Comparator> s_comparator = Token.EqualTo(Sign.Comparator).Select(token => token.ToStringValue() switch
    {
        "=" => Comparator.Equal,
        "!=" => Comparator.NotEqual,
        "<" => Comparator.Less,
        "<=" => Comparator.LessOrEqual,
        ">" => Comparator.Greater,
        _ => Comparator.GreaterOrEqual,
    });

    private static readonly TokenListParser<Sign, Expression> s_afterCode =
        from code in s_code
        from rest in Keyword("in").IgnoreThen(s_word.AtLeastOnceDelimitedBy(Token.EqualTo(Sign.Comma)).Between(Token.EqualTo(Sign.Open), Token.EqualTo(Sign.Close)))
                .Select(Expression (options) => new In(code, [.. options]))
            .Or(Keyword("contains").IgnoreThen(s_word).Select(Expression (option) => new Contains(code, option)))
            .Or(Compare(new AnswerOf(code)))
        select rest;

    private static readonly TokenListParser<Sign, Expression> s_condition =
        Keyword("answered").IgnoreThen(InParentheses(s_code)).Select(Expression (code) => new Answered(code))
            .Or(Keyword("count").IgnoreThen(InParentheses(s_code)).Then(code => Compare(new CountOf(code))))
            .Or(Token.EqualTo(Sign.Open).IgnoreThen(Parse.Ref(() => s_or!)).Then(inner => Token.EqualTo(Sign.Close).Value(inner)))
            .Or(s_afterCode)
            .Named("a condition such as CODE in (yes, partial)");

    private static readonly TokenListParser<Sign, Expression> s_not =
        Keyword("not").IgnoreThen(Parse.Ref(() => s_not!)).Select(Expression (operand) => new Not(operand)).Or(s_condition);

    private static readonly TokenListParser<Sign, Expression> s_and = Parse.Chain(Keyword("and"), s_not, (_, left, right) => new And(left, right));

    private static readonly TokenListParser<Sign, Expression> s_or = Parse.Chain(Keyword("or"), s_and, (_, left, right) => new Or(left, right));

    /// <summary>The expression, or null and a sentence that says what is wrong and where.</summary>
    internal static (Expression? Expression, string? Error) Read(string text)
    {
        if (text.Length > 1000)
        {
            return (null, "it is longer than 1,000 characters");
        }

        if (text.Count(letter => letter == '(') > 50 || text.Split(' ').Count(word => word == "not") > 50)
        {
            return (null, "it is nested too deep");
        }

        var tokens = s_tokenizer.TryTokenize(text);
        if (!tokens.HasValue)
        {
            return (null, $"at character {tokens.ErrorPosition.Column}: {tokens.FormatErrorMessageFragment()}");
        }

        var parsed = s_or.AtEnd().TryParse(tokens.Value);
        return parsed.HasValue
            ? (parsed.Value, null)
            : (null, $"{(parsed.ErrorPosition.HasValue ? $"at character {parsed.ErrorPosition.Column}" : "at its end")}: {parsed.FormatErrorMessageFragment()}");
    }

    private static TokenListParser<Sign, Token<Sign>> Keyword(string word) =>
        Token.EqualToValue(Sign.Word, word).Named(word);

    private static TokenListParser<Sign, T> InParentheses<T>(TokenListParser<Sign, T> inner) =>
        inner.Between(Token.EqualTo(Sign.Open), Token.EqualTo(Sign.Close));

    private static TokenListParser<Sign, Expression> Compare(Operand operand) =>
        from comparator in s_comparator
        from literal in s_literal
        select (Expression)new Comparison(operand, comparator, literal);
}
