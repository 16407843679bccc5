using System.Diagnostics;
using System.Globalization;

namespace Gci.Editions.Expressions;

/// <summary>Writes an expression as its author would; reading the text again gives the same expression.</summary>
public static class ExpressionText
{
    public static string ToText(this Expression expression) => expression switch
    {
        Or(var left, var right) => $"{left.ToText()} or {InBrackets(right, right is Or)}",
        And(var left, var right) => $"{InBrackets(left, left is Or)} and {InBrackets(right, right is Or or And)}",
        Not(var operand) => $"not {InBrackets(operand, operand is Or or And)}",
        Answered(var question) => $"answered({question})",
        In(var question, var options) => $"{question} in ({string.Join(", ", options)})",
        Contains(var question, var option) => $"{question} contains {option}",
        Comparison(CountOf(var question), var comparator, var literal) => $"count({question}) {Sign(comparator)} {Text(literal)}",
        Comparison(AnswerOf(var question), var comparator, var literal) => $"{question} {Sign(comparator)} {Text(literal)}",
        _ => throw new UnreachableException(),
    };

    private static string InBrackets(Expression expression, bool needed) => needed ? $"({expression.ToText()})" : expression.ToText();

    private static string Text(Literal literal) => literal switch
    {
        WordLiteral(var word) => word,
        NumberLiteral(var number) => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        DateLiteral(var date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new UnreachableException(),
    };

    private static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "=",
        Comparator.NotEqual => "!=",
        Comparator.Less => "<",
        Comparator.LessOrEqual => "<=",
        Comparator.Greater => ">",
        _ => ">=",
    };
}
