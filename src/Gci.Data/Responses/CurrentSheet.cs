using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Answers;

namespace Gci.Data.Responses;

/// <summary>Reads the texts of answers as the edition understands them.</summary>
public static class CurrentSheet
{
    /// <summary>The answers of a response with what is asked because of them. A text that its question does not take is left out.</summary>
    /// <param name="current">The revisions that count, one a question.</param>
    public static AnswerSheet SheetOf(this Edition edition, string country, IEnumerable<AnswerRevision> current)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(current);
        var values = current.Where(answer => answer.Value is not null).ToDictionary(answer => answer.Question, answer => answer.Value!, StringComparer.Ordinal);
        var countries = edition.Countries.Keys.ToHashSet(StringComparer.Ordinal);
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
