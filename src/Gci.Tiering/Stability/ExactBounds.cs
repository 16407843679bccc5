namespace Gci.Tiering.Stability;

/// <summary>The bounds as a plain comparison needs them, so that a million scores need not be rounded.</summary>
internal static class ExactBounds
{
    private const double Margin = 1e-8;

    /// <summary>The least double whose value at nine decimals reaches the bound, which is more than 0. (Method 4.2)</summary>
    internal static double Of(double bound)
    {
        // Doubles of one sign are in the order of their bits.
        var below = BitConverter.DoubleToInt64Bits(Math.Max(0, bound - Margin));
        var reached = BitConverter.DoubleToInt64Bits(bound + Margin);
        while (reached - below > 1)
        {
            var middle = below + ((reached - below) / 2);
            (below, reached) = Rounding.Compared(BitConverter.Int64BitsToDouble(middle)) >= bound ? (below, middle) : (middle, reached);
        }

        return BitConverter.Int64BitsToDouble(reached);
    }
}
