using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Charts;

/// <summary>One bar a row on a pale track that shows the maximum; the value stands behind the track.</summary>
internal static class BarsChart
{
    private const double Size = 8;
    private const double RowHeight = 20;

    public static Drawing Draw(Bars bars, ChartStyle style)
    {
        var canvas = style.Canvas();
        var widest = bars.Rows.Select(row => Lettering.Width(row.Name, Size)).DefaultIfEmpty(0).Max();
        var labels = Math.Min(widest + 8, canvas.Width * 0.4);
        var values = bars.Rows.Select(row => style.Numbers.Of(row.Value, bars.Decimals)).ToArray();
        var room = values.Select(value => Lettering.Width(value, Size, bold: true)).DefaultIfEmpty(0).Max() + 8;
        var track = canvas.Width - labels - room;
        var y = 2.0;
        foreach (var ((name, value), text) in bars.Rows.Zip(values))
        {
            var lines = Lettering.Lines(name, Size, labels - 8, 2);
            foreach (var (line, index) in lines.Select((line, index) => (line, index)))
            {
                canvas.Text(labels - 6, y + (lines.Count == 1 ? 10 : 5.5) + (index * 9), line, Size, Palette.Ink, Anchor.End);
            }

            canvas.Rectangle(labels, y + 1.5, track, 11, Palette.Tint);
            canvas.Rectangle(labels, y + 1.5, track * Math.Clamp(value / bars.Maximum, 0, 1), 11, Palette.Teal);
            canvas.Text(canvas.Width - 2, y + 10, text, Size, Palette.Navy, Anchor.End, bold: true);
            y += RowHeight;
        }

        canvas.Line(labels, 0, labels, y - 4, Palette.Muted);
        return canvas.Close(bars, y - 2);
    }
}
