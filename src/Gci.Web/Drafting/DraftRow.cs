using Gci.Editions;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Drafting;

/// <summary>A line of the tree: a group, or a question with what became of it.</summary>
/// <param name="Depth">0 for what lies directly below the pillar.</param>
/// <param name="Change">Null for a group.</param>
public sealed record DraftRow(Item Item, int Depth, QuestionChange? Change)
{
    /// <summary>The lines of each pillar, in the order of the questionnaire.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DraftRow>> Of(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Questionnaire!.Sections.ToDictionary(section => section.Pillar, section => (IReadOnlyList<DraftRow>)[.. section.Items.SelectMany(item => Below(edition, item, 0))]);
    }

    /// <summary>The lines that are asked for, with the groups around them.</summary>
    public static IReadOnlyList<DraftRow> Filtered(IReadOnlyList<DraftRow> rows, string show)
    {
        ArgumentNullException.ThrowIfNull(rows);
        bool IsShown(DraftRow row) => show switch { "changed" => row.Change is { IsChanged: true }, "untranslated" => row.Change is { Untranslated.Length: > 0 }, _ => true };
        return show == "all" ? rows : [.. rows.Where(row => row.Change is null ? rows.Any(other => other.Change is not null && IsIn(other.Item, row.Item) && IsShown(other)) : IsShown(row))];
    }

    private static bool IsIn(Item item, Item group) => group is ItemGroup { Items: var items } && items.Any(inner => inner.Code == item.Code || IsIn(item, inner));

    private static IEnumerable<DraftRow> Below(Edition edition, Item item, int depth) => item switch
    {
        ItemGroup group => group.Items.SelectMany(inner => Below(edition, inner, depth + 1)).Prepend(new(group, depth, null)),
        Question question => [new(question, depth, QuestionChange.Of(edition, question))],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
