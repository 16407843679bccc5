using System.Collections.Immutable;
using System.Text.Json;

namespace Gci.Editions.Results;

/// <summary>The tiers of an earlier publication, read from its <c>results.json</c>.</summary>
/// <param name="Tiers">Country to tier code, for the countries that had a tier.</param>
public sealed record PreviousResults(string Edition, string Title, ImmutableDictionary<string, string> Tiers)
{
    private const string FileName = "results.json";

    /// <summary>Reads the folder of an earlier publication; null with the reason among the problems.</summary>
    public static PreviousResults? Read(string folder, Edition edition, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(problems);
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            problems.Add(path, 1, "There is no such file; --previous takes the folder of an earlier publication.");
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var tiers = json.RootElement.GetProperty("countries").EnumerateArray()
                .Where(country => country.GetProperty("tier").ValueKind == JsonValueKind.String)
                .ToImmutableDictionary(country => country.GetProperty("iso3").GetString()!, country => country.GetProperty("tier").GetString()!);
            foreach (var code in tiers.Values.Distinct().Where(code => edition.Tiers.Scheme.BestFirst.All(tier => tier.Code != code)))
            {
                problems.Add(path, 1, $"The tier {code} is not one of edition {edition.Id}; the two editions cannot be compared.");
            }

            return new(json.RootElement.GetProperty("edition").GetString()!, json.RootElement.GetProperty("title").GetString()!, tiers);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            problems.Add(path, 1, $"This is not the results.json of a publication: {e.Message.Split('\n')[0]}");
            return null;
        }
    }
}
