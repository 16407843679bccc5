using System.Diagnostics;
using Gci.Editions.Answers;

namespace Gci.Editions.Expressions;

/// <summary>Evaluates expressions in three-valued logic.</summary>
public static class Evaluation
{
    /// <summary>True, false, or null where an answer that decides is missing.</summary>
    /// <param name="answerTo">The active answer to a question, null where there is none.</param>
    public static bool? Evaluate(this Expression expression, Func<string, Answer?> answerTo)
    {
        ArgumentNullException.ThrowIfNull(answerTo);
        return expression switch
        {
            Or(var left, var right) => Either(left.Evaluate(answerTo), right.Evaluate(answerTo)),
            And(var left, var right) => !Either(!left.Evaluate(answerTo), !right.Evaluate(answerTo)),
            Not(var operand) => !operand.Evaluate(answerTo),
            Answered(var question) => answerTo(question) is not null,
            In(var question, var options) => answerTo(question) is OptionAnswer answer ? options.Contains(answer.Option) : null,
            Contains(var question, var option) => answerTo(question) is TickAnswer answer ? answer.Options.Contains(option) : null,
            Comparison comparison => Compare(comparison, answerTo(comparison.Left.Question)),
            _ => throw new UnreachableException(),
        };
    }

    private static bool? Either(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;

    private static bool? Compare(Comparison comparison, Answer? answer) => (comparison.Left, answer, comparison.Right) switch
    {
        (CountOf, TickAnswer ticks, NumberLiteral right) => Holds(comparison.Comparator, ((double)ticks.Options.Count).CompareTo(right.Number)),
        (CountOf, TableAnswer table, NumberLiteral right) => Holds(comparison.Comparator, ((double)table.Rows.Length).CompareTo(right.Number)),
        (AnswerOf, NumberAnswer number, NumberLiteral right) => Holds(comparison.Comparator, number.Number.CompareTo(right.Number)),
        (AnswerOf, DateAnswer date, DateLiteral right) => Holds(comparison.Comparator, date.Date.CompareTo(right.Date)),
        (AnswerOf, OptionAnswer option, WordLiteral right) => Holds(comparison.Comparator, string.CompareOrdinal(option.Option, right.Word)),
        _ => null,
    };

    private static bool Holds(Comparator comparator, int order) => comparator switch
    {
        Comparator.Equal => order == 0,
        Comparator.NotEqual => order != 0,
        Comparator.Less => order < 0,
        Comparator.LessOrEqual => order <= 0,
        Comparator.Greater => order > 0,
        Comparator.GreaterOrEqual => order >= 0,
        _ => throw new UnreachableException(),
    };
}
