namespace Gci.Scoring.Elicitation;

/// <summary>How the shares that experts give to an item become one. In each group the results are scaled to add up to 1.</summary>
public enum AggregationRule
{
    /// <summary>The mean.</summary>
    Mean,

    /// <summary>The mean without the highest and the lowest tenth of the shares, rounded down: with fewer than ten experts, the mean.</summary>
    Trimmed,

    /// <summary>The median. Where all medians of a group are 0, the mean.</summary>
    Median,

    /// <summary>The geometric mean. A share of 0 counts as half a point of a hundred, taken from the expert's others in proportion: nobody alone can make an item worthless.</summary>
    Geometric,
}
