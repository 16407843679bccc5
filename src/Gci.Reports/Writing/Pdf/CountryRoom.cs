using System.Collections.Immutable;
using Gci.Reports.Blocks;
using Gci.Reports.Writing.Charts;

namespace Gci.Reports.Writing.Pdf;

/// <summary>Tells which country pages surely fit. Only the others are measured, as measuring costs as much memory as drawing.</summary>
internal static class CountryRoom
{
    // Of 680 points between header and footer the head of a page takes up to 95; the heights below are on the generous side.
    private const double Height = 585;
    internal const double Line = 17;
    private const double Gap = 18;

    public static bool SurelyFits(CountryPage page, double left, double right, double whole, Func<Figure, double, double> figureHeight)
    {
        double Sum(ImmutableArray<Block> blocks, double width) => blocks.Sum(block => Gap + Of(block, width, figureHeight));
        return page.Name.Length < 70 && Math.Max(Sum(page.Left, left), Sum(page.Right, right)) + Sum(page.Foot, whole) < Height;
    }

    private static double Of(Block block, double width, Func<Figure, double, double> figureHeight) => block switch
    {
        Figure figure => figureHeight(figure, width),
        Heading heading => Text(heading.Text, width),
        Paragraph paragraph => Text(paragraph.Text, width),
        Note note => Text(note.Text, width - 30) + Line,
        Bullets bullets => bullets.Items.Sum(item => Text(item, width - 20)),
        Table table => Text(string.Concat(table.Columns.Select(column => column.Title)), width) + table.Rows.Sum(row => Row(table, row, width, 6, Line)),
        _ => Height,
    };

    internal static double Text(string text, double width) =>
        Line * text.Split('\n').Sum(line => Math.Ceiling(Math.Max(1, Lettering.Width(line, 10) / (width * 0.9))));

    internal static double Row(Table table, ImmutableArray<Cell> row, double room, double padding, double line) => padding + row
        .Zip(ColumnWidths.Of(table, room), (cell, width) => cell is TextCell text ? Text(text.Text, width - 10) / Line * line : line)
        .DefaultIfEmpty(line)
        .Max();
}
