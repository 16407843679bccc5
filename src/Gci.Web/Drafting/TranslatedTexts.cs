using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Web.Drafting;

/// <summary>A text of a question beside its translation.</summary>
/// <param name="Key">The field, such as <c>title</c> or <c>option/yes-all</c>.</param>
public sealed record TranslatedField(string Key, string English, Phrase Translation)
{
    /// <summary>Whether somebody must translate it, or translate it again.</summary>
    public bool IsToDo => Translation.State is TranslationState.Missing or TranslationState.Stale;
}

/// <summary>The texts of a question that respondents read, in one of the five other languages.</summary>
public static class TranslatedTexts
{
    public static IEnumerable<TranslatedField> Of(Edition edition, Question question, string language)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(question);
        var wording = edition.In(language);
        yield return new("title", question.Title, wording.Title(question));
        yield return new("text", question.Text, wording.Text(question));
        yield return new("help", question.Help, wording.Help(question));
        switch (question.Type)
        {
            case ChoiceType { IsYesPartialNo: true }:
                break; // the same words wherever they are asked
            case OptionsType type:
                foreach (var option in type.Options)
                {
                    yield return new($"option/{option.Code}", option.Label, wording.Option(question, option));
                }

                break;
            case NumberType type:
                yield return new("unit", type.Unit, wording.Unit(question, type));
                break;
            case TableType type:
                foreach (var column in type.Columns)
                {
                    yield return new($"column/{column.Code}", column.Title, wording.Column(question, column));
                }

                break;
        }
    }
}
