using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Gci.Reports.Blocks;
using Gci.Testing;

namespace Gci.Reports.Tests.Disclosures;

/// <summary>What things are called: nothing is a rank, and below the internal level nothing is an overall score.</summary>
[Collection(nameof(Published))]
public sealed partial class NamesTests(Published published)
{
    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void No_column_property_or_sheet_is_called_a_rank_or_a_score(Disclosure level)
    {
        var names = FileNames(published.Folder(level)).ToArray();

        Assert.Contains("tier_legal", names);
        Assert.Contains("results.xlsx", names);
        Assert.Contains("Pillars", names);
        Assert.DoesNotContain(names, Forbidden().IsMatch);
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void No_heading_or_title_of_the_report_is_called_a_rank_or_a_score(Disclosure level)
    {
        var report = ResultsReport.Of(Published.Of(level));
        string[] names = [.. Walk(report.Blocks).SelectMany(Titles), .. report.Particulars.Select(particular => particular.Name)];

        Assert.Contains("Countries by tier", names);
        Assert.Contains("Pillars", names);
        Assert.DoesNotContain(names, name => Forbidden().IsMatch(name));
    }

    [Fact]
    public void No_assembly_of_the_project_has_a_type_or_member_called_a_rank()
    {
        Assembly[] rooms = [typeof(Publisher).Assembly, typeof(Editions.Edition).Assembly, typeof(Tiering.Tier).Assembly, typeof(Scoring.Scorer).Assembly];

        Assert.All(rooms, room => Assert.Empty(Fence.NamesWith("rank", room)));
    }

    private static IEnumerable<string> FileNames(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            yield return Path.GetFileName(path);
        }

        foreach (var name in Directory.EnumerateFiles(folder, "*.csv").SelectMany(path => Csv.Read(path).Header))
        {
            yield return name;
        }

        foreach (var name in Directory.EnumerateFiles(folder, "*.json").SelectMany(Properties))
        {
            yield return name;
        }

        using var book = new XLWorkbook(Path.Combine(folder, "results.xlsx"));
        foreach (var sheet in book.Worksheets)
        {
            yield return sheet.Name;
            foreach (var table in sheet.RowsUsed().Select(row => row.CellsUsed().Select(cell => cell.GetString()).ToArray()).Where(cells => cells.Length > 1).Take(1).SelectMany(cells => cells))
            {
                yield return table;
            }
        }
    }

    private static string[] Properties(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return [.. Properties(json.RootElement).Distinct()];
    }

    private static IEnumerable<string> Properties(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Properties(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Properties),
        _ => [],
    };

    private static IEnumerable<Block> Walk(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block => block is CountryPage page ? Walk([.. page.Left, .. page.Right, .. page.Foot]).Prepend(block) : [block]);

    private static IEnumerable<string> Titles(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Table table => table.Columns.Select(column => column.Title).Prepend(table.Title),
        NameList list => [list.Title],
        Figure figure => [figure.Title],
        KeyFigures figures => figures.Figures.Select(figure => figure.Caption),
        _ => [],
    };

    [GeneratedRegex(@"\brank|\bscore\b|\bscores\b|overall|total|position", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
