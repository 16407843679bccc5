using System.Collections.Immutable;

namespace Gci.Scoring.Normalisation;

/// <summary>A normalised column, in the order of the input; unknown values stay NaN.</summary>
/// <param name="Warning">Why the column says nothing, such as "all values are equal"; null where all is well.</param>
public sealed record Normalised(ImmutableArray<double> Values, string? Warning = null);

/// <summary>Whether more of an indicator is better or worse.</summary>
public enum Direction
{
    Higher = 1,
    Lower = -1,
}
