namespace Gci.Tiering;

/// <summary>The one place where a score is rounded before print.</summary>
internal static class Rounding
{
    private const int Decimals = 9;

    /// <summary>The score as it is compared with a bound. (Method 4.2)</summary>
    internal static double Compared(double score) => Math.Round(score, Decimals, MidpointRounding.ToEven);
}
