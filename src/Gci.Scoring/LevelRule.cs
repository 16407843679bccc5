using Gci.Scoring.Aggregation;

namespace Gci.Scoring;

/// <summary>How the nodes of one depth are made from their children, and what happens where a value is unknown.</summary>
/// <param name="Aggregator">How a group at this depth is made from its children; not used for leaves.</param>
/// <param name="Unknown">What an unknown value at this depth means for its parent.</param>
/// <param name="Availability">Smallest share of known children, in [0, 1], for which a group at this depth gets a value.</param>
public sealed record LevelRule(Aggregator Aggregator, UnknownPolicy Unknown, double Availability = 0);

/// <summary>What an unknown value means. Stated for every level: zero is never used unless the method says so.</summary>
public enum UnknownPolicy
{
    /// <summary>It earns nothing. (Method 2.7)</summary>
    Zero,

    /// <summary>It is left out and the weights of its siblings are scaled up. (Method 3.6)</summary>
    Renormalise,

    /// <summary>Its parent is unknown too, and so on to the root unless a higher level says otherwise. (Method 3.6)</summary>
    Block,
}
