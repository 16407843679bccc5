using System.Collections.Immutable;
using System.Diagnostics;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Pdf;

/// <summary>
/// How much smaller a country page with a mark is drawn, so that it fits without being measured: what is said of the mark fills it further than other pages, and all
/// of them measured would cost as much memory again as the whole document. Heights are as close as can be said for every script, on the safe side.
/// </summary>
internal static class MarkedRoom
{
    private const double Height = 680;
    private const double Head = 92;
    private const double AboveFoot = 26;
    private const double Between = 16;
    private const double Title = 18;
    private const double RowPadding = 11.5;
    private const double RowLine = 10;

    // From the top of a line's letters to their foot is so much less than from line to line.
    private const double LineGap = 8;

    private static readonly double[] s_scales = [1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76];

    /// <summary>1 for not at all smaller; null where the page must be measured.</summary>
    public static double? Scale(CountryPage page, double left, double right, double whole, Func<Figure, double, double> figureHeight)
    {
        // What is drawn smaller has wider lines to be written on; figures and tables keep their width.
        double Sum(ImmutableArray<Block> blocks, double width, double scale) => blocks.Sum(block => Between + Of(block, width, scale, figureHeight)) - Between;
        double Needed(double scale) => Head + Math.Max(Sum(page.Left, left, scale), Sum(page.Right, right, scale)) + AboveFoot + Sum(page.Foot, whole, scale);
        return page.Name.Length >= 70 || page.Left.Concat(page.Right).Concat(page.Foot).Any(block => block is not (Figure or Table or Heading or Paragraph or Bullets))
            ? null
            : s_scales.Select(scale => (double?)scale).FirstOrDefault(scale => Needed(scale!.Value) <= Height / scale);
    }

    private static double Of(Block block, double width, double scale, Func<Figure, double, double> figureHeight) => block switch
    {
        Figure figure => Title + figureHeight(figure, width),
        Table table => Title + Row(table, [.. table.Columns.Select(column => new TextCell(column.Title))], width) + table.Rows.Sum(row => Row(table, row, width)),
        Heading heading => CountryRoom.Text(heading.Text, width / scale) - LineGap,
        Paragraph paragraph => CountryRoom.Text(paragraph.Text, width / scale) - LineGap,
        Bullets bullets => bullets.Items.Sum(item => CountryRoom.Text(item, (width / scale) - 20)) - LineGap,
        _ => throw new UnreachableException(),
    };

    private static double Row(Table table, ImmutableArray<Cell> row, double room) => CountryRoom.Row(table, row, room, RowPadding, RowLine);
}
