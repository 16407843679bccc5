namespace Gci.Reports.Writing.Charts;

/// <summary>A line of text in a chart: the point where its baseline hangs, from the top left, in points.</summary>
internal sealed record ChartLabel(double X, double Y, string Text, double Size, string Fill, Anchor Anchor, bool Bold);

/// <summary>Which part of a line stands at its point, from left to right in every language.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
