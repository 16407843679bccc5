using Gci.Editions;

namespace Gci.Web.Answering;

/// <summary>Countries in a table: people read and type names, the answer holds codes.</summary>
public static class CountryNames
{
    /// <summary>The code of a country that was named in any language; what names none stays as it was typed.</summary>
    public static string CodeOf(Edition edition, string text)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(text);
        return edition.Countries.ContainsKey(text) ? text
            : edition.Countries.FirstOrDefault(country => country.Value.Names.Values.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)).Key
            ?? (edition.Countries.ContainsKey(text.Trim().ToUpperInvariant()) ? text.Trim().ToUpperInvariant() : text);
    }

    /// <summary>The name under a code; what is no code stays.</summary>
    public static string? NameOf(Edition edition, string? code, string language)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return code is not null && edition.Countries.TryGetValue(code, out var country) ? country.NameIn(language) : code;
    }
}
