using System.Diagnostics;
using System.Globalization;
using Gci.Editions.Answers;
using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Results;

/// <summary>Answers and conditions in words.</summary>
internal static class AnswerText
{
    internal static string Of(Answer answer) => answer switch
    {
        OptionAnswer option => option.Option,
        TickAnswer ticks => string.Join("; ", ticks.Options),
        NumberAnswer number => number.Number.ToString(CultureInfo.InvariantCulture),
        DateAnswer date => date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TextAnswer text => text.Text,
        TableAnswer table => $"{table.Rows.Length} rows",
        _ => throw new UnreachableException(),
    };

    /// <summary>The conditions of a question and of the groups around it, joined.</summary>
    internal static string Condition(Questionnaire questionnaire, Question question) => string.Join(
        " and ",
        questionnaire.Items()
            .Where(item => item.Relevant is not null && (item.Code == question.Code || question.Code.StartsWith(item.Code + ".", StringComparison.Ordinal)))
            .Select(item => item.Relevant!.ToText()));
}
