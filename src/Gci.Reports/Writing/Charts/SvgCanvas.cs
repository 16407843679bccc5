using System.Globalization;
using System.Text;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Charts;

/// <summary>Collects the shapes and labels of one chart. A mirrored canvas turns everything but the letters, for languages read from right to left.</summary>
/// <remarks>Anchors are swapped instead of using <c>direction</c>, because the SVG reader of Typst does not know that attribute.</remarks>
internal sealed class SvgCanvas(double width, bool mirrored)
{
    private const string Dashes = " stroke-dasharray=\"4 2.5\"";
    private readonly List<ChartLabel> labels = [];
    private readonly StringBuilder shapes = new();

    public double Width { get; } = width;

    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public void Rectangle(double x, double y, double wide, double high, string fill, string? stroke = null)
    {
        var left = mirrored ? Width - x - wide : x;
        shapes.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Number(left)}\" y=\"{Number(y)}\" width=\"{Number(wide)}\" height=\"{Number(high)}\"");
        Paint(fill, stroke, 0.6);
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke, double thickness = 0.6, bool dashed = false)
    {
        shapes.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Number(X(x1))}\" y1=\"{Number(y1)}\" x2=\"{Number(X(x2))}\" y2=\"{Number(y2)}\"");
        shapes.Append(dashed ? Dashes : "");
        Paint(null, stroke, thickness);
    }

    public void Polygon(
        IEnumerable<(double X, double Y)> points, string? fill, string? stroke, double thickness = 0.6, double opacity = 1, bool dashed = false)
    {
        var list = string.Join(' ', points.Select(point => $"{Number(X(point.X))},{Number(point.Y)}"));
        shapes.Append(CultureInfo.InvariantCulture, $"<polygon points=\"{list}\" fill-opacity=\"{Number(opacity)}\"");
        shapes.Append(dashed ? Dashes : " stroke-linejoin=\"round\"");
        Paint(fill, stroke, thickness);
    }

    public void Circle(double x, double y, double radius, string fill, string? stroke = null)
    {
        shapes.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Number(X(x))}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\"");
        Paint(fill, stroke, 1);
    }

    public void Text(double x, double y, string text, double size, string fill, Anchor anchor = Anchor.Start, bool bold = false)
    {
        var hangs = (anchor, mirrored) switch
        {
            (Anchor.Start, true) => Anchor.End,
            (Anchor.End, true) => Anchor.Start,
            _ => anchor,
        };
        labels.Add(new(X(x), y, PlainText.Of(text), size, fill, hangs, bold));
    }

    /// <summary>What was drawn, <paramref name="height"/> points high.</summary>
    public Drawing Close(Figure figure, double height) => new(figure.Title, figure.Alternative, Width, height, shapes.ToString(), [.. labels]);

    private double X(double x) => mirrored ? Width - x : x;

    private void Paint(string? fill, string? stroke, double thickness)
    {
        shapes.Append(CultureInfo.InvariantCulture, $" fill=\"{fill ?? "none"}\"");
        shapes.Append(stroke is null ? "" : $" stroke=\"{stroke}\" stroke-width=\"{Number(thickness)}\"").Append("/>\n");
    }
}
