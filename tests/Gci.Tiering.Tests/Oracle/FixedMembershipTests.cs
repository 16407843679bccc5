using System.Text.Json;
using Gci.Testing;

namespace Gci.Tiering.Tests.Oracle;

/// <summary>A thousand drawn weight sets. That they give the scores of the reference is a test of scoring.</summary>
public sealed class FixedMembershipTests
{
    private static readonly FixedThresholds s_fixed = Tiers.Fixed(62, 55, 48, 40, 0);

    [Fact]
    public void A_thousand_draws_fall_into_the_tiers_as_often_as_in_the_reference()
    {
        var (expected, drawn) = (Shared.OracleTable("tiers_fixed_membership.csv"), Shared.OracleTable("ua_scores_1000.csv"));
        var shares = Shares(s_fixed, drawn);

        Assert.Equal(drawn.Text("uCode"), expected.Text("uCode"));
        for (var place = 0; place < 5; place++)
        {
            Assert.Equal(expected.Numbers($"P_tier{place + 1}"), shares.Select(share => share[place]));
        }

        Assert.Equal(expected.Numbers("Nominal"), Nominal(s_fixed).Select(place => 1.0 + place));
        Assert.Equal(expected.Numbers("Modal"), shares.Select(share => 1.0 + Array.IndexOf(share, share.Max())));
        Assert.Equal(expected.Numbers("P_nominal"), shares.Zip(Nominal(s_fixed), (share, nominal) => share[nominal]));
        Close.To(expected.Numbers("Entropy"), [.. shares.Select(Entropy)], "entropy");
    }

    [Fact]
    public void As_many_keep_their_tier_as_in_the_reference()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Shared.Oracle("tiers_meta.json")));
        var (meta, drawn) = (document.RootElement, Shared.OracleTable("ua_scores_1000.csv"));

        Assert.Equal(drawn.Header.Count - 1, meta.GetProperty("draws").GetInt32());
        Assert.Equal([40, 48, 55, 62], meta.GetProperty("thresholds").EnumerateArray().Select(bound => bound.GetInt32()));
        Close.To(meta.GetProperty("share_same_tier_fixed").GetDouble(), Kept(s_fixed, drawn), "fixed thresholds");

        // Here the bounds are found anew for the scores of every draw.
        Close.To(meta.GetProperty("share_same_tier_fisher").GetDouble(), Kept(new NaturalBreaks("natural", Tiers.Of(5)), drawn), "natural breaks");
    }

    private static double Kept(TierScheme scheme, Csv drawn) => Shares(scheme, drawn).Zip(Nominal(scheme), (share, nominal) => share[nominal]).Average();

    private static double Entropy(double[] shares) => -shares.Where(share => share > 0).Sum(share => share * Math.Log(share)) / Math.Log(shares.Length);

    // The places of the tiers with the weights of the index itself.
    private static int[] Nominal(TierScheme scheme) => [.. scheme.Assign(AsemScores.Index(), 100).Select(tier => tier!.Place)];

    private static double[][] Shares(TierScheme scheme, Csv drawn)
    {
        int[][] counts = [.. Enumerable.Range(0, drawn.Count).Select(_ => new int[5])];
        foreach (var draw in drawn.Header.Skip(1))
        {
            foreach (var (unit, tier) in scheme.Assign(drawn.Numbers(draw), 100).Index())
            {
                counts[unit][tier!.Place]++;
            }
        }

        return [.. counts.Select(row => row.Select(count => count / 1000.0).ToArray())];
    }
}
