using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Answers;

/// <summary>Turns a text into an answer of the kind that the question takes.</summary>
public static class AnswerParser
{
    /// <summary>The answer, or a sentence that says what is wrong with the text.</summary>
    /// <param name="countries">The countries that a table may name, by their codes of three letters.</param>
    /// <param name="referenceDate">The day on which the answers describe the country; no date lies after it.</param>
    public static (Answer? Answer, string? Sentence) Parse(Question question, string text, IReadOnlySet<string> countries, DateOnly referenceDate)
    {
        ArgumentNullException.ThrowIfNull(question);
        var code = question.Code;
        return string.IsNullOrWhiteSpace(text)
            ? (null, $"The answer to {code} is empty; leave the row out instead.")
            : question.Type switch
            {
                ChoiceType type => Choice(code, type, text),
                TicksType type => Ticks(code, type, text),
                NumberType type => Number(code, type, text),
                DateType => Date(code, text, referenceDate),
                TextType type => FreeText.Mistake(text, type.MaximumLength) is { } mistake
                    ? (null, $"The answer to {code} {mistake}.")
                    : (new TextAnswer(FreeText.WithLineEnds(text)), null),
                TableType type => TableParser.Parse(code, type, text, countries, referenceDate),
                _ => throw new UnreachableException(),
            };
    }

    /// <summary>What is wrong with a day, to be said after "The answer to TEC-1.1"; null where nothing is.</summary>
    internal static string? MistakeInDay(string text, DateOnly referenceDate) => Day(text) switch
    {
        null => $"is {Quoted.Text(text)}; write a day that exists as year-month-day, such as 2024-09-12",
        { } day when day > referenceDate => string.Create(CultureInfo.InvariantCulture, $"is {text}, after the reference date {referenceDate:yyyy-MM-dd}"),
        _ => null,
    };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static (Answer?, string?) Choice(string code, ChoiceType type, string text) =>
        Unknown(code, type, text) is { } sentence ? (null, sentence) : (new OptionAnswer(text), null);

    private static string? Unknown(string code, OptionsType type, string text) => type.Options.Any(option => option.Code == text)
        ? null
        : $"{code} has no option {Quoted.Text(text)}; it has {string.Join(", ", type.Options.Select(option => option.Code))}.";

    private static (Answer?, string?) Ticks(string code, TicksType type, string text)
    {
        var ticked = text.Split(';', StringSplitOptions.TrimEntries);
        if (ticked.Select(option => Unknown(code, type, option)).FirstOrDefault(sentence => sentence is not null) is { } unknown)
        {
            return (null, $"{unknown[..^1]}, with semicolons between them.");
        }

        if (ticked.GroupBy(option => option).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return (null, $"The answer to {code} ticks {twice.Key} twice.");
        }

        return ticked.Length > 1 && type.Options.FirstOrDefault(option => option.IsExclusive && ticked.Contains(option.Code)) is { } exclusive
            ? (null, $"The answer to {code} ticks {exclusive.Code} together with others; it stands alone.")
            : (new TickAnswer(ImmutableSortedSet.Create(StringComparer.Ordinal, ticked)), null);
    }

    private static (Answer?, string?) Number(string code, NumberType type, string text)
    {
        if (PlainNumber.Read(text) is not var (number, decimals))
        {
            return (null, $"The answer to {code} is {Quoted.Text(text)}; {PlainNumber.Rule}.");
        }

        return number < type.Minimum || number > type.Maximum
                ? (null, FormattableString.Invariant($"The answer to {code} is {text}; it lies between {type.Minimum} and {type.Maximum} ({type.Unit})."))
            : decimals > type.Decimals
                ? (null, FormattableString.Invariant($"The answer to {code} is {text}; it has {(type.Decimals == 0 ? "no" : $"at most {type.Decimals}")} decimals."))
            : (new NumberAnswer(number), null);
    }

    private static (Answer?, string?) Date(string code, string text, DateOnly referenceDate) =>
        MistakeInDay(text, referenceDate) is { } mistake ? (null, $"The answer to {code} {mistake}.") : (new DateAnswer(Day(text)!.Value), null);
}
