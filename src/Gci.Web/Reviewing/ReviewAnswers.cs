using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Web.Reviewing;

/// <summary>Answers in words, where only their text is kept.</summary>
public static class ReviewAnswers
{
    public static string Words(Edition edition, Question question, string value, InterfaceTexts texts)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(texts);
        return AnswerParser.Parse(question, value, edition.CountryCodes(), edition.ReferenceDate).Answer is { } answer
            ? AnswerWording.Of(answer, question, edition.In(texts.Language), edition)
            : value;
    }
}
