using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Reports.Blocks;

namespace Gci.Reports.Sections;

/// <summary>Tiers by region and by other groups of countries.</summary>
internal static class RegionsSection
{
    internal static IEnumerable<Block> Build(Publication publication)
    {
        var regions = publication.Edition.Groups.Where(group => group.Kind == GroupKind.Region).ToArray();
        var others = publication.Edition.Groups.Where(group => group.Kind != GroupKind.Region).ToArray();
        yield return new Heading(1, "Tiers by region");
        yield return Bars(publication, "Countries in each tier, by region", regions);
        yield return Counts(publication, "Countries in each tier, by region", "Region", regions);
        if (others.Length > 0)
        {
            yield return new Heading(1, "Tiers by group of countries");
            yield return Bars(publication, "Countries in each tier, by group", others);
            yield return Counts(publication, "Countries in each tier, by group", "Group", others);
        }
    }

    private static StackedBars Bars(Publication publication, string title, CountryGroup[] groups)
    {
        var rows = groups.Select(group => (Name: group.TitleIn(publication.Language), Counts: CountsOf(publication, group))).ToImmutableArray();
        var codes = publication.Edition.Tiers.BestFirst.Select(tier => tier.Tier.Code).ToImmutableArray();
        var words = rows.Select(row => $"{row.Name}: {string.Join(", ", codes.Zip(row.Counts, (code, count) => $"{count} in {code}"))}");
        return new(title, $"{title}. {string.Join("; ", words)}.", codes, rows);
    }

    private static Table Counts(Publication publication, string title, string head, CountryGroup[] groups) => new(
        title + ", in figures",
        [new(head, 34), new("Countries", 11, Align.End), .. publication.Edition.Tiers.BestFirst.Select(tier => new Column(tier.Tier.Code, 8, Align.End))],
        [
            .. groups.Select(group => (ImmutableArray<Cell>)
            [
                new TextCell(group.TitleIn(publication.Language)),
                new NumberCell(publication.Results.In(group).Count(), 0),
                .. CountsOf(publication, group).Select(count => new NumberCell(count, 0)),
            ]),
        ]);

    internal static ImmutableArray<int> CountsOf(Publication publication, CountryGroup group) =>
        [.. publication.Edition.Tiers.BestFirst.Select(tier => publication.Results.In(group).Count(country => country.Tier == tier.Tier))];
}
