using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Results;
using Gci.Testing;

namespace Gci.Reports.Tests;

/// <summary>A small publication of a made-up index: seven countries, three pillars, three tiers, a region of six and one of a single country.</summary>
internal static class Shores
{
    private static readonly (string Iso3, double Water, double Sand, double Air)[] s_points =
    [
        ("ALA", 50, 25, 25), ("CIV", 20, 12.5, 25), ("EST", 45.125, 20, 22), ("FIN", 40, 10, 15.5), ("FRA", 30, 20.06, 5), ("KEN", 4, 2.5, double.NaN), ("TUR", 10, 5, 7.5),
    ];

    internal static Edition Edition { get; } = Load();

    internal static EditionResults Results { get; } = Of(s_points);

    /// <summary>The same without Finland: the air of four countries of the north is known, and everything else of five.</summary>
    internal static EditionResults WithoutFinland { get; } = Of(s_points.Where(row => row.Iso3 != "FIN"));

    private static EditionResults Of(IEnumerable<(string Iso3, double Water, double Sand, double Air)> points) => EditionResults.Of(Edition, points.ToDictionary(
        row => row.Iso3,
        row => ImmutableDictionary.CreateRange(
        [
            KeyValuePair.Create("WAT", row.Water), KeyValuePair.Create("SAN", row.Sand), KeyValuePair.Create("AIR", row.Air),
        ])));

    /// <summary>France and Turkey had a higher tier before, Åland a lower one; Kenya had none.</summary>
    internal static PreviousResults Before { get; } = new("2028", "Clean Shores Index 2028", new Dictionary<string, string>
    {
        ["ALA"] = "SHELL",
        ["CIV"] = "SHELL",
        ["EST"] = "PEARL",
        ["FRA"] = "PEARL",
        ["TUR"] = "SHELL",
    }.ToImmutableDictionary());

    internal static Publication At(Disclosure level, PreviousResults? before = null, string language = "en") => new(Results, level, before) { Language = language };

    /// <summary>The same with a made-up study of how firm the tiers are.</summary>
    internal static Publication Studied(Disclosure level)
    {
        // The sources of one country are enough to see what is said of them.
        var study = Studies.Of(Results, spread: 6);
        return At(level) with { Robustness = study with { Sensitivity = study.Sensitivity[..2] } };
    }

    private static Edition Load()
    {
        var problems = new Problems();
        return new EditionsFolder(Repository.At("tests", "Gci.Cli.Tests", "OtherIndex")).Load("2030", problems)
            ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
    }
}
