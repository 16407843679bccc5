using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Translations;

/// <summary>Says an answer in the words of a language, the same on paper, in a workbook and on a page.</summary>
public static class AnswerWording
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>Labels of options, a number with its unit, a day in full, a text as it is, one line a row of a table.</summary>
    /// <exception cref="ArgumentException">The answer is not of the kind that the question takes, or names an option that it does not have.</exception>
    public static string Of(Answer answer, Question question, Wording wording, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(wording);
        ArgumentNullException.ThrowIfNull(edition);
        return (answer, question.Type) switch
        {
            (OptionAnswer option, ChoiceType) => Label(option.Option, question, wording),
            (TickAnswer ticks, TicksType type) => string.Join(
                Separator(wording.Language), Ordered(ticks.Options, type).Select(option => Label(option, question, wording))),
            (NumberAnswer number, NumberType type) => $"{Number(number.Number, wording.Language)}{NoBreakSpace}{wording.Unit(question, type)}",
            (DateAnswer date, DateType) => Day(date.Date, wording.Language),
            (TextAnswer text, TextType) => text.Text,
            (TableAnswer table, TableType type) => string.Join('\n', table.Rows.Select(row => Row(row, type, question, wording, edition))),
            _ => throw new ArgumentException($"{question.Code} takes no {answer.GetType().Name}.", nameof(answer)),
        };
    }

    /// <summary>What kind of answer a question takes, such as "Choose one option".</summary>
    public static string Wanted(Question question, Wording wording, InterfaceTexts texts)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(wording);
        ArgumentNullException.ThrowIfNull(texts);
        return question.Type switch
        {
            ChoiceType => texts["answer.wanted.choice"],
            TicksType => texts["answer.wanted.choices"],
            NumberType number => texts.Say(
                number.Decimals == 0 ? "answer.wanted.number" : "answer.wanted.decimal",
                ("unit", wording.Unit(question, number).Text),
                ("minimum", Number(number.Minimum, wording.Language)),
                ("maximum", Number(number.Maximum, wording.Language)),
                ("count", number.Decimals)),
            DateType => texts["answer.wanted.date"],
            TextType text => texts.Say("answer.wanted.text", ("count", text.MaximumLength)),
            TableType table => texts.Say("answer.wanted.table", ("count", table.MaximumRows)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A day in full, such as 12 September 2024.</summary>
    public static string Day(DateOnly day, string language) => day.ToString(
        language switch
        {
            "es" => "d 'de' MMMM 'de' yyyy",
            "ru" => "d MMMM yyyy 'г.'",
            "zh" => "yyyy'年'M'月'd'日'",
            _ => "d MMMM yyyy",
        },
        Languages.CultureOf(language));

    /// <summary>A number with the marks of the language and all decimals that it has.</summary>
    public static string Number(double number, string language) => number.ToString("#,0.#########", Languages.CultureOf(language));

    /// <summary>A cell of a table's answer; an empty one stays empty.</summary>
    public static string Cell(string text, ColumnType type, string language, Edition edition) => type switch
    {
        _ when text.Length == 0 => "",
        ColumnType.Text => text,
        ColumnType.Number => Number(double.Parse(text, CultureInfo.InvariantCulture), language),
        ColumnType.Date => Day(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), language),
        ColumnType.Country => edition.Countries.TryGetValue(text, out var country) ? country.NameIn(language) : text,
        _ => throw new UnreachableException(),
    };

    // Labels have commas inside.
    private static string Separator(string language) => language switch
    {
        "ar" => "؛ ",
        "zh" => "；",
        _ => "; ",
    };

    private static IEnumerable<string> Ordered(ImmutableSortedSet<string> ticked, TicksType type) =>
        type.Options.Select(option => option.Code).Where(ticked.Contains).Concat(ticked.Except(type.Options.Select(option => option.Code)));

    private static string Label(string code, Question question, Wording wording) =>
        ((OptionsType)question.Type).Options.FirstOrDefault(option => option.Code == code) is { } option
            ? wording.Option(question, option).Text
            : throw new ArgumentException($"{question.Code} has no option {code}.", nameof(code));

    private static string Row(ImmutableArray<string> cells, TableType type, Question question, Wording wording, Edition edition) => string.Join(
        Separator(wording.Language),
        type.Columns.Zip(cells).Where(pair => pair.Second.Length > 0)
            .Select(pair => $"{wording.Column(question, pair.First)}: {Cell(pair.Second, pair.First.Type, wording.Language, edition)}"));
}
