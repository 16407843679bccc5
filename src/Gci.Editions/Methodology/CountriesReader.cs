using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gci.Editions.Yaml;

namespace Gci.Editions.Methodology;

/// <summary>Reads <c>methodology/countries.yaml</c>, the countries that editions choose from.</summary>
internal static partial class CountriesReader
{
    private static readonly string[] s_languages = ["ar", "en", "es", "fr", "ru", "zh"];

    internal static ImmutableSortedDictionary<string, Country> Read(SourceFile file, Problems problems)
    {
        var countries = ImmutableSortedDictionary.CreateBuilder<string, Country>(StringComparer.Ordinal);
        if (YamlFile.Read(file, problems) is not { } map)
        {
            return countries.ToImmutable();
        }

        map.Text("source");
        foreach (var (key, value) in map.Map("countries")?.Entries() ?? [])
        {
            if (!Iso3().IsMatch(key.Text))
            {
                problems.Add(file.Name, key.Line, $"\"{key.Text}\" is not an ISO 3166 alpha-3 code: three capital letters.");
            }

            if (map.AsMap(value, $"{key.Text} must have iso2, m49 and names.") is { } country)
            {
                countries[key.Text] = Country(key.Text, country);
            }
        }

        map.Done();
        return countries.ToImmutable();
    }

    private static Country Country(string iso3, MapReader map)
    {
        var (iso2, m49) = (map.Text("iso2"), map.Text("m49"));
        var names = Names(map);
        if (!names.ContainsKey("en"))
        {
            map.Missing("en", "");
        }

        map.Done();
        return new(iso3, iso2, m49, names);
    }

    /// <summary>A name in each language that has one.</summary>
    internal static ImmutableDictionary<string, string> Names(MapReader map) => s_languages
        .Select(language => (Language: language, Name: map.OptionalText(language)))
        .Where(pair => pair.Name is not null)
        .ToImmutableDictionary(pair => pair.Language, pair => pair.Name!, StringComparer.Ordinal);

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex Iso3();
}
