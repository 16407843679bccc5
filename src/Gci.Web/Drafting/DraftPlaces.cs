using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Drafting;

/// <summary>Where items stand.</summary>
public static class DraftPlaces
{
    /// <summary>The section that holds an item.</summary>
    public static Section SectionOf(Edition edition, string code)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Questionnaire!.Sections.First(section => ListOf(section.Items, code) is not null);
    }

    /// <summary>The items that stand beside one, without itself.</summary>
    public static IEnumerable<Item> Beside(Section section, string code)
    {
        ArgumentNullException.ThrowIfNull(section);
        return (ListOf(section.Items, code) ?? []).Where(item => item.Code != code);
    }

    /// <summary>An item, or null.</summary>
    public static Item? ItemOf(Edition edition, string? code)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Questionnaire!.Items().FirstOrDefault(item => item.Code == code);
    }

    /// <summary>The codes of all questions of a draft.</summary>
    public static IReadOnlySet<string> CodesOf(OpenedDraft opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return opened.Shown?.Questionnaire?.Questions().Select(question => question.Code).ToHashSet(StringComparer.Ordinal) ?? [];
    }

    private static ImmutableArray<Item>? ListOf(ImmutableArray<Item> items, string code) => items.Any(item => item.Code == code)
        ? items
        : items.OfType<ItemGroup>().Select(group => ListOf(group.Items, code)).FirstOrDefault(found => found is not null);
}
