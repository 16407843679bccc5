using System.Diagnostics;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Scoring.Credits;

namespace Gci.Editions.Results;

/// <summary>Turns answers into the codes that the credit rules of the scoring library take.</summary>
internal static class AnswerCoding
{
    internal static double Code(Question question, Answer answer, DateOnly referenceDate) => (question.Type, answer) switch
    {
        (ChoiceType type, OptionAnswer option) => Index(type, option.Option),
        (TicksType type, TickAnswer ticks) => ticks.Options.Sum(option => (double)(1L << Index(type, option))),
        (NumberType, NumberAnswer number) => number.Number,
        (TableType, TableAnswer table) => table.Rows.Length,
        (DateType, DateAnswer date) => WholeYears(date.Date, referenceDate),
        _ => throw new UnreachableException(),
    };

    /// <summary>The table of all countries, in the order of the sheets.</summary>
    internal static AnswerTable Table(Edition edition, IReadOnlyList<AnswerSheet> sheets)
    {
        var table = new AnswerTable(edition.Tree, sheets.Select(sheet => sheet.Country));
        foreach (var question in edition.Questionnaire!.Questions().Where(question => question.IsScored))
        {
            for (var row = 0; row < sheets.Count; row++)
            {
                table[row, question.Code] = !sheets[row].IsActive(question.Code) ? CodedAnswer.Inactive
                    : sheets[row].Active(question.Code) is { } answer ? Code(question, answer, edition.ReferenceDate)
                    : CodedAnswer.Unanswered;
            }
        }

        return table;
    }

    private static int Index(OptionsType type, string code)
    {
        for (var index = 0; index < type.Options.Length; index++)
        {
            if (type.Options[index].Code == code)
            {
                return index;
            }
        }

        throw new UnreachableException();
    }

    private static int WholeYears(DateOnly from, DateOnly to)
    {
        var years = to.Year - from.Year;
        return from.AddYears(years) > to ? years - 1 : years;
    }
}
