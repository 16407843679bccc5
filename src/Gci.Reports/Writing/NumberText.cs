using System.Globalization;

namespace Gci.Reports.Writing;

/// <summary>Numbers as a page shows them: rounded half away from zero, with the decimal sign of the language.</summary>
internal sealed class NumberText(string language)
{
    private static readonly string[] WithComma = ["fr", "es", "ru"];

    private readonly NumberFormatInfo format = new() { NumberDecimalSeparator = WithComma.Contains(language.Split('-')[0]) ? "," : "." };

    public string Of(double value, int decimals)
    {
        // Through decimal, as "F2" alone rounds a tie to even and a workbook would then show another number than the page.
        var rounded = Math.Abs(value) < 1e15 ? (double)Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero) : value;
        var text = rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), format);
        return text.TrimStart('-').All(letter => letter is '0' or '.' or ',') ? text.TrimStart('-') : text;
    }
}
