using System.Collections.Immutable;
using Gci.Scoring.Statistics;

namespace Gci.Scoring.Elicitation;

/// <summary>A ballot that lies far from the others in one group: a reason to ask, never to leave it out.</summary>
/// <param name="Distance">Euclidean distance of its shares from the medians of all.</param>
/// <param name="Usual">The median distance of all ballots on the group.</param>
public sealed record OutlyingBallot(string Expert, string Group, double Distance, double Usual);

/// <summary>
/// Finds ballots that lie further from the medians of a group than the usual ballot by more than three robust standard deviations (1.4826 times the median absolute
/// deviation; Leys and others, 2013), and by ten points of a hundred at least, so that in a group of one mind nobody stands out for a trifle.
/// </summary>
public static class OutlyingBallots
{
    public const int FewestVoters = 5;
    private const double Deviations = 3;
    private const double Robust = 1.4826;
    private const double LeastApart = 0.1;

    /// <summary>By group from the root down, then by expert. Groups with fewer than <see cref="FewestVoters"/> ballots have none.</summary>
    public static ImmutableArray<OutlyingBallot> Of(IndexTree tree, IEnumerable<Ballot> ballots)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var ordered = BallotAggregation.Ordered(ballots);
        return [.. tree.Nodes.Reverse().Where(node => !node.IsLeaf).SelectMany(node => Of(node.Code, [.. node.Children.Select(child => tree.Nodes[child].Code)], ordered))];
    }

    private static IEnumerable<OutlyingBallot> Of(string group, string[] codes, Ballot[] ballots)
    {
        var votes = ballots.Select(ballot => (ballot.Expert, Shares: BudgetAllocation.Shares(ballot, codes))).Where(vote => vote.Shares is not null).ToArray();
        if (votes.Length < FewestVoters)
        {
            return [];
        }

        double[] medians = [.. codes.Select((_, item) => Median(votes.Select(vote => vote.Shares![item])))];
        double[] distances = [.. votes.Select(vote => Math.Sqrt(vote.Shares!.Zip(medians, (share, median) => (share - median) * (share - median)).Sum()))];
        var usual = Median(distances);
        var most = usual + Math.Max(LeastApart, Deviations * Robust * Median(distances.Select(distance => Math.Abs(distance - usual))));
        return votes.Zip(distances).Where(pair => pair.Second > most).Select(pair => new OutlyingBallot(pair.First.Expert, group, pair.Second, usual));
    }

    private static double Median(IEnumerable<double> values) => Quantile.Of([.. values.Order()], 0.5);
}
