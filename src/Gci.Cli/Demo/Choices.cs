using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Results;

namespace Gci.Cli.Demo;

/// <summary>An answer that could be given, as it is written in a file, and what it earns; null where none is given.</summary>
internal sealed record Choice(string Text, Answer? Answer, double Credit)
{
    internal static Choice None { get; } = new("", null, 0);
}

/// <summary>A few answers to each question, from the best to the worst.</summary>
internal static class Choices
{
    private static readonly int[] s_ages = [1, 4, 7, 12, 25];

    internal static ImmutableArray<Choice> Of(Question question, Edition edition)
    {
        var countries = edition.CountryCodes();
        return
        [
            .. Texts(question, edition).Distinct()
                .Select(text => (Text: text, AnswerParser.Parse(question, text, countries, edition.ReferenceDate).Answer))
                .Where(choice => choice.Answer is not null)
                .Select(choice => new Choice(choice.Text, choice.Answer!, AnswerCredit.Of(edition, question, choice.Answer!)))
                .OrderByDescending(choice => choice.Credit),
            .. question.Type is TableType ? [Choice.None] : Array.Empty<Choice>(),
        ];
    }

    /// <summary>An answer to a question that earns nothing.</summary>
    internal static string Detail(Question question, string country) => question.Type switch
    {
        ChoiceType choice => choice.Options[0].Code,
        TicksType ticks => ticks.Options[0].Code,
        NumberType number => Number(number.Minimum),
        DateType => "2020-06-01",
        TextType => "Illustrative answer, invented for the demonstration",
        TableType table => Table(table, 1, country),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> Texts(Question question, Edition edition) => question.Type switch
    {
        ChoiceType type => type.Options.Select(option => option.Code),
        TicksType type => Ticks(type),
        NumberType type => Enumerable.Range(0, 12).Select(step => Number(Math.Round(type.Minimum + (Math.Min(type.Maximum - type.Minimum, 100) * step / 11.0), type.Decimals)))
            .Concat(Enumerable.Range(0, 12).Select(step => Number(Math.Min(type.Maximum, type.Minimum + step)))),
        DateType => s_ages.Select(years => edition.ReferenceDate.AddYears(-years).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TableType type => Enumerable.Range(1, Math.Min(5, type.MaximumRows)).Select(rows => Table(type, rows, "")),
        _ => throw new UnreachableException(),
    };

    // All that may stand together, then one less at a time, then the option that stands alone.
    private static IEnumerable<string> Ticks(TicksType type)
    {
        string[] together = [.. type.Options.Where(option => !option.IsExclusive).Select(option => option.Code)];
        return Enumerable.Range(0, together.Length).Select(fewer => string.Join(';', together[..^fewer]))
            .Concat(type.Options.Where(option => option.IsExclusive).Select(option => option.Code));
    }

    private static string Table(TableType type, int rows, string country)
    {
        string[] partners = ["FRA", "JPN", "KEN", "BRA", "EGY", "AUS"];
        return JsonSerializer.Serialize(partners.Where(partner => partner != country).Take(rows).Select(partner => type.Columns.ToDictionary(
            column => column.Code,
            column => column.Type switch
            {
                ColumnType.Country => (object)partner,
                ColumnType.Date => "2021-03-01",
                ColumnType.Number => 1,
                _ => "Illustrative",
            })));
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
