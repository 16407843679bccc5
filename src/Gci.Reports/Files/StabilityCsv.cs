using Gci.Editions.Answers;
using Gci.Reports.Stability;
using Gci.Tiering.Stability;

namespace Gci.Reports.Files;

/// <summary><c>stability.csv</c>: in which share of the draws each country is in each tier, by ISO 3166 alpha-3 code. For the analyst, not for publication.</summary>
public static class StabilityCsv
{
    public static string Text(Robustness robustness)
    {
        ArgumentNullException.ThrowIfNull(robustness);
        var csv = new CsvText().Row(["iso3", .. robustness.BestFirst.Select(tier => "p_" + tier.Code.ToLowerInvariant()), "nominal", "modal", "label"]);
        foreach (var country in robustness.Countries.OrderBy(country => country.Country, StringComparer.Ordinal))
        {
            csv.Row([country.Country, .. country.Probabilities.Select(CsvText.Number), country.Nominal.Code, robustness.BestFirst[country.ModalPlace].Code, MarkWords.Word(country.Firmness)]);
        }

        return csv.ToString();
    }
}
