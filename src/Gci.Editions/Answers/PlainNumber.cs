using System.Globalization;
using System.Text.RegularExpressions;

namespace Gci.Editions.Answers;

/// <summary>Numbers as they are handed in: digits with a decimal point if needed, the same in every country.</summary>
internal static partial class PlainNumber
{
    internal const string Rule = "a number is written with digits and, where needed, a minus and a decimal point: no commas, spaces, units or exponents";

    /// <summary>The number and how many decimals it has, zeros at the end not counted; null if it is not written plainly.</summary>
    internal static (double Number, int Decimals)? Read(string text)
    {
        if (!Digits().IsMatch(text))
        {
            return null;
        }

        // Adding nought makes nought of -0.
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return (double.Parse(text, CultureInfo.InvariantCulture) + 0.0, point < 0 ? 0 : text.TrimEnd('0').Length - point - 1);
    }

    [GeneratedRegex(@"^-?[0-9]{1,15}(\.[0-9]{1,40})?\z")]
    private static partial Regex Digits();
}
