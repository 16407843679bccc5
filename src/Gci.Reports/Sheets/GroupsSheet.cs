using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Reports.Blocks;
using Gci.Reports.Sections;

namespace Gci.Reports.Sheets;

/// <summary>Tiers and means of regions and other groups.</summary>
internal static class GroupsSheet
{
    internal static Sheet Build(Publication publication)
    {
        var edition = publication.Edition;
        return new("Groups",
        [
            new Table(
                "Countries in each tier and mean points by pillar, by group",
                [
                    new("Group", 14), new("Title", 36), new("Kind", 10), new("Countries", 11, Align.End),
                    .. edition.Tiers.BestFirst.Select(tier => new Column(tier.Tier.Code, 8, Align.End)),
                    .. edition.Pillars.Select(pillar => new Column($"{pillar.Title}: mean", 16, Align.End)),
                ],
                [.. edition.Groups.Select(group => Row(publication, group))]),
        ]);
    }

    private static ImmutableArray<Cell> Row(Publication publication, CountryGroup group) =>
    [
        new TextCell(group.Code),
        new TextCell(group.TitleIn(publication.Language)),
        new TextCell(group.Kind switch { GroupKind.Region => "region", GroupKind.Union => "union", _ => "group" }),
        new NumberCell(publication.Results.In(group).Count(), 0),
        .. RegionsSection.CountsOf(publication, group).Select(count => new NumberCell(count, 0)),
        .. publication.Edition.Pillars.Select(pillar => PillarsSection.MeanCell(publication, group, pillar)),
    ];
}
