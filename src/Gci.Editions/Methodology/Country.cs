using System.Collections.Immutable;

namespace Gci.Editions.Methodology;

/// <summary>A country by its codes and its names in the languages of the United Nations.</summary>
public sealed record Country(string Iso3, string Iso2, string M49, ImmutableDictionary<string, string> Names)
{
    /// <summary>The name in a language, in English where there is none.</summary>
    public string NameIn(string language) => Names.TryGetValue(language, out var name) ? name : Names["en"];
}

/// <summary>Countries that are looked at together.</summary>
public sealed record CountryGroup(
    string Code, GroupKind Kind, string Title, ImmutableDictionary<string, string> Titles, ImmutableSortedSet<string> Members, string Source)
{
    public string TitleIn(string language) => Titles.TryGetValue(language, out var title) ? title : Title;
}

public enum GroupKind
{
    /// <summary>Every country is in exactly one.</summary>
    Region,

    /// <summary>A list of members.</summary>
    Group,

    /// <summary>All members of other groups.</summary>
    Union,
}
