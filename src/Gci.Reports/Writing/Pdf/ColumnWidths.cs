using System.Collections.Immutable;
using Gci.Reports.Blocks;
using Gci.Reports.Writing.Charts;

namespace Gci.Reports.Writing.Pdf;

/// <summary>How wide the columns of a table are drawn, in points: as the table asks, but never narrower than a word of the head.</summary>
/// <remarks>Worked out here, as asking Typst for the room inside a table costs as much memory as the whole document.</remarks>
internal static class ColumnWidths
{
    private const double Padding = 11;
    private const double FullWidthFrom = 60;

    /// <summary>The size of the letters: a table of many characters a row is set smaller.</summary>
    public static double Size(Table table) => Total(table) switch
    {
        > 140 => 6.5,
        > 110 => 7.5,
        _ => 8.5,
    };

    public static double[] Of(Table table, double room)
    {
        var total = Total(table);
        var width = total < FullWidthFrom ? room * Math.Max(0.45, total / FullWidthFrom) : room;
        var least = table.Columns.Select(column => Math.Min(width / 4, LongestWord(column.Title, Size(table)) + Padding)).ToArray();
        var given = table.Columns.Zip(least, (column, floor) => Math.Max(floor, column.Width / total * width)).ToArray();
        var slack = given.Zip(least, (one, floor) => one - floor).ToArray();
        var over = given.Sum() - width;
        return slack.Sum() > over
            ? [.. given.Zip(slack, (one, spare) => one - (over <= 0 ? 0 : over * spare / slack.Sum()))]
            : [.. given.Select(one => one * width / given.Sum())];
    }

    private static double Total(Table table) => Math.Max(1, table.Columns.Sum(column => Math.Max(1, column.Width)));

    private static double LongestWord(string title, double size) =>
        title.Split(' ', '\n').Select(word => Lettering.Width(word, size, bold: true)).Max();
}
