namespace Gci.Scoring.Credits;

/// <summary>A number: its distance from the bottom post as a share of the distance between the posts, held within [0, 1]. (Method 2.6)</summary>
public sealed record GoalpostCredit : CreditRule
{
    /// <param name="bottom">Where the credit is 0; above <paramref name="top"/> where lower is better.</param>
    /// <param name="top">Where the credit is 1.</param>
    public GoalpostCredit(double bottom, double top)
    {
        if (bottom == top || !double.IsFinite(bottom) || !double.IsFinite(top))
        {
            throw new ArgumentException("The goalposts are two different numbers.", nameof(top));
        }

        (Bottom, Top) = (bottom, top);
    }

    public double Bottom { get; }

    public double Top { get; }

    public override double Of(double code) => Math.Clamp((code - Bottom) / (Top - Bottom), 0, 1);
}
