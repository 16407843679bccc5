using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Scoring;

namespace Gci.Editions;

/// <summary>Puts the parts of an edition together that the scoring library needs.</summary>
internal static class EditionScorer
{
    internal static Scorer Of(
        IndexTree tree, WeightSet weights, ImmutableArray<Level> levels, double points, ImmutableDictionary<string, Credit> credits) =>
        new(
            tree,
            weights,
            [.. levels.Select(level => level.Rule)],
            points,
            credits.IsEmpty ? null : credits.ToDictionary(pair => pair.Key, pair => pair.Value.Rule, StringComparer.Ordinal));

    /// <summary>Scores pillar points: nothing below a pillar is asked, so that a pillar without points is unknown and not zero. (Method 3.7)</summary>
    internal static Scorer OfPoints(Edition edition) => new(
        edition.Tree,
        edition.Weights.Set,
        [.. edition.Levels.Select((level, depth) => depth < 2 ? level.Rule : level.Rule with { Unknown = UnknownPolicy.Block })],
        edition.Points);
}
