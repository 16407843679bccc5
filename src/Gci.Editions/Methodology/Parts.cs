using System.Collections.Immutable;
using Gci.Scoring;

namespace Gci.Editions.Methodology;

/// <summary>One level of the tree, the whole index first.</summary>
/// <param name="Name">What a node of the level is called, such as "indicator".</param>
/// <param name="Plural">What several are called.</param>
/// <param name="Paragraph">The paragraph of the method that says how its nodes are made.</param>
public sealed record Level(string Name, string Plural, LevelRule Rule, string Paragraph);

/// <summary>A part of the index that stands directly below the whole.</summary>
/// <param name="Variable">Its name in files and columns, the same over editions.</param>
/// <param name="Points">The most it can reach.</param>
public sealed record Pillar(string Code, string Variable, string Title, double Points, string Source);

/// <summary>The weights of an edition and where they come from.</summary>
/// <param name="IsIllustrative">The weights are not those of an Expert Group; this is said wherever they are shown.</param>
public sealed record WeightTable(WeightSet Set, bool IsIllustrative, string Source);

/// <summary>How one question is credited.</summary>
/// <param name="Paragraph">The paragraph of the method.</param>
public sealed record Credit(Scoring.Credits.CreditRule Rule, string Paragraph);

/// <summary>Published points by country and pillar code, with their source.</summary>
public sealed record PublishedPoints(string Source, ImmutableSortedDictionary<string, ImmutableDictionary<string, double>> Points);

/// <summary>Numbers of the paragraphs of the method that rules of the engine follow; the last two are empty where nothing is asked.</summary>
/// <param name="Observed">A value that is known without its parts.</param>
/// <param name="PillarTiers">The tier of a pillar.</param>
/// <param name="Means">The mean of a group.</param>
/// <param name="Unanswered">A question without an answer.</param>
/// <param name="Inactive">A question that is not asked.</param>
public sealed record Paragraphs(string Observed, string PillarTiers, string Means, string Unanswered, string Inactive)
{
    /// <summary>How firm a tier is; null where the method does not say.</summary>
    public string? Firmness { get; init; }
}
