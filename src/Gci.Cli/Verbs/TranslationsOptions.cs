using System.CommandLine;
using Gci.Editions;
using Gci.Editions.Translations;

namespace Gci.Cli.Verbs;

/// <summary>The options of <c>gci translations</c> and which of them go together.</summary>
internal sealed class TranslationsOptions
{
    private readonly SharedOptions _shared = new();

    internal TranslationsOptions() => Language.AcceptOnlyFromAmong([.. Languages.All.Where(language => language != Languages.Source)]);

    internal Option<string?> Edition { get; } = new("--edition") { Description = "One edition, such as 2024 (default: all, and the interface)", HelpName = "E" };

    internal Option<bool> Interface { get; } = new("--interface") { Description = "The sentences of pages, workbooks and mails only" };

    internal Option<string?> Language { get; } = new("--language") { Description = "One language: ar, es, fr, ru or zh (default: all)", HelpName = "L" };

    internal Option<bool> Update { get; } = new("--update") { Description = "Rewrite translation files in their canonical form and order" };

    internal Option<string?> Missing { get; } = new("--missing") { Description = "Write missing and stale texts of one language as JSON: key and English text", HelpName = "FILE" };

    internal Option<string?> Fill { get; } = new("--fill") { Description = "Take translated texts of one language from JSON, as drafts", HelpName = "FILE" };

    internal IEnumerable<Option> All => [Edition, Interface, Language, Update, Missing, Fill, _shared.Editions];

    /// <summary>The root that holds questionnaires/ and methodology/.</summary>
    internal string Root(ParseResult parsed) => _shared.Root(parsed);

    internal void Check(ParseResult parsed)
    {
        var (missing, fill) = (parsed.GetValue(Missing) is not null, parsed.GetValue(Fill) is not null);
        var isOnePlace = parsed.GetValue(Edition) is not null != parsed.GetValue(Interface);
        var mistake = new[] { missing, fill, parsed.GetValue(Update) }.Count(chosen => chosen) > 1 ? "Give only one of --update, --missing and --fill."
            : parsed.GetValue(Edition) is not null && parsed.GetValue(Interface) ? "Give either --edition E or --interface."
            : (missing || fill) && !(isOnePlace && parsed.GetValue(Language) is not null) ? "--missing and --fill need --language L, and --edition E or --interface."
            : null;
        if (mistake is not null)
        {
            throw new WrongUsageException(mistake);
        }
    }

    /// <summary>What was asked for: one edition, the interface, or both with all editions that ask something.</summary>
    internal IReadOnlyList<TranslationCatalogue> Catalogues(ParseResult parsed, Problems problems)
    {
        var folder = _shared.Folder(parsed);
        if (parsed.GetValue(Interface))
        {
            return [folder.InterfaceTranslations(problems)];
        }

        if (parsed.GetValue(Edition) is not { } id)
        {
            return [.. folder.Ids.Select(each => folder.Translations(each, problems)).OfType<TranslationCatalogue>(), folder.InterfaceTranslations(problems)];
        }

        var catalogue = folder.Translations(id, problems);
        return catalogue is null && !problems.Any
            ? throw new WrongUsageException($"Edition {id} has no questionnaire, and so nothing to translate.")
            : catalogue is null ? [] : [catalogue];
    }
}
