using System.Collections.Immutable;

namespace Gci.Scoring.Elicitation;

/// <summary>What the experts who voted on a group say together.</summary>
/// <param name="Group">Code of the node whose children were weighed.</param>
/// <param name="Voters">How many experts voted on it.</param>
/// <param name="Items">The children, in the order of the tree.</param>
/// <param name="Agreement">Null where it is not defined: fewer than two experts or items, or nobody prefers any item.</param>
public sealed record GroupAggregate(string Group, int Voters, ImmutableArray<ItemAggregate> Items, KendallsW? Agreement);

/// <summary>The shares that experts gave to one item of a group, in [0, 1].</summary>
/// <param name="Share">By the rule; those of a group add up to 1, and are equal where nobody voted.</param>
/// <param name="Mean">NaN where nobody voted, as are the figures that follow.</param>
/// <param name="LowQuartile">Quantile of 25 %, type 7.</param>
/// <param name="HighQuartile">Quantile of 75 %, type 7.</param>
/// <param name="StandardDeviation">Of a sample, with n - 1; NaN for one expert.</param>
public sealed record ItemAggregate(string Code, double Share, double Mean, double Median, double LowQuartile, double HighQuartile, double StandardDeviation)
{
    public double InterquartileRange => HighQuartile - LowQuartile;
}
