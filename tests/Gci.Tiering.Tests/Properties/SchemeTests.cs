using CsCheck;

namespace Gci.Tiering.Tests.Properties;

public sealed class SchemeTests
{
    // Whole and half points, so that equal scores are common, and some scores that are not known.
    private static readonly Gen<double[]> s_scores = Tiers.ForSixTiers(Gen.Frequency(
        (6, Gen.Double[0, 100]), (3, Gen.Int[0, 200].Select(score => score / 2.0)), (1, Gen.Const(double.NaN))).Array[30, 80]);

    private static readonly Gen<TierScheme> s_schemes = Gen.Int[1, 6].SelectMany(tiers => Gen.OneOf<TierScheme>(
        Tiers.Fixed([.. Enumerable.Range(1, tiers).Select(place => (tiers - place) * 100.0 / tiers)]),
        new Quantiles("quantiles", Tiers.Of(tiers)),
        new NaturalBreaks("natural", Tiers.Of(tiers)),
        new KMeans("k-means", Tiers.Of(tiers)),
        new Ward("Ward", Tiers.Of(tiers))));

    [Fact]
    public void A_tier_is_monotone_in_the_score() => Gen.Select(s_schemes, s_scores).Sample((scheme, scores) =>
    {
        var places = scores.Zip(scheme.Assign(scores, 100))
            .Where(pair => !double.IsNaN(pair.First))
            .OrderByDescending(pair => pair.First)
            .Select(pair => pair.Second!.Place);
        return places.Zip(places.Skip(1)).All(pair => pair.First <= pair.Second);
    });

    [Fact]
    public void A_country_has_a_tier_where_its_score_is_known_and_the_same_as_its_equals() =>
        Gen.Select(s_schemes, s_scores).Sample((scheme, scores) =>
        {
            var tiers = scheme.Assign(scores, 100);
            return scores.Zip(tiers).All(pair => double.IsNaN(pair.First) == pair.Second is null)
                && scores.Zip(tiers).GroupBy(pair => pair.First).All(group => group.Distinct().Count() == 1);
        });

    [Fact]
    public void The_order_of_countries_is_irrelevant() => Gen.Select(s_schemes, s_scores, Gen.Int[0, int.MaxValue]).Sample((scheme, scores, seed) =>
    {
        int[] rows = [.. Enumerable.Range(0, scores.Length)];
        new Random(seed).Shuffle(rows);
        double[] shuffled = [.. rows.Select(row => scores[row])];
        return scheme.Bounds(scores, 100).SequenceEqual(scheme.Bounds(shuffled, 100));
    });

    [Fact]
    public void Under_fixed_thresholds_a_country_keeps_its_tier_when_another_changes() =>
        Gen.Select(s_scores, Gen.Int[0, 29], Gen.Int[0, 29], Gen.Double[0, 100]).Sample((scores, country, other, score) =>
        {
            var before = Tiers.Five.Assign(scores, 100);
            double[] changed = [.. scores];
            changed[other] = score;
            var after = Tiers.Five.Assign(changed, 100);
            return country == other || before[country] == after[country];
        });

    [Fact]
    public void A_pillar_has_the_tier_of_the_same_share_of_the_whole() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Double[0.5, 200]).Sample((share, maximum) =>
            Tiers.Five.Of(share / 10.0, 100) == Tiers.Five.Of(share / 1000.0 * maximum, maximum));

    [Fact]
    public void Distances_lead_to_the_bounds_next_to_a_score() => Gen.Double[0, 100].Sample(score =>
    {
        var distance = Tiers.Five.Distance(score, 100);
        var place = distance.Tier.Place;
        return (distance.ToNextTierUp is { } missing ? Tiers.Five.Of(score + missing, 100).Place == place - 1 : place == 0)
            && (distance.AboveLowerBound is { } spare ? Tiers.Five.Of(score - spare, 100).Place == place : place == 4);
    });
}
