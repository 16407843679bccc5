using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Web.Api;

/// <summary>An edition of the index.</summary>
/// <param name="Id">Its id, such as 2026.</param>
/// <param name="Title">Its name in English.</param>
/// <param name="About">What it measures, in a sentence or two; null where it does not say.</param>
/// <param name="Status">How far it is: a published one does not change any more.</param>
/// <param name="ReferenceDate">The day whose state is measured.</param>
/// <param name="Hash">SHA-256 over all files that define it, in hexadecimal.</param>
/// <param name="DerivedFrom">The edition that it follows and from which answers can be taken over; null for none.</param>
/// <param name="Languages">The languages into which its questionnaire is translated at least in part, and English.</param>
/// <param name="Questions">How many questions it asks.</param>
/// <param name="Countries">How many countries it is for.</param>
public sealed record EditionEntry(
    string Id, string Title, string? About, EditionStatus Status, DateOnly ReferenceDate, string Hash, string? DerivedFrom, IReadOnlyList<string> Languages,
    int Questions, int Countries)
{
    internal static EditionEntry Of(Edition edition) => new(
        edition.Id, edition.Title, edition.About, edition.Status, edition.ReferenceDate, edition.Hash, edition.Migration?.DerivedFrom,
        [.. Gci.Editions.Translations.Languages.All.Where(language => language == Gci.Editions.Translations.Languages.Source || edition.Translations.ContainsKey(language))],
        edition.Questionnaire!.Questions().Count(), edition.Countries.Count);
}

/// <summary>A text in the language that was asked for, or in English where it is not translated.</summary>
/// <param name="Text">The text itself.</param>
/// <param name="Language">The language that it is really in.</param>
/// <param name="State">How far the translation is; missing where English stands in.</param>
public sealed record Words(string Text, string Language, TranslationState State)
{
    internal static Words Of(Phrase phrase) => new(phrase.Text, phrase.Language, phrase.State);
}
