using System.Globalization;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Charts;

/// <summary>One bar a row; each part carries its count inside and its tier's code below, so that no part is known by colour alone.</summary>
internal static class StackedBarsChart
{
    private const double Size = 8;
    private const double RowHeight = 32;
    private const double BarHeight = 16;

    public static Drawing Draw(StackedBars bars, ChartStyle style)
    {
        var canvas = style.Canvas();
        var widest = bars.Rows.Select(row => Lettering.Width(row.Name, Size)).DefaultIfEmpty(0).Max();
        var labels = Math.Min(widest + 8, canvas.Width * 0.34);
        var most = Math.Max(1, bars.Rows.Select(row => row.Counts.Sum()).DefaultIfEmpty(0).Max());
        var unit = (canvas.Width - labels - 26) / most;
        var y = 4.0;
        foreach (var (name, counts) in bars.Rows)
        {
            Label(canvas, name, labels, y);
            var x = labels;
            foreach (var (code, colour, count) in bars.TierCodes.Zip(Colours(bars, style), counts).Where(part => part.Third > 0))
            {
                Part(canvas, colour, code, count, x, y, unit * count);
                x += unit * count;
            }

            canvas.Text(x + 5, y + 11.5, counts.Sum().ToString(CultureInfo.InvariantCulture), Size, Palette.Navy, Anchor.Start, bold: true);
            y += RowHeight;
        }

        canvas.Line(labels, 0, labels, y - 4, Palette.Muted);
        return canvas.Close(bars, y);
    }

    private static IEnumerable<string> Colours(StackedBars bars, ChartStyle style) =>
        bars.TierCodes.Select((code, index) => bars.IsShaded ? Palette.Shade(index, bars.TierCodes.Length) : style.Tier(code));

    private static void Label(SvgCanvas canvas, string name, double room, double y)
    {
        var lines = Lettering.Lines(name, Size, room - 8, 2);
        var first = y + (lines.Count == 1 ? 11.5 : 6.5);
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            canvas.Text(room - 6, first + (index * 9.5), line, Size, Palette.Ink, Anchor.End);
        }
    }

    private static void Part(SvgCanvas canvas, string colour, string code, int count, double x, double y, double wide)
    {
        var text = count.ToString(CultureInfo.InvariantCulture);
        canvas.Rectangle(x, y, wide, BarHeight, colour, Palette.Navy);
        if (Lettering.Width(text, Size) < wide)
        {
            canvas.Text(x + (wide / 2), y + 11.2, text, Size, Palette.InkOn(colour), Anchor.Middle, bold: true);
        }

        if (Lettering.Width(code, 6.5) < wide + 1)
        {
            canvas.Text(x + (wide / 2), y + BarHeight + 7.5, code, 6.5, Palette.Muted, Anchor.Middle);
        }
    }
}
