using System.Collections.Immutable;
using System.Globalization;
using System.Security;

namespace Gci.Reports.Writing.Charts;

/// <summary>A drawn chart. The web gets one SVG; the PDF gets the shapes as SVG and sets the labels itself.</summary>
/// <remarks>Arabic text inside an SVG loses its letters on the way into a PDF/UA file of Typst 0.14, which then refuses it.</remarks>
internal sealed record Drawing(string Title, string Description, double Width, double Height, string Shapes, ImmutableArray<ChartLabel> Labels)
{
    private const string Fonts = "'Noto Sans', 'Noto Naskh Arabic', 'Noto Sans SC', sans-serif";

    public string ToSvg() => Svg(string.Concat(Labels.Select(Text)));

    public string ToSvgWithoutLabels() => Svg("");

    private static string Text(ChartLabel label)
    {
        var anchor = label.Anchor switch
        {
            Anchor.Start => "start",
            Anchor.Middle => "middle",
            _ => "end",
        };
        var weight = label.Bold ? " font-weight=\"700\"" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<text x=\"{SvgCanvas.Number(label.X)}\" y=\"{SvgCanvas.Number(label.Y)}\" font-size=\"{SvgCanvas.Number(label.Size)}\" text-anchor=\"{anchor}\"{weight} fill=\"{label.Fill}\">{Escaped(label.Text)}</text>\n");
    }

    private static string? Escaped(string text) => SecurityElement.Escape(PlainText.Of(text));

    private string Svg(string texts)
    {
        var (wide, high) = (SvgCanvas.Number(Width), SvgCanvas.Number(Height));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" role="img" direction="ltr" font-family="{Fonts}">
            <title>{Escaped(Title)}</title>
            <desc>{Escaped(Description)}</desc>
            {Shapes}{texts}</svg>
            """);
    }
}
