namespace Gci.Editions.Translations;

/// <summary>Which plural form a whole number takes (Unicode CLDR, cardinal, integers).</summary>
public static class Plurals
{
    public static string FormOf(string language, long count)
    {
        var (n, ten, hundred) = (Math.Abs(count), Math.Abs(count % 10), Math.Abs(count % 100));
        return language switch
        {
            "zh" => "other",
            "fr" => n <= 1 ? "one" : n > 0 && n % 1_000_000 == 0 ? "many" : "other",
            "es" => n == 1 ? "one" : n > 0 && n % 1_000_000 == 0 ? "many" : "other",
            "ru" => ten == 1 && hundred != 11 ? "one" : ten is >= 2 and <= 4 && hundred is not (>= 12 and <= 14) ? "few" : "many",
            "ar" => n switch { 0 => "zero", 1 => "one", 2 => "two", _ => hundred is >= 3 and <= 10 ? "few" : hundred >= 11 ? "many" : "other" },
            _ => n == 1 ? "one" : "other",
        };
    }
}
