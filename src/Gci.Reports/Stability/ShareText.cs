using System.Globalization;
using Gci.Tiering.Stability;

namespace Gci.Reports.Stability;

/// <summary>Shares in whole percent that say nothing wrong: neither 0 nor 100 for what is not, and no bound between marks that was not reached.</summary>
internal static class ShareText
{
    /// <summary>Within a sentence, such as "less than 1 %".</summary>
    internal static string InWords(double share) => Of(share, "less than ", "more than ");

    /// <summary>Within a table, such as "&lt;1 %".</summary>
    internal static string Short(double share) => Of(share, "<", ">");

    private static string Of(double share, string below, string above) => share switch
    {
        > 0 and < 0.01 => below + Percent(0.01),
        > 0.99 and < 1 => above + Percent(0.99),
        >= Firmnesses.LeastFirm - 0.005 and < Firmnesses.LeastFirm => below + Percent(Firmnesses.LeastFirm),
        >= Firmnesses.LeastLikely - 0.005 and < Firmnesses.LeastLikely => below + Percent(Firmnesses.LeastLikely),
        _ => Percent(share),
    };

    // The sign stays with its number at the end of a line.
    private static string Percent(double share) => Math.Round((decimal)share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + "\u00a0%";
}
