using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace Gci.Editions;

/// <summary>What is looked up in an edition again and again. It is made once an edition, because a definition never changes.</summary>
public static class EditionLookups
{
    private static readonly ConditionalWeakTable<object, FrozenSet<string>> s_countries = [];

    /// <summary>The codes of the edition's countries, to be asked whether one is among them.</summary>
    public static IReadOnlySet<string> CountryCodes(this Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return s_countries.GetValue(edition.Countries, _ => edition.Countries.Keys.ToFrozenSet(StringComparer.Ordinal));
    }
}
