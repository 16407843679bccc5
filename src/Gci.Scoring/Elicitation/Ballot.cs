using System.Collections.Immutable;

namespace Gci.Scoring.Elicitation;

/// <summary>One expert's budget allocation: among the children of a group the expert spreads a budget. Groups may be left out whole.</summary>
/// <param name="Expert">A name or a pseudonym.</param>
/// <param name="Points">Code to points, at least 0; points of siblings add up to <see cref="Budget"/>.</param>
public sealed record Ballot(string Expert, ImmutableDictionary<string, double> Points)
{
    public const double Budget = 100;
}
