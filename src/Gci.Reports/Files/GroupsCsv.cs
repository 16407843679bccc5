using System.Globalization;
using Gci.Editions.Answers;
using Gci.Reports.Sections;

namespace Gci.Reports.Files;

/// <summary><c>groups.csv</c>: the world, regions and other groups with their countries in each tier and their plain means by pillar.</summary>
public static class GroupsCsv
{
    public static string Text(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var edition = publication.Edition;

        // With many decimals, means of overlapping groups would tell the points of single countries.
        var decimals = publication.ShowsPoints ? 6 : 2;
        var csv = new CsvText().Row(
            ["group", "title", "countries", .. edition.Tiers.BestFirst.Select(tier => tier.Tier.Code), .. edition.Pillars.Select(pillar => "mean_" + pillar.Variable)]);
        foreach (var group in edition.Groups.OrderBy(group => group.Code, StringComparer.Ordinal))
        {
            csv.Row(
            [
                group.Code,
                group.TitleIn(publication.Language),
                Count(publication.Results.In(group).Count()),
                .. RegionsSection.CountsOf(publication, group).Select(Count),
                .. edition.Pillars.Select(pillar => PillarsSection.MeanCell(publication, group, pillar).Value is { } mean ? CsvText.Number(Math.Round(mean, decimals)) : ""),
            ]);
        }

        return csv.ToString();
    }

    private static string Count(int countries) => countries.ToString(CultureInfo.InvariantCulture);
}
