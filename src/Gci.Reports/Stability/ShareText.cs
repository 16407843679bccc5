using System.Globalization;
using Gci.Tiering.Stability;

namespace Gci.Reports.Stability;

/// <summary>Shares in whole percent: neither 0 nor 100 for what is not, and no bound between marks that a tier does not reach.</summary>
internal static class ShareText
{
    /// <summary>Within a sentence, such as "less than 1 %".</summary>
    internal static string InWords(double share) => Rounded(share, "less than ", "more than ");

    /// <summary>Within a table, such as "&lt;1 %".</summary>
    internal static string Short(double share) => Rounded(share, "<", ">");

    /// <summary>The share of draws in which a country keeps its tier, within a sentence.</summary>
    internal static string KeptInWords(double share) => Unreached(share) is { } bound ? "less than " + Percent(bound) : InWords(share);

    /// <summary>The same within a table.</summary>
    internal static string KeptShort(double share) => Unreached(share) is { } bound ? "<" + Percent(bound) : Short(share);

    private static double? Unreached(double share) => share switch
    {
        >= Firmnesses.LeastFirm - 0.005 and < Firmnesses.LeastFirm => Firmnesses.LeastFirm,
        >= Firmnesses.LeastLikely - 0.005 and < Firmnesses.LeastLikely => Firmnesses.LeastLikely,
        _ => null,
    };

    private static string Rounded(double share, string below, string above) => share switch
    {
        > 0 and < 0.01 => below + Percent(0.01),
        > 0.99 and < 1 => above + Percent(0.99),
        _ => Percent(share),
    };

    // The sign stays with its number at the end of a line.
    private static string Percent(double share) => Math.Round((decimal)share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + "\u00a0%";
}
