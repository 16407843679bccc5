using Gci.Editions.Answers;
using Gci.Reports.Stability;
using Gci.Tiering.Stability;

namespace Gci.Reports.Files;

/// <summary>
/// <c>sensitivity.csv</c>: a row an index, first those of the edition, then by ISO 3166 alpha-3 code. Of the second order <c>with</c> names the other source;
/// what is not known is empty. For the analyst, not for publication.
/// </summary>
public static class SensitivityCsv
{
    public static string Text(Robustness robustness)
    {
        ArgumentNullException.ThrowIfNull(robustness);
        var csv = new CsvText().Row("outcome", "changing", "source", "with", "index", "value", "low", "high");
        foreach (var row in robustness.Sensitivity.OrderBy(sensitivity => sensitivity.Country ?? "", StringComparer.Ordinal).SelectMany(SensitivityRow.Of))
        {
            csv.Row(row.Outcome, CsvText.Number(row.Changing), row.Source, row.With ?? "", row.Kind, CsvText.Number(row.Index), CsvText.Number(row.Low), CsvText.Number(row.High));
        }

        return csv.ToString();
    }
}
