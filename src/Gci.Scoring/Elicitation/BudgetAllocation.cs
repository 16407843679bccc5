using System.Collections.Immutable;

namespace Gci.Scoring.Elicitation;

/// <summary>
/// Weights from ballots: within a group the mean of the shares that the experts gave, over the experts who voted on the group; where
/// nobody did, equal shares. Source: budget allocation, OECD/JRC Handbook (2008), step 6. (Method 3.2)
/// </summary>
public static class BudgetAllocation
{
    private const decimal Step = 0.000001m;

    /// <summary>Points for every node below those whose points are given, to six decimals; children add up to their parent exactly.</summary>
    /// <param name="tree">The structure.</param>
    /// <param name="ballots">In any order: the sums run in the order of the experts' names.</param>
    /// <param name="given">Points of the nodes whose weight is not voted on, such as pillars.</param>
    /// <exception cref="ArgumentException">A vote is negative or no number; points given have more than six decimals.</exception>
    public static ImmutableSortedDictionary<string, decimal> Weights(
        IndexTree tree, IEnumerable<Ballot> ballots, IReadOnlyDictionary<string, decimal> given) => Weights(tree, ballots, given, AggregationRule.Mean);

    internal static ImmutableSortedDictionary<string, decimal> Weights(
        IndexTree tree, IEnumerable<Ballot> ballots, IReadOnlyDictionary<string, decimal> given, AggregationRule rule)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(given);
        var ordered = BallotAggregation.Ordered(ballots);
        Check(ordered, given);
        var weights = given.ToDictionary(StringComparer.Ordinal);
        foreach (var group in tree.Nodes.Reverse().Where(node => !node.IsLeaf && weights.ContainsKey(node.Code)))
        {
            string[] codes = [.. group.Children.Select(child => tree.Nodes[child].Code)];
            foreach (var (code, points) in codes.Zip(ShareOut(weights[group.Code], BallotAggregation.Shares(codes, ordered, rule))))
            {
                weights[code] = points;
            }
        }

        return weights.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static void Check(Ballot[] ballots, IReadOnlyDictionary<string, decimal> given)
    {
        foreach (var (ballot, (code, points)) in ballots.SelectMany(ballot => ballot.Points.Select(vote => (ballot, vote))))
        {
            if (!(points >= 0 && double.IsFinite(points)))
            {
                throw new ArgumentException(
                    $"The ballot of {ballot.Expert} gives {code} {points} points; a vote is at least 0 and finite.", nameof(ballots));
            }
        }

        if (given.Where(pair => pair.Value < 0 || pair.Value % Step != 0).Select(pair => pair.Key).FirstOrDefault() is { } wrong)
        {
            throw new ArgumentException($"The points given to {wrong} are negative or have more than six decimals.", nameof(given));
        }
    }

    /// <summary>The shares that one expert gives to the children of a group; null where the expert did not vote on it.</summary>
    internal static double[]? Shares(Ballot ballot, string[] codes)
    {
        if (!codes.All(ballot.Points.ContainsKey))
        {
            return null;
        }

        var sum = codes.Sum(code => ballot.Points[code]);
        return sum > 0 ? [.. codes.Select(code => ballot.Points[code] / sum)] : null;
    }

    // Largest remainders: round down to the step, then give the missing steps to those who lost most.
    private static decimal[] ShareOut(decimal points, double[] shares)
    {
        decimal[] exact = [.. shares.Select(share => points * (decimal)share)];
        decimal[] rounded = [.. exact.Select(value => Math.Floor(value / Step) * Step)];
        var missing = (int)Math.Round((points - rounded.Sum()) / Step);
        foreach (var index in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - rounded[i]).ThenBy(i => i).Take(missing))
        {
            rounded[index] += Step;
        }

        return rounded;
    }
}
