using Gci.Data.Accounts;
using Gci.Editions.Translations;

namespace Gci.Web.Accounts;

/// <summary>What forms about accounts offer to choose from, in the reader's language.</summary>
internal static class AccountChoices
{
    internal static IReadOnlyList<(string Value, string Text)> Roles(InterfaceTexts texts) =>
        [.. Enum.GetValues<Role>().Select(role => (role.ToString(), texts[$"accounts.role.{role}"]))];

    /// <summary>Every country of any edition, by name.</summary>
    internal static IReadOnlyList<(string Value, string Text)> Countries(EditionShelf shelf, InterfaceTexts texts) =>
    [
        .. shelf.Editions.SelectMany(edition => edition.Countries).GroupBy(country => country.Key).Select(same => (same.Key, same.Last().Value.NameIn(texts.Language)))
            .OrderBy(country => country.Item2, StringComparer.Create(texts.Culture, ignoreCase: true)),
    ];

    internal static IReadOnlyList<(string Value, string Text)> AllLanguages() => [.. Languages.All.Select(language => (language, Languages.NameOf(language)))];

    /// <summary>The role of a form; an unknown one is none.</summary>
    internal static Role? RoleOf(string? text) => Enum.TryParse<Role>(text, out var role) && Enum.IsDefined(role) && role.ToString() == text ? role : null;

    /// <summary>An empty field is no country.</summary>
    internal static string? CountryOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
