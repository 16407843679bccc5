using System.Diagnostics;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Expressions;

/// <summary>What can be known to be wrong with an expression before any answer is given.</summary>
internal static class ExpressionChecks
{
    /// <summary>The questions that the expression refers to.</summary>
    internal static IEnumerable<string> Questions(this Expression expression) => expression switch
    {
        Or(var left, var right) => left.Questions().Concat(right.Questions()),
        And(var left, var right) => left.Questions().Concat(right.Questions()),
        Not(var operand) => operand.Questions(),
        Answered(var question) => [question],
        In(var question, _) => [question],
        Contains(var question, _) => [question],
        Comparison comparison => [comparison.Left.Question],
        _ => throw new UnreachableException(),
    };

    /// <summary>One sentence for each mistake of type or option; codes that are not questions are left to the caller.</summary>
    internal static IEnumerable<string> Mistakes(this Expression expression, IReadOnlyDictionary<string, Question> questions) => expression switch
    {
        Or(var left, var right) => left.Mistakes(questions).Concat(right.Mistakes(questions)),
        And(var left, var right) => left.Mistakes(questions).Concat(right.Mistakes(questions)),
        Not(var operand) => operand.Mistakes(questions),
        In(var code, var options) when questions.TryGetValue(code, out var question) => question.Type is ChoiceType type
            ? options.Select(option => Unknown(code, type, option)).OfType<string>()
            : [$"\"in\" asks which option was chosen, but {code} is answered by a {question.Type.Name}; use contains, or a comparison"],
        Contains(var code, var option) when questions.TryGetValue(code, out var question) => question.Type is TicksType type
            ? new[] { Unknown(code, type, option) }.OfType<string>()
            : [$"\"contains\" asks what was ticked, but {code} is answered by a {question.Type.Name}"],
        Comparison comparison when questions.TryGetValue(comparison.Left.Question, out var question) =>
            new[] { Mistake(comparison, question) }.OfType<string>(),
        _ => [],
    };

    private static string? Unknown(string code, OptionsType type, string option) => type.Options.Any(known => known.Code == option)
        ? null
        : $"{code} has no option \"{option}\"; it has {string.Join(", ", type.Options.Select(known => known.Code))}";

    private static string? Mistake(Comparison comparison, Question question) => (comparison.Left, question.Type, comparison.Right) switch
    {
        (CountOf, TicksType or TableType, NumberLiteral) => null,
        (CountOf, TicksType or TableType, _) => "a count is compared with a number",
        (CountOf, _, _) => $"count() takes a table or a question with ticks; {question.Code} is answered by a {question.Type.Name}",
        (_, NumberType, NumberLiteral) or (_, DateType, DateLiteral) => null,
        (_, ChoiceType type, WordLiteral word) => comparison.Comparator is Comparator.Equal or Comparator.NotEqual
            ? Unknown(question.Code, type, word.Word)
            : $"options have no order; compare {question.Code} with = or !=",
        _ => $"{question.Code} is answered by a {question.Type.Name} and cannot be compared with this value",
    };
}
