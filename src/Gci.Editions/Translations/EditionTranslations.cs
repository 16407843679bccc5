using System.Collections.Immutable;
using Gci.Editions.Migrations;

namespace Gci.Editions.Translations;

/// <summary>Reads the translations of an edition. Texts that came unchanged from the edition before keep the translations they had there.</summary>
internal static class EditionTranslations
{
    /// <param name="previous">The edition from which this one is derived; null where it is not.</param>
    internal static TranslationCatalogue Read(Edition edition, Edition? previous, DefinitionFolder questionnaire, Problems problems)
    {
        var folder = new TranslationFolder(questionnaire, TranslationFormat.OfEdition, problems);
        folder.CheckLanguages();
        ImmutableArray<SourceText> texts = [.. EditionTexts.Of(edition)];
        return new(edition.Id, folder, _ => texts, (language, text) => previous?.Translations.GetValueOrDefault(language)?.Texts.GetValueOrDefault(Before(text.Key, edition.Migration)));
    }

    // Groups, pillars and shared words keep their codes.
    private static string Before(string key, MigrationMap? migration)
    {
        var end = key.IndexOf('/', StringComparison.Ordinal);
        return migration?.To(key[..end]) is { } entry ? entry.From[0] + key[end..] : key;
    }
}
