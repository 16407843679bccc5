using System.Collections.Immutable;
using System.Diagnostics;
using Gci.Scoring.Statistics;
using MathNet.Numerics.Statistics;

namespace Gci.Scoring.Elicitation;

/// <summary>
/// One weight from many ballots. Within a group those count who voted on it; where nobody did, the shares are equal. (Method 3.2)
/// </summary>
public static class BallotAggregation
{
    /// <summary>Of the shares on each side, so many are left out of a trimmed mean.</summary>
    public const double TrimmedShare = 0.1;

    /// <summary>What a share of 0 counts as in a geometric mean: half of the smallest vote that is usual, one point of a hundred. Source: Martín-Fernández and others (2003).</summary>
    public const double LeastShare = 0.005;

    /// <summary>The groups of a tree from the root down, with what the experts say of each.</summary>
    /// <param name="ballots">In any order: the sums run in the order of the experts' names.</param>
    public static ImmutableArray<GroupAggregate> Of(IndexTree tree, IEnumerable<Ballot> ballots, AggregationRule rule)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var ordered = Ordered(ballots);
        return [.. tree.Nodes.Reverse().Where(node => !node.IsLeaf).Select(node => Of(node.Code, [.. node.Children.Select(child => tree.Nodes[child].Code)], ordered, rule))];
    }

    /// <summary>Points for every node below those whose points are given, to six decimals; children add up to their parent exactly.</summary>
    /// <param name="given">Points of the nodes whose weight is not voted on, such as pillars.</param>
    /// <exception cref="ArgumentException">A vote is negative or no number; points given have more than six decimals.</exception>
    public static ImmutableSortedDictionary<string, decimal> Weights(
        IndexTree tree, IEnumerable<Ballot> ballots, IReadOnlyDictionary<string, decimal> given, AggregationRule rule) => BudgetAllocation.Weights(tree, ballots, given, rule);

    internal static Ballot[] Ordered(IEnumerable<Ballot> ballots) => [.. ballots.OrderBy(ballot => ballot.Expert, StringComparer.Ordinal)];

    /// <summary>The shares of the children of a group, by the rule; equal where nobody voted.</summary>
    internal static double[] Shares(string[] codes, IEnumerable<Ballot> ballots, AggregationRule rule) => Shares(codes.Length, Votes(codes, ballots), rule);

    private static GroupAggregate Of(string group, string[] codes, Ballot[] ballots, AggregationRule rule)
    {
        var votes = Votes(codes, ballots);
        var shares = Shares(codes.Length, votes, rule);
        return new(group, votes.Length, [.. codes.Select((code, item) => Of(code, shares[item], [.. votes.Select(vote => vote[item]).Order()]))], KendallsW.Of(votes));
    }

    private static ItemAggregate Of(string code, double share, double[] sorted) => sorted.Length == 0
        ? new(code, share, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN)
        : new(code, share, sorted.Average(), Quantile.Of(sorted, 0.5), Quantile.Of(sorted, 0.25), Quantile.Of(sorted, 0.75), sorted.StandardDeviation());

    private static double[][] Votes(string[] codes, IEnumerable<Ballot> ballots) => [.. ballots.Select(ballot => BudgetAllocation.Shares(ballot, codes)).OfType<double[]>()];

    private static double[] Shares(int items, double[][] votes, AggregationRule rule)
    {
        if (votes.Length == 0)
        {
            return [.. Enumerable.Repeat(1.0 / items, items)];
        }

        double[] mean = [.. Items(items, votes).Select(shares => shares.Average())];
        return rule switch
        {
            AggregationRule.Mean => mean,
            AggregationRule.Trimmed => Scaled([.. Items(items, votes).Select(Trimmed)], mean),
            AggregationRule.Median => Scaled([.. Items(items, votes).Select(shares => Quantile.Of([.. shares.Order()], 0.5))], mean),
            AggregationRule.Geometric => Scaled([.. Items(items, [.. votes.Select(WithoutZeros)]).Select(shares => Math.Exp(shares.Average(Math.Log)))], mean),
            _ => throw new UnreachableException(),
        };
    }

    private static IEnumerable<double[]> Items(int items, double[][] votes) => Enumerable.Range(0, items).Select(item => votes.Select(vote => vote[item]).ToArray());

    private static double Trimmed(double[] shares)
    {
        var cut = (int)(TrimmedShare * shares.Length);
        return shares.Order().Skip(cut).Take(shares.Length - (2 * cut)).Average();
    }

    private static double[] WithoutZeros(double[] shares)
    {
        var taken = shares.Count(share => share == 0) * LeastShare;
        return [.. shares.Select(share => share == 0 ? LeastShare : share * (1 - taken))];
    }

    private static double[] Scaled(double[] shares, double[] mean)
    {
        var sum = shares.Sum();
        return sum == 0 ? mean : [.. shares.Select(share => share / sum)];
    }
}
