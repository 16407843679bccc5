namespace Gci.Scoring.Statistics;

/// <summary>
/// How far two raters agree beyond chance, by Cohen (1960): (observed − expected) / (1 − expected), where the expected agreement is that of two raters
/// who use each category as often as these two and know nothing of each other.
/// </summary>
/// <param name="Pairs">How many things both have rated.</param>
/// <param name="Agreed">How many of them alike.</param>
/// <param name="Expected">The share that would agree by chance; 0 where there are no pairs.</param>
public sealed record CohensKappa(int Pairs, int Agreed, double Expected)
{
    /// <summary>The share that agrees; null where there are no pairs.</summary>
    public double? Observed => Pairs == 0 ? null : (double)Agreed / Pairs;

    /// <summary>1 is full agreement, 0 what chance gives. Null where both use one and the same category throughout, or where there are no pairs: then it is not defined.</summary>
    public double? Kappa => Observed is not { } observed || Expected >= 1 ? null : (observed - Expected) / (1 - Expected);

    public static CohensKappa Of<T>(IReadOnlyCollection<(T First, T Second)> pairs)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var (first, second) = (pairs.CountBy(pair => pair.First).ToDictionary(), pairs.CountBy(pair => pair.Second).ToDictionary());

        // In whole numbers until the last step, so that the order of the pairs changes no bit.
        var together = first.Sum(category => (long)category.Value * second.GetValueOrDefault(category.Key));
        return new(
            pairs.Count, pairs.Count(pair => EqualityComparer<T>.Default.Equals(pair.First, pair.Second)), pairs.Count == 0 ? 0 : together / ((double)pairs.Count * pairs.Count));
    }
}
