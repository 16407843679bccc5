using Gci.Testing;

namespace Gci.Tiering.Tests.Oracle;

public sealed class FixedMembershipTests
{
    [Fact]
    public void A_thousand_draws_fall_into_the_tiers_as_often_as_in_the_reference()
    {
        var (expected, drawn) = (Shared.OracleTable("tiers_fixed_membership.csv"), Shared.OracleTable("ua_scores_1000.csv"));
        var shares = Shares(drawn);

        Assert.Equal(drawn.Text("uCode"), expected.Text("uCode"));
        for (var place = 0; place < 5; place++)
        {
            Assert.Equal(expected.Numbers($"P_tier{place + 1}"), shares.Select(share => share[place]));
        }

        Assert.Equal(expected.Numbers("Modal"), shares.Select(share => 1.0 + Array.IndexOf(share, share.Max())));
        Assert.Equal(expected.Numbers("P_nominal"), shares.Zip(expected.Numbers("Nominal"), (share, nominal) => share[(int)nominal - 1]));
    }

    private static double[][] Shares(Csv drawn)
    {
        var scheme = Tiers.Fixed(62, 55, 48, 40, 0);
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
