using System.Collections.Immutable;
using System.Globalization;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Charts;

/// <summary>Small panels with one scale, so that their shapes compare; each bar carries its count and the axis its edges.</summary>
internal static class HistogramsChart
{
    private const double Gap = 16;
    private const double PanelHeight = 104;
    private const double BarRoom = 56;

    public static Drawing Draw(Histograms histograms, ChartStyle style)
    {
        var canvas = style.Canvas();
        var across = Math.Clamp((int)(style.Width / 140), 1, Math.Max(1, histograms.Rows.Length));
        across = histograms.Rows.Length == 4 && across == 3 ? 2 : across;
        var wide = (style.Width - (Gap * (across - 1))) / across;
        var most = Math.Max(1, histograms.Rows.SelectMany(row => row.Counts).DefaultIfEmpty(1).Max());
        foreach (var ((name, counts), index) in histograms.Rows.Select((row, index) => (row, index)))
        {
            var corner = (X: index % across * (wide + Gap), Y: Math.Floor((double)index / across) * PanelHeight);
            canvas.Text(corner.X, corner.Y + 9, Lettering.Lines(name, 8, wide, 1)[0], 8, Palette.Navy, Anchor.Start, bold: true);
            Panel(canvas, counts, most, corner.X, corner.Y + 24 + BarRoom, wide);
            Edges(canvas, histograms.Edges, style.Numbers, corner.X, corner.Y + 24 + BarRoom, wide);
        }

        var rows = Math.Ceiling((double)histograms.Rows.Length / across);
        return canvas.Close(histograms, Math.Max(1, rows * PanelHeight) - 6);
    }

    private static void Panel(SvgCanvas canvas, ImmutableArray<int> counts, int most, double left, double foot, double wide)
    {
        var step = wide / counts.Length;
        foreach (var (count, index) in counts.Select((count, index) => (count, index)))
        {
            var high = BarRoom * count / most;
            if (count > 0)
            {
                canvas.Rectangle(left + (index * step) + 0.6, foot - high, step - 1.2, high, Palette.Teal);
            }

            var text = count.ToString(CultureInfo.InvariantCulture);
            if (count > 0 && Lettering.Width(text, 6.5) <= step + 1)
            {
                canvas.Text(left + ((index + 0.5) * step), foot - high - 2, text, 6.5, Palette.Ink, Anchor.Middle);
            }
        }

        canvas.Line(left, foot, left + wide, foot, Palette.Muted);
    }

    private static void Edges(SvgCanvas canvas, ImmutableArray<double> edges, NumberText numbers, double left, double foot, double wide)
    {
        var decimals = edges.All(double.IsInteger) ? 0 : 1;
        var step = wide / (edges.Length - 1);
        var widest = edges.Max(edge => Lettering.Width(numbers.Of(edge, decimals), 6.5)) + 3;
        var every = Math.Max(1, (int)Math.Ceiling(widest / step));
        foreach (var (edge, index) in edges.Select((edge, index) => (edge, index)))
        {
            canvas.Line(left + (index * step), foot, left + (index * step), foot + 2.5, Palette.Muted);
            var anchor = index == 0 ? Anchor.Start : index == edges.Length - 1 ? Anchor.End : Anchor.Middle;
            if (index % every == 0 && (index == edges.Length - 1 || (edges.Length - 1 - index) * step >= widest))
            {
                canvas.Text(left + (index * step), foot + 10, numbers.Of(edge, decimals), 6.5, Palette.Muted, anchor);
            }
        }
    }
}
