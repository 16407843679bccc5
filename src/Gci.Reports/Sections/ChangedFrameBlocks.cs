using System.Globalization;
using Gci.Editions.Changes;
using Gci.Editions.Questionnaires;
using Gci.Reports.Blocks;
using Gci.Reports.Changes;

namespace Gci.Reports.Sections;

/// <summary>What became of a pillar itself and of the groups of questions in it.</summary>
internal static class ChangedFrameBlocks
{
    internal static string TitleOf(EditionComparison comparison, PillarChange pillar) =>
        comparison.Marked(pillar.After is { } after ? comparison.Wording.After.Pillar(after.Code) : comparison.Wording.Before.Pillar(pillar.Before!.Code));

    internal static IEnumerable<Block> Of(EditionComparison comparison, PillarChange pillar)
    {
        if (pillar is { Before: { } old, After: { } now })
        {
            if (old.Title != now.Title)
            {
                yield return comparison.Compared(comparison.Say("changes.label.title"), comparison.Wording.Of(wording => wording.Pillar(old.Code), wording => wording.Pillar(now.Code)));
            }

            if (pillar is { SectionBefore: { } before, SectionAfter: { } after } && before.Introduction != after.Introduction)
            {
                yield return comparison.Compared(comparison.Say("changes.label.introduction"), comparison.Wording.Of(wording => wording.Introduction(before), wording => wording.Introduction(after)));
            }
        }
        else
        {
            yield return new Note(comparison.Say(pillar.After is null ? "changes.pillar-gone" : "changes.pillar-new"));
        }

        foreach (var group in comparison.Changes.Groups.Where(group => group.Pillar == pillar.Code && !group.IsSame))
        {
            foreach (var block in Of(comparison, group))
            {
                yield return block;
            }
        }
    }

    private static IEnumerable<Block> Of(EditionComparison comparison, GroupChange change)
    {
        var (before, after) = (change.Before, change.After);
        var what = before is null ? "changes.group-new" : after is null ? "changes.group-gone" : "changes.group-changed";
        yield return new Heading(3, string.Create(
            CultureInfo.InvariantCulture, $"{change.Code}  {comparison.Marked(after is null ? comparison.Wording.Before.Title(before!) : comparison.Wording.After.Title(after))}"));
        yield return new Facts([(comparison.Say("changes.label.what"), comparison.Say(what)), .. before is not null && after is not null && before.Code != after.Code ? [(comparison.Say("changes.label.code-before"), before.Code)] : Array.Empty<(string, string)>()]);
        if ((before, after) is (ItemGroup old, ItemGroup now))
        {
            if (old.Title != now.Title)
            {
                yield return comparison.Compared(comparison.Say("changes.label.title"), comparison.Wording.Of(wording => wording.Title(old), wording => wording.Title(now)));
            }

            if (old.Text != now.Text)
            {
                yield return comparison.Compared(comparison.Say("changes.label.group-text"), comparison.Wording.Of(wording => wording.Text(old), wording => wording.Text(now)));
            }

            if (comparison.Condition(old, isAfter: false) is var was && comparison.Condition(now, isAfter: true) is var condition && was != condition)
            {
                yield return new Compared(comparison.Say("changes.label.condition"), TextChange.Between(was, condition));
            }
        }
    }
}
