using System.Diagnostics;
using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Reports.Questionnaires;

/// <summary>Says in words when a question or group is asked.</summary>
public sealed class ConditionWording(Questionnaire questionnaire, Wording wording, InterfaceTexts texts)
{
    private readonly Dictionary<string, Question> _questions = questionnaire.Questions().ToDictionary(question => question.Code, StringComparer.Ordinal);

    /// <summary>A sentence such as "Answer this only if the answer to TEC-1.1 is “Yes”."; null for what is always asked.</summary>
    public string? Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Relevant is null ? null : texts.Say("answer.only-if", ("condition", Words(item.Relevant)));
    }

    private string Words(Expression expression) => expression switch
    {
        Or(var left, var right) => texts.Say("answer.condition.or", ("left", Words(left)), ("right", Words(right))),
        And(var left, var right) => texts.Say("answer.condition.and", ("left", Inside(left)), ("right", Inside(right))),
        Not(var operand) => texts.Say("answer.condition.not", ("condition", Words(operand))),
        Answered(var question) => texts.Say("answer.condition.answered", ("question", question)),
        In(var question, var options) => Is(question, string.Join($" {texts["answer.condition.or-option"]} ", options.Select(option => Option(question, option)))),
        Contains(var question, var option) => texts.Say("answer.condition.ticked", ("question", question), ("option", Option(question, option))),
        Comparison(CountOf(var question), var comparator, var literal) => texts.Say($"answer.condition.count-{Name(comparator)}", ("question", question), ("value", Value(question, literal))),
        Comparison(AnswerOf(var question), Comparator.Equal, var literal) => Is(question, Value(question, literal)),
        Comparison(AnswerOf(var question), var comparator, var literal) => texts.Say($"answer.condition.{Name(comparator)}", ("question", question), ("value", Value(question, literal))),
        _ => throw new UnreachableException(),
    };

    private string Is(string question, string value) => texts.Say("answer.condition.equal", ("question", question), ("value", value));

    private string Inside(Expression expression) => expression is Or ? $"({Words(expression)})" : Words(expression);

    private string Value(string question, Literal literal) => literal switch
    {
        WordLiteral(var word) => Option(question, word),
        NumberLiteral(var number) => AnswerWording.Number(number, texts.Language),
        DateLiteral(var date) => AnswerWording.Day(date, texts.Language),
        _ => throw new UnreachableException(),
    };

    private string Option(string code, string option) =>
        _questions[code] is { Type: OptionsType type } question && type.Options.FirstOrDefault(one => one.Code == option) is { } found
            ? texts.Say("answer.condition.quoted", ("option", wording.Option(question, found).Text))
            : option;

    private static string Name(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "equal",
        Comparator.NotEqual => "not-equal",
        Comparator.Less => "less",
        Comparator.LessOrEqual => "at-most",
        Comparator.Greater => "more",
        Comparator.GreaterOrEqual => "at-least",
        _ => throw new UnreachableException(),
    };
}
