using System.Collections.Immutable;
using System.Globalization;

namespace Gci.Editions.Translations;

/// <summary>The six official languages of the United Nations. Definitions are written in English; the others are translations.</summary>
public static class Languages
{
    /// <summary>The language in which definitions are written, and to which everything falls back.</summary>
    public const string Source = "en";

    /// <summary>ISO 639-1 codes in the order in which they are offered.</summary>
    public static ImmutableArray<string> All { get; } = ["ar", "en", "es", "fr", "ru", "zh"];

    private static readonly ImmutableDictionary<string, string> s_names = ImmutableDictionary.CreateRange<string, string>(
        [new("ar", "العربية"), new("en", "English"), new("es", "Español"), new("fr", "Français"), new("ru", "Русский"), new("zh", "中文")]);

    public static bool IsKnown(string? language) => language is not null && s_names.ContainsKey(language);

    /// <summary>What the language calls itself.</summary>
    public static string NameOf(string language) => s_names[language];

    public static bool IsRightToLeft(string language) => language == "ar";

    /// <summary>The culture that writes its dates and numbers; neutral, so that Arabic keeps the Gregorian calendar and digits 0 to 9.</summary>
    public static CultureInfo CultureOf(string language) => CultureInfo.GetCultureInfo(language);
}
