namespace Gci.Tiering.Stability;

/// <summary>How sure the tier of a country is, by the share of draws in which it keeps that tier.</summary>
public enum Firmness
{
    /// <summary>At least 95 of 100 draws.</summary>
    Firm,

    /// <summary>At least 80 of 100 draws.</summary>
    Likely,

    /// <summary>Fewer.</summary>
    Borderline,
}

/// <summary>The bounds between the marks. Both belong to the surer side.</summary>
public static class Firmnesses
{
    public const double LeastFirm = 0.95;
    public const double LeastLikely = 0.8;

    /// <param name="probability">Of the tier that is published, in [0, 1].</param>
    public static Firmness Of(double probability) => probability switch
    {
        >= LeastFirm and <= 1 => Firmness.Firm,
        >= LeastLikely and < LeastFirm => Firmness.Likely,
        >= 0 and < LeastLikely => Firmness.Borderline,
        _ => throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1."),
    };
}
