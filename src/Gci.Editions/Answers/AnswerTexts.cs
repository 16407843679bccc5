using System.Collections.Immutable;

namespace Gci.Editions.Answers;

/// <summary>Reads answers that are kept as texts.</summary>
public static class AnswerTexts
{
    /// <summary>The answers of a country with what is asked because of them. A text that its question does not take is left out.</summary>
    /// <param name="texts">By code of question.</param>
    public static AnswerSheet SheetOf(this Edition edition, string country, IEnumerable<KeyValuePair<string, string>> texts)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(texts);
        var values = texts.ToDictionary(StringComparer.Ordinal);
        var countries = edition.CountryCodes();
        var answers = edition.Questionnaire!.Questions()
            .Select(question => (question.Code, Answer: values.TryGetValue(question.Code, out var value)
                ? AnswerParser.Parse(question, value, countries, edition.ReferenceDate).Answer
                : null))
            .Where(pair => pair.Answer is not null);
        return new(
            country, edition.Questionnaire, answers.ToImmutableSortedDictionary(pair => pair.Code, pair => pair.Answer!, StringComparer.Ordinal),
            ImmutableSortedDictionary<string, string>.Empty);
    }
}
