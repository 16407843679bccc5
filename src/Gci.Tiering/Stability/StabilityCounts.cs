using System.Collections.Immutable;

namespace Gci.Tiering.Stability;

/// <summary>What a range of draws found: whole numbers only, so that parts add up to the same bits in any order and on any number of machines.</summary>
/// <param name="Range">The draws that were made.</param>
/// <param name="ByTier">Countries x tiers, best first: how often each country came into each tier. Each row adds up to the number of draws.</param>
/// <param name="Close">What the draws found that are looked at one by one.</param>
public sealed record StabilityCounts(DrawRange Range, ImmutableArray<ImmutableArray<long>> ByTier, CloseCounts Close)
{
    /// <summary>The counts of both.</summary>
    /// <exception cref="ArgumentException">The ranges do not follow one another, or they are about other countries or tiers.</exception>
    public StabilityCounts With(StabilityCounts next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (Range.To != next.Range.From)
        {
            throw new ArgumentException($"The draws from {Range.From} to {Range.To} are not followed by those from {next.Range.From} to {next.Range.To}.", nameof(next));
        }

        if (ByTier.Length != next.ByTier.Length || ByTier.Zip(next.ByTier).Any(pair => pair.First.Length != pair.Second.Length))
        {
            throw new ArgumentException("Only counts of the same countries and tiers add up.", nameof(next));
        }

        return new(new(Range.From, next.Range.To), [.. ByTier.Zip(next.ByTier, Sum)], Close.With(next.Close));
    }

    internal static ImmutableArray<long> Sum(ImmutableArray<long> one, ImmutableArray<long> other) => [.. one.Zip(other, (first, second) => first + second)];
}

/// <summary>What the first draws of a run found, which are looked at one by one: enough of them for every figure that follows from them.</summary>
/// <param name="Draws">How many there were.</param>
/// <param name="Scores">How often each country had each score.</param>
/// <param name="RandIndex">Sum of the adjusted Rand indices against the published tiers, in units of 2^-40.</param>
/// <param name="Kappa">Sum of the quadratically weighted kappas, in units of 2^-40.</param>
/// <param name="WithKappa">In how many draws it is defined.</param>
/// <param name="Changing">How many draws had 0, 1, … countries in another tier than the published one.</param>
public sealed record CloseCounts(long Draws, ImmutableArray<ScoreHistogram> Scores, long RandIndex, long Kappa, long WithKappa, ImmutableArray<long> Changing)
{
    /// <summary>The draws with a lower number are looked at one by one.</summary>
    public const long End = 65_536;

    /// <summary>One in the fixed-point sums.</summary>
    public const double Unit = 1L << 40;

    /// <summary>The least number of countries that is not exceeded in a share of the draws.</summary>
    internal int MostChanging(double share)
    {
        var (reached, changing) = (0L, 0);
        while (changing < Changing.Length - 1 && (reached += Changing[changing]) < share * Draws)
        {
            changing++;
        }

        return changing;
    }

    internal CloseCounts With(CloseCounts other) => new(
        Draws + other.Draws, [.. Scores.Zip(other.Scores, (one, next) => one.With(next))], RandIndex + other.RandIndex, Kappa + other.Kappa, WithKappa + other.WithKappa,
        StabilityCounts.Sum(Changing, other.Changing));
}

/// <summary>How often a score lay in each of ten thousand equal steps of what can be reached.</summary>
/// <param name="First">The first step that occurs.</param>
/// <param name="Counts">Of it and the steps that follow.</param>
public sealed record ScoreHistogram(int First, ImmutableArray<int> Counts)
{
    public const int Steps = 10_000;

    /// <summary>The middle of the step in which the quantile lies, as a share of what can be reached.</summary>
    /// <param name="share">In (0, 1].</param>
    public double Quantile(double share)
    {
        var (needed, reached, step) = (share * Counts.Sum(count => (long)count), 0L, 0);
        while (step < Counts.Length - 1 && (reached += Counts[step]) < needed)
        {
            step++;
        }

        return Math.Min(First + step + 0.5, Steps) / Steps;
    }

    internal ScoreHistogram With(ScoreHistogram other)
    {
        if (Counts.IsEmpty || other.Counts.IsEmpty)
        {
            return Counts.IsEmpty ? other : this;
        }

        var (first, end) = (Math.Min(First, other.First), Math.Max(First + Counts.Length, other.First + other.Counts.Length));
        var sum = new int[end - first];
        Counts.CopyTo(sum, First - first);
        for (var step = 0; step < other.Counts.Length; step++)
        {
            sum[other.First - first + step] += other.Counts[step];
        }

        return new(first, [.. sum]);
    }
}
