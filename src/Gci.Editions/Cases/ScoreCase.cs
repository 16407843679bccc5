using System.Collections.Immutable;

namespace Gci.Editions.Cases;

/// <summary>A scored example that is written without code: what was answered and what must come of it.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="Expected">What is looked at (<c>overall</c>, <c>tier</c>, <c>tier_PILLAR</c>, a pillar's variable or any code) and what it must be.</param>
/// <param name="Margin">How far a number may lie from the expected one.</param>
public sealed record ScoreCase(
    string File,
    int Line,
    string Name,
    string Edition,
    ImmutableArray<(string Key, string Text, int Line)> Answers,
    ImmutableArray<(string Key, string Text, int Line)> Points,
    ImmutableArray<(string Key, string Text, int Line)> Expected,
    double Margin);
