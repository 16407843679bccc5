using System.Collections.Immutable;

namespace Gci.Editions.Questionnaires;

/// <summary>What an edition asks: one section a pillar, in the edition's order.</summary>
public sealed record Questionnaire(ImmutableArray<Section> Sections, ImmutableArray<EvidenceKind> EvidenceKinds)
{
    /// <summary>All items, each group before what it holds, in the order in which they are asked.</summary>
    public IEnumerable<Item> Items() => Sections.SelectMany(section => section.Items.SelectMany(AndBelow));

    /// <summary>All questions in the order in which they are asked, scored or not.</summary>
    public IEnumerable<Question> Questions() => Items().OfType<Question>();

    private static IEnumerable<Item> AndBelow(Item item) =>
        item is ItemGroup group ? group.Items.SelectMany(AndBelow).Prepend(item) : [item];
}

/// <summary>The part of a questionnaire that belongs to one pillar.</summary>
public sealed record Section(string Pillar, string Introduction, ImmutableArray<Item> Items);
