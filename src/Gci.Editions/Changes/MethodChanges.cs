using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Changes;

/// <summary>What a node of the index is worth before and after; null where it is new or gone.</summary>
/// <param name="Level">The level of the tree on which it stands.</param>
/// <param name="Pillar">The code of its pillar.</param>
public sealed record WeightChange(Level Level, string Pillar, NodeWeight? Before, NodeWeight? After)
{
    public bool IsSame => Before is not null && After is not null && Math.Abs(Before.Points - After.Points) < 1e-9;
}

/// <param name="Item">Null for a pillar.</param>
/// <param name="Points">The most it can earn.</param>
/// <param name="Share">The same as a share of the whole index.</param>
public sealed record NodeWeight(string Code, Item? Item, double Points, double Share);

/// <summary>What answers to a question are worth before and after; null where it is not scored, not yet or no longer.</summary>
public sealed record CreditChange(Question? QuestionBefore, Question? QuestionAfter, CreditTable? Before, CreditTable? After)
{
    public bool IsSame => Before is not null && After is not null && Before.IsSameAs(After);
}

/// <summary>A level of the index before and after.</summary>
/// <param name="Depth">0 for the whole index.</param>
public sealed record LevelChange(int Depth, Level? Before, Level? After)
{
    public bool IsSame => (Before?.Name, Before?.Rule) == (After?.Name, After?.Rule);
}

/// <summary>A tier before and after.</summary>
public sealed record TierChange(TierText? Before, TierText? After)
{
    public string Code => (After ?? Before)!.Tier.Code;

    public bool IsSame => (Before?.Tier.Name, Before?.From, Before?.To, Before?.Description) == (After?.Tier.Name, After?.From, After?.To, After?.Description);
}

/// <summary>A numbered paragraph of the method before and after.</summary>
/// <param name="Chapter">The title of its chapter.</param>
public sealed record ParagraphChange(string Number, string Chapter, string? Before, string? After)
{
    public bool IsSame => Before == After;
}

/// <summary>A group of countries before and after.</summary>
/// <param name="Joined">Countries that became members, by code.</param>
/// <param name="Left">Countries that are members no longer.</param>
public sealed record CountryGroupChange(CountryGroup? Before, CountryGroup? After, ImmutableArray<string> Joined, ImmutableArray<string> Left)
{
    public string Code => (After ?? Before)!.Code;

    public bool IsSame => Before?.Title == After?.Title && Joined.IsEmpty && Left.IsEmpty && Before is not null && After is not null;
}

/// <summary>A kind of evidence before and after.</summary>
public sealed record EvidenceKindChange(EvidenceKind? Before, EvidenceKind? After)
{
    public string Code => (After ?? Before)!.Code;

    public bool IsSame => Before == After;
}
