using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Answers;

/// <summary>Checks rows against the questionnaire and puts them together by country.</summary>
public static class AnswerSheets
{
    /// <summary>
    /// The sheets by country in ordinal order. All or nothing: empty if anything is among the problems, be it found here or while the
    /// rows were read.
    /// </summary>
    /// <param name="countries">The edition's countries by their codes of three letters.</param>
    /// <param name="referenceDate">The day that the answers describe; no date lies after it.</param>
    public static IReadOnlyList<AnswerSheet> From(
        IEnumerable<AnswerRow> rows, Questionnaire questionnaire, IReadOnlySet<string> countries, DateOnly referenceDate, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(countries);
        ArgumentNullException.ThrowIfNull(problems);
        var items = questionnaire.Items().DistinctBy(item => item.Code).ToDictionary(item => item.Code, StringComparer.Ordinal);
        var first = new Dictionary<(string Country, string Code), AnswerRow>();
        var read = new List<(AnswerRow Row, Answer? Answer)>();
        foreach (var row in rows)
        {
            CheckCountry(row, countries, problems);
            CheckComment(row, problems);
            if (items.GetValueOrDefault(row.Code) is not Question question)
            {
                problems.Add(row.File, row.CodePlace, UnknownCode(row.Code, items));
                continue;
            }

            if (!first.TryAdd((row.Country, row.Code), row))
            {
                var earlier = first[(row.Country, row.Code)];
                problems.Add(row.File, row.CodePlace, $"{row.Code} is answered twice for {Quoted.Text(row.Country)}; it was first at {earlier.File}:{earlier.CodePlace}.");
            }

            var (answer, sentence) = AnswerParser.Parse(question, row.Answer, countries, referenceDate);
            if (sentence is not null)
            {
                problems.Add(row.File, row.Place, sentence);
            }

            read.Add((row, answer));
        }

        return problems.Any ? [] : [.. read.GroupBy(pair => pair.Row.Country).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Sheet(group, questionnaire))];
    }

    private static AnswerSheet Sheet(IGrouping<string, (AnswerRow Row, Answer? Answer)> rows, Questionnaire questionnaire) => new(
        rows.Key,
        questionnaire,
        rows.ToImmutableSortedDictionary(pair => pair.Row.Code, pair => pair.Answer!, StringComparer.Ordinal),
        rows.Where(pair => pair.Row.Comment is not null)
            .ToImmutableSortedDictionary(pair => pair.Row.Code, pair => FreeText.WithLineEnds(pair.Row.Comment!), StringComparer.Ordinal));

    private static void CheckCountry(AnswerRow row, IReadOnlySet<string> countries, Problems problems)
    {
        if (CountryCodes.Mistake(row.Country, countries) is { } sentence)
        {
            problems.Add(row.File, row.CountryPlace, sentence);
        }
    }

    private static void CheckComment(AnswerRow row, Problems problems)
    {
        if (row.Comment is { } comment && FreeText.Mistake(comment, FreeText.Longest) is { } mistake)
        {
            problems.Add(row.File, row.CommentPlace, $"The comment {mistake}.");
        }
    }

    private static string UnknownCode(string code, Dictionary<string, Item> items)
    {
        var probable = code.Trim().ToUpperInvariant();
        return string.IsNullOrWhiteSpace(code) ? "The code of the question is missing."
            : items.ContainsKey(code) ? $"{code} is a group; answer the questions below it."
            : items.ContainsKey(probable) ? $"The questionnaire has no question {Quoted.Text(code)}; write {probable}."
            : $"The questionnaire has no question {Quoted.Text(code)}.";
    }
}
