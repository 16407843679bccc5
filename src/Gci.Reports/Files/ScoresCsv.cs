using System.Globalization;
using Gci.Editions.Answers;
using Gci.Editions.Results;

namespace Gci.Reports.Files;

/// <summary><c>scores.csv</c>: points of each country at every node, unrounded, by country and code. For the analyst, not for publication.</summary>
public static class ScoresCsv
{
    public static string Text(EditionResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var (edition, scores) = (results.Edition, results.Scores);
        var csv = new CsvText().Row("edition", "definition", "iso3", "code", "level", "points", "maximum", "known_from");
        var nodes = edition.Tree.Nodes.OrderBy(node => node.Depth == 0 ? "" : node.Code, StringComparer.Ordinal).ToArray();
        foreach (var country in results.Countries)
        {
            foreach (var node in nodes)
            {
                var points = scores[country.Row, node.Position];
                csv.Row(
                    edition.Id,
                    edition.Hash,
                    country.Country.Iso3,
                    node.Code,
                    edition.Levels[node.Depth].Name,
                    CsvText.Number(points),
                    edition.Scorer.Maximum(node.Position).ToString("R", CultureInfo.InvariantCulture),
                    double.IsNaN(points) ? "" : scores.IsObserved(country.Row, node.Position) ? "points" : node.IsLeaf ? "answer" : "parts");
            }
        }

        return csv.ToString();
    }
}
