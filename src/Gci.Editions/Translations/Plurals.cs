using System.Collections.Immutable;

namespace Gci.Editions.Translations;

/// <summary>Which plural form a whole number takes (Unicode CLDR, cardinal, integers).</summary>
public static class Plurals
{
    private static readonly ImmutableArray<string> s_all = ["zero", "one", "two", "few", "many", "other"];

    private static readonly ImmutableArray<string> s_russian = ["one", "few", "many"];

    private static readonly ImmutableArray<string> s_two = ["one", "other"];

    public static string FormOf(string language, long count)
    {
        // Remainders keep the sign of the number, and only they can be made positive for every number.
        var (ten, hundred, million) = (Math.Abs(count % 10), Math.Abs(count % 100), count % 1_000_000 == 0 && count != 0);
        return language switch
        {
            "zh" => "other",
            "fr" => count is >= -1 and <= 1 ? "one" : million ? "many" : "other",
            "es" => count is 1 or -1 ? "one" : million ? "many" : "other",
            "ru" => ten == 1 && hundred != 11 ? "one" : ten is >= 2 and <= 4 && hundred is not (>= 12 and <= 14) ? "few" : "many",
            "ar" => count switch { 0 => "zero", 1 or -1 => "one", 2 or -2 => "two", _ => hundred is >= 3 and <= 10 ? "few" : hundred >= 11 ? "many" : "other" },
            _ => count is 1 or -1 ? "one" : "other",
        };
    }

    /// <summary>The forms that a text with a count is written in. Round millions in French and Spanish take "other" where no "many" is given.</summary>
    internal static ImmutableArray<string> FormsOf(string language) => language switch
    {
        "zh" => ["other"],
        "ru" => s_russian,
        "ar" => s_all,
        _ => s_two,
    };

    /// <summary>Forms that a translation may have beyond those it is written in.</summary>
    internal static ImmutableArray<string> MoreFormsOf(string language) => language switch
    {
        "fr" or "es" => ["many"],
        "ru" => ["other"],
        _ => [],
    };

    /// <summary>Whether the form stands for one number only, which then need not be written.</summary>
    internal static bool IsOneNumber(string language, string form) => (language, form) is ("ar", "zero" or "one" or "two") or ("es" or "en", "one");
}
