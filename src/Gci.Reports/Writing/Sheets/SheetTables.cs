using System.Collections.Immutable;
using System.Globalization;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Sheets;

/// <summary>The tables of a sheet, those behind its figures included: a workbook gives the numbers of a figure instead of the drawing.</summary>
internal static class SheetTables
{
    private const double TextWidth = 76;

    public static IEnumerable<Table> In(Block block) => block switch
    {
        Table table => [table],
        Figure figure => Behind(figure) is { } table ? [table] : [],
        CountryPage page => page.Left.Concat(page.Right).Concat(page.Foot).SelectMany(In),
        _ => [],
    };

    /// <summary>Each column is as wide as the widest table wants it; a sheet without tables has one column of text.</summary>
    public static double[] Widths(IReadOnlyList<Table> tables)
    {
        var count = tables.Select(table => table.Columns.Length).DefaultIfEmpty(0).Max();
        if (count == 0)
        {
            return [TextWidth];
        }

        return [.. Enumerable.Range(0, count).Select(index => tables
            .Where(table => index < table.Columns.Length)
            .Max(table => Math.Clamp(Math.Max(table.Columns[index].Width, LongestWord(table.Columns[index].Title)) + 3, 6, 200)))];
    }

    public static Table? Behind(Figure figure) => figure switch
    {
        Radar radar => new(
            radar.Title,
            [new("", 28), .. radar.Series.Select(series => new Column(series.Name, 18))],
            [.. radar.Axes.Select((axis, at) => Row(axis, radar.Series.Select(series => series.Values[at]), 2))]),
        StackedBars bars => new(
            bars.Title,
            [new("", 28), .. bars.TierCodes.Select(code => new Column(code, 8))],
            [.. bars.Rows.Select(row => Row(row.Name, row.Counts.Select(count => (double)count), 0))]),
        Bars bars => new(bars.Title, [new("", 28), new("", 12)], [.. bars.Rows.Select(row => Row(row.Name, [row.Value], bars.Decimals))]),
        Histograms histograms => new(
            histograms.Title,
            [new("", 28), .. histograms.Edges.Zip(histograms.Edges.Skip(1), Class)],
            [.. histograms.Rows.Select(row => Row(row.Name, row.Counts.Select(count => (double)count), 0))]),
        _ => null,
    };

    private static double LongestWord(string title) => title.Split(' ').Max(word => word.Length) * 1.1;

    private static Column Class(double from, double to) => new(string.Create(CultureInfo.InvariantCulture, $"{from:0.##}–{to:0.##}"), 8);

    private static ImmutableArray<Cell> Row(string name, IEnumerable<double> values, int decimals) =>
        [new TextCell(name), .. values.Select(value => new NumberCell(value, decimals))];
}
