using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Charts;

/// <summary>Rings and axes, reference polygons dashed and grey, one's own solid with round marks; the legend stands below.</summary>
internal static class RadarChart
{
    private const double Size = 7.5;
    private const double Leading = 9.5;

    public static Drawing Draw(Radar radar, ChartStyle style)
    {
        // The axes at the sides end at cos 18° = 0.95 of the radius. A radar is read clockwise in every language, so only its legend is mirrored, by hand.
        var canvas = new SvgCanvas(style.Width, mirrored: false);
        var labels = radar.Axes.SelectMany(axis => axis.Split(' ')).Select(word => Lettering.Width(word, Size, bold: true)).DefaultIfEmpty(0).Max();
        var radius = Math.Clamp(((style.Width / 2) - Math.Min(labels, style.Width * 0.25) - 6) / 0.95, 40, 130);
        var centre = (X: style.Width / 2, Y: radius + (2.4 * Leading));
        (double X, double Y) At(int axis, double value)
        {
            var angle = (2 * Math.PI * axis / radar.Axes.Length) - (Math.PI / 2);
            var reach = radius * Math.Clamp(value / radar.Maximum, 0, 1);
            return (centre.X + (reach * Math.Cos(angle)), centre.Y + (reach * Math.Sin(angle)));
        }

        var axes = Enumerable.Range(0, radar.Axes.Length).ToArray();
        foreach (var (value, _) in radar.Rings.Where(ring => ring.Value > 0))
        {
            canvas.Polygon(axes.Select(axis => At(axis, value)), null, value < radar.Maximum ? Palette.Hairline : "#8797a3");
        }

        foreach (var axis in axes)
        {
            canvas.Line(centre.X, centre.Y, At(axis, radar.Maximum).X, At(axis, radar.Maximum).Y, Palette.Hairline);
        }

        foreach (var series in radar.Series.OrderBy(series => !series.IsReference))
        {
            Series(canvas, series, [.. axes.Select(axis => At(axis, series.Values[axis]))]);
        }

        foreach (var (value, label) in radar.Rings)
        {
            canvas.Text(centre.X - 3, At(0, value).Y + 2.2, label, 6.5, Palette.Muted, Anchor.End);
        }

        foreach (var axis in axes)
        {
            AxisLabel(canvas, radar.Axes[axis], At(axis, radar.Maximum), centre);
        }

        var lowest = axes.Max(axis => At(axis, radar.Maximum).Y);
        return canvas.Close(radar, Legend(canvas, radar, style, lowest + (4 * Leading)));
    }

    private static void Series(SvgCanvas canvas, RadarSeries series, (double X, double Y)[] points)
    {
        var (fill, opacity) = series.IsReference ? (Palette.Reference, 0.12) : (Palette.Teal, 0.24);
        canvas.Polygon(points, fill, series.IsReference ? Palette.Reference : Palette.Teal, series.IsReference ? 1.1 : 1.8, opacity, series.IsReference);
        foreach (var point in series.IsReference ? [] : points)
        {
            canvas.Circle(point.X, point.Y, 2.3, Palette.Teal, Palette.White);
        }
    }

    private static void AxisLabel(SvgCanvas canvas, string text, (double X, double Y) end, (double X, double Y) centre)
    {
        var side = Math.Sign(Math.Round(end.X - centre.X, 3));
        var below = end.Y > centre.Y + 1;
        var x = end.X + (side * 5);
        var room = side == 0 ? canvas.Width * 0.8 : side > 0 ? canvas.Width - x : x;

        // A slanting axis near the foot has room below it, and labels there may reach under the drawing.
        room = side != 0 && below ? Math.Max(room, 74) : room;
        var lines = Lettering.Lines(text, Size, room, 2);
        var first = side == 0
            ? below ? end.Y + 11 : end.Y - 6 - ((lines.Count - 1) * Leading)
            : below ? end.Y + 8 : end.Y + 2.5 - ((lines.Count - 1) * Leading / 2);
        var (anchor, at) = side == 0 || below ? (Anchor.Middle, end.X + (below ? side * 8 : 0)) : (side > 0 ? Anchor.Start : Anchor.End, x);
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            canvas.Text(at, first + (index * Leading), line, Size, Palette.Ink, anchor, bold: true);
        }
    }

    private static double Legend(SvgCanvas canvas, Radar radar, ChartStyle style, double y)
    {
        var mirrored = Direction.IsRightToLeft(style.Language);
        double X(double x) => mirrored ? canvas.Width - x : x;
        foreach (var series in radar.Series.OrderBy(series => series.IsReference))
        {
            var colour = series.IsReference ? Palette.Reference : Palette.Teal;
            canvas.Line(X(4), y - 2.5, X(24), y - 2.5, colour, series.IsReference ? 1.1 : 1.8, series.IsReference);
            if (!series.IsReference)
            {
                canvas.Circle(X(14), y - 2.5, 2.3, colour, Palette.White);
            }

            foreach (var line in Lettering.Lines(series.Name, Size, canvas.Width - 34, 2))
            {
                canvas.Text(X(30), y, line, Size, Palette.Ink, mirrored ? Anchor.End : Anchor.Start);
                y += Leading;
            }

            y += 2;
        }

        return y - Leading + 4;
    }
}
