using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Translations;

namespace Gci.Web;

/// <summary>Says refusals in the reader's language; the sentences lie in <c>questionnaires/interface/LANGUAGE/refusal.yaml</c>.</summary>
public static class Sentences
{
    public static string Of(this InterfaceTexts texts, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(refusal);
        return texts.Say($"refusal.{refusal.Code}", [.. refusal.Values.Select(value => (value.Name, Shown(value.Value, texts)))]);
    }

    /// <summary>The same, where it may be that a text is no answer to its question: then it says what is wanted.</summary>
    public static string Of(this InterfaceTexts texts, Refusal refusal, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(edition);
        return refusal.Code == "not-an-answer" && edition.QuestionOf((string)refusal.Values[0].Value!) is { } question
            ? texts.Of(refusal with { Values = [.. refusal.Values, ("wanted", AnswerWording.Wanted(question, edition.In(texts.Language), texts))] })
            : texts.Of(refusal);
    }

    /// <summary>A moment in the words of the language, in UTC.</summary>
    public static string Moment(this InterfaceTexts texts, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Say(
            "site.moment", ("day", AnswerWording.Day(DateOnly.FromDateTime(at.UtcDateTime), texts.Language)), ("time", at.UtcDateTime.ToString("HH:mm", texts.Culture)));
    }

    /// <summary>Several names or codes in a row, with the comma of the language.</summary>
    public static string Row(this InterfaceTexts texts, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return string.Join(texts.Language switch { "ar" => "، ", "zh" => "、", _ => ", " }, names);
    }

    private static object? Shown(object? value, InterfaceTexts texts) => value is DateOnly day ? AnswerWording.Day(day, texts.Language) : value;
}
