using System.Diagnostics;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Charts;

/// <summary>Draws a figure as SVG. The same figure and style give the same text, letter by letter.</summary>
public static class Chart
{
    public static string Draw(Figure figure, ChartStyle style) => Of(figure, style).ToSvg();

    internal static Drawing Of(Figure figure, ChartStyle style)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(style);
        return figure switch
        {
            Radar radar => RadarChart.Draw(radar, style),
            StackedBars bars => StackedBarsChart.Draw(bars, style),
            Bars bars => BarsChart.Draw(bars, style),
            Histograms histograms => HistogramsChart.Draw(histograms, style),
            Staircase staircase => StaircaseChart.Draw(staircase, style),
            _ => throw new UnreachableException($"No chart draws a {figure.GetType().Name}."),
        };
    }
}
