using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Charts;

/// <summary>Tiers as rising steps; one's own is filled in its colour, framed and named in bold, the others stay pale.</summary>
internal static class StaircaseChart
{
    private const string Pale = "#dfe6ea";

    public static Drawing Draw(Staircase staircase, ChartStyle style)
    {
        var canvas = style.Canvas();
        var count = Math.Max(1, staircase.LowestFirst.Length);
        var wide = canvas.Width / count;
        var high = Math.Min(78, canvas.Width * 0.3);
        var size = canvas.Width < 300 ? 6.2 : 7.5;
        var lowest = 22.0;
        var rise = count > 1 ? (high - lowest) / (count - 1) : 0;
        var foot = high + 6;
        foreach (var ((code, name), index) in staircase.LowestFirst.Select((step, index) => (step, index)))
        {
            var own = code == staircase.OwnCode;
            var fill = own ? style.Tier(code) : Pale;
            var step = lowest + (index * rise);
            var middle = (index + 0.5) * wide;
            canvas.Rectangle(index * wide + 0.8, foot - step, wide - 1.6, step, fill, own ? Palette.Navy : null);
            canvas.Text(middle, foot - step + 14, code, own ? 10 : 8.5, own ? Palette.InkOn(fill) : Palette.Muted, Anchor.Middle, own);
            foreach (var (line, at) in Lettering.Lines(name, size, wide - 1, 2).Select((line, at) => (line, at)))
            {
                canvas.Text(middle, foot + 10 + (at * (size + 1.6)), line, size, own ? Palette.Navy : Palette.Muted, Anchor.Middle, own);
            }
        }

        canvas.Line(0, foot, canvas.Width, foot, Palette.Navy, 0.8);
        return canvas.Close(staircase, foot + 10 + (2 * (size + 1.6)) - 4);
    }
}
