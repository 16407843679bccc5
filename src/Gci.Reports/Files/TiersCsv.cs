using Gci.Editions.Answers;
using Gci.Reports.Sheets;
using Gci.Reports.Stability;

namespace Gci.Reports.Files;

/// <summary><c>tiers.csv</c>: the tier of each country, overall and by pillar, by ISO 3166 alpha-3 code. No points in it at any level of disclosure.</summary>
public static class TiersCsv
{
    public static string Text(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var csv = new CsvText().Row(["iso3", "tier", .. publication.Robustness is null ? Array.Empty<string>() : ["firmness"], .. publication.Edition.Pillars.Select(pillar => "tier_" + pillar.Variable), "region", "basis", .. publication.Snapshot is null ? Array.Empty<string>() : ["source"], "name"]);
        foreach (var country in publication.Results.Countries)
        {
            csv.Row(
            [
                country.Country.Iso3,
                country.Tier?.Code ?? "",
                .. publication.Robustness is null ? Array.Empty<string>() : [publication.StabilityOf(country) is { } stability ? MarkWords.Word(stability.Firmness) : ""],
                .. country.Pillars.Select(pillar => pillar.Tier?.Code ?? ""),
                country.Region.Code,
                CountrySheets.BasisText(country.Basis),
                .. publication.Snapshot is { } snapshot ? [snapshot.Sources[country.Country.Iso3].Code()] : Array.Empty<string>(),
                publication.NameOf(country),
            ]);
        }

        return csv.ToString();
    }
}
