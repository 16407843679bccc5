using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Gci.Testing;

namespace Gci.Reports.Tests.Disclosures;

/// <summary>What one file says of one country: a row of a table, an object of JSON.</summary>
/// <param name="Where">File and table.</param>
/// <param name="Heads">Names of the columns or properties.</param>
/// <param name="Words">Texts, and numbers as they are written.</param>
internal sealed partial record Record(string Where, string Iso3, string[] Heads, string[] Words)
{
    /// <summary>The numbers in it; a tier's code is none.</summary>
    internal string[] Numbers => [.. Words.SelectMany(NumbersIn)];

    internal static string[] NumbersIn(string text) => [.. Number().Matches(text).Select(match => match.Value)];

    /// <summary>The records of all tables and objects of a publication's files, in the order in which they stand.</summary>
    internal static IEnumerable<Record> All(string folder) =>
        OfCsv(Path.Combine(folder, "tiers.csv")).Concat(OfJson(Path.Combine(folder, "results.json"))).Concat(OfWorkbook(Path.Combine(folder, "results.xlsx")));

    internal static IEnumerable<Record> OfCsv(string path)
    {
        var table = Csv.Read(path);
        var columns = table.Header.Select(column => table.Text(column)).ToArray();
        return Enumerable.Range(0, table.Count).Select(row => new Record("tiers.csv", columns[0][row], [.. table.Header], [.. columns.Select(column => column[row])]));
    }

    internal static IEnumerable<Record> OfJson(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var country in json.RootElement.GetProperty("countries").EnumerateArray())
        {
            var (heads, words) = (new List<string>(), new List<string>());
            Walk(country, heads, words);
            yield return new("results.json", country.GetProperty("iso3").GetString()!, [.. heads], [.. words]);
        }
    }

    /// <summary>Every row of every sheet that has a country's code or name in it, under the heads of the filled cells above it.</summary>
    internal static IEnumerable<Record> OfWorkbook(string path)
    {
        using var book = new XLWorkbook(path);
        foreach (var sheet in book.Worksheets)
        {
            string[] heads = [];
            foreach (var row in sheet.RowsUsed())
            {
                string[] words = [.. row.CellsUsed().Select(cell => Convert.ToString(cell.Value, CultureInfo.InvariantCulture)!)];
                if (words.Select(Code).FirstOrDefault(code => code is not null) is { } iso3)
                {
                    yield return new($"results.xlsx, {sheet.Name}", iso3, heads, words);
                }
                else
                {
                    heads = words;
                }
            }
        }
    }

    private static string? Code(string word) => Published.Edition.Countries.ContainsKey(word) ? word : Published.Codes.GetValueOrDefault(word);

    private static void Walk(JsonElement element, List<string> heads, List<string> words)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    heads.Add(property.Name);
                    Walk(property.Value, heads, words);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, heads, words);
                }

                break;
            default:
                words.Add(element.ToString());
                break;
        }
    }

    [GeneratedRegex(@"(?<![\w.,-])-?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?(?![\w])")]
    private static partial Regex Number();
}
