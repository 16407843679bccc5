using System.Collections.Immutable;

namespace Gci.Reports.Tests.Writing;

/// <summary>An invented country; the first ones carry the names that are hardest to set.</summary>
internal sealed record SampleCountry(string Name, string Region, string Tier, ImmutableArray<double> Scores)
{
    public static readonly ImmutableArray<string> Pillars = ["Legal", "Technical", "Organizational", "Capacity development", "Cooperation"];
    public static readonly ImmutableArray<string> Regions = ["Africa", "Americas", "Arab States", "Asia-Pacific", "CIS", "Europe"];

    private static readonly string[] Hard =
    [
        "Bolivia (Plurinational State of)", "Democratic People's Republic of Korea", "Iran (Islamic Republic of)",
        "United Kingdom of Great Britain and Northern Ireland", "Saint Vincent and the Grenadines", "Côte d'Ivoire", "Türkiye",
    ];

    public static ImmutableArray<SampleCountry> Many(int count) =>
        [.. Enumerable.Range(0, count).Select(One).OrderBy(country => country.Name, StringComparer.Ordinal)];

    private static SampleCountry One(int index)
    {
        ImmutableArray<double> scores = [.. Pillars.Select((_, pillar) => 20 * Math.Min(1, Math.Sqrt(Share(index)) * (0.6 + (0.5 * Share((index * 5) + (pillar * 57) + 1)))))];
        var tier = scores.Sum() switch { >= 85 => "T1", >= 70 => "T2", >= 55 => "T3", >= 40 => "T4", _ => "T5" };
        return new(index < Hard.Length ? Hard[index] : Invented(index), Regions[(index * 7) % 6], tier, scores);
    }

    private static double Share(int seed) => (((seed * 7919L) + 104729) % 9973) / 9972.0;

    private static string Invented(int index)
    {
        string[] first = ["Al", "Bor", "Cel", "Dra", "El", "Fen", "Gal", "Hel", "Ist", "Jor", "Kal", "Lor", "Mer", "Nor"];
        string[] last = ["andia", "avia", "enia", "istan", "ora", "una", "mark", "land", "eros", "adia", "ovia", "ina", "uay", "ea"];
        return first[index % 14] + last[index / 14];
    }
}
