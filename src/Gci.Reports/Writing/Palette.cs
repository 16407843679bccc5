using System.Collections.Immutable;
using System.Globalization;

namespace Gci.Reports.Writing;

/// <summary>The colours of a report; each text colour keeps a contrast of 4.5:1 on white, each line colour that carries meaning 3:1.</summary>
internal static class Palette
{
    public const string Navy = "#0b2545";
    public const string Teal = "#0f6e7c";
    public const string Ink = "#1c2733";
    public const string Muted = "#566371";
    public const string Reference = "#6b7580";
    public const string Hairline = "#c5d0d8";
    public const string Tint = "#e9f0f3";
    public const string White = "#ffffff";

    public static string OfTier(ImmutableDictionary<string, string> tierColours, string code) =>
        tierColours.TryGetValue(code, out var colour) && IsColour(colour) ? colour : Reference;

    /// <summary>One of so many shades from dark to white.</summary>
    public static string Shade(int index, int count)
    {
        var share = count < 2 ? 0 : (double)index / (count - 1);
        return "#" + string.Concat(((int[])[1, 3, 5]).Select(at => (int)Math.Round(255 - ((255 - Part(Teal, at)) * (1 - share)))).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>White or ink, whichever is read more easily on <paramref name="background"/>.</summary>
    public static string InkOn(string background) => Contrast(White, background) >= Contrast(Ink, background) ? White : Ink;

    /// <summary>The contrast of two colours as WCAG 2 defines it, from 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static bool IsColour(string colour) => colour.Length == 7 && colour[0] == '#' && colour.Skip(1).All(char.IsAsciiHexDigit);

    private static double Luminance(string colour) => (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = Part(colour, at) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static int Part(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
