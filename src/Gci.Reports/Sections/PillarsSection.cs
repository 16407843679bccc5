using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Reports.Blocks;

namespace Gci.Reports.Sections;

/// <summary>The pillars over all countries: means, means by region, distribution.</summary>
internal static class PillarsSection
{
    internal static IEnumerable<Block> Build(Publication publication)
    {
        var (results, pillars) = (publication.Results, publication.Edition.Pillars);
        var showsPoints = publication.ShowsPoints && pillars.All(pillar => pillar.Points == pillars[0].Points);
        yield return new Heading(1, "The pillars");
        if (pillars.All(pillar => publication.Mean(null, pillar.Code) is not null))
        {
            yield return new Heading(2, "Mean points");
            yield return Means(publication);
            yield return ByRegion(publication);
        }

        // With the histograms the distribution fills a page of its own.
        yield return new Heading(showsPoints ? 1 : 2, showsPoints ? "The pillars: distribution" : "Distribution");
        yield return Tiers(publication);
        if (showsPoints)
        {
            yield return Distribution(publication);
        }
    }

    private static Bars Means(Publication publication)
    {
        var rows = publication.Edition.Pillars.Select(pillar => (pillar.Title, Mean: publication.Mean(null, pillar.Code)!.Value)).ToImmutableArray();
        var maximum = publication.Edition.Pillars.Max(pillar => pillar.Points);
        const string title = "Mean points by pillar, all countries";
        return new(title, $"{title}, of at most {maximum}. {string.Join("; ", rows.Select(row => FormattableString.Invariant($"{row.Title}: {row.Mean:0.00}")))}.", maximum, 2, rows);
    }

    private static Table ByRegion(Publication publication) => new(
        "Mean points by pillar and group, plain means of the countries",
        [new("Group", 32), .. publication.Edition.Pillars.Select(pillar => new Column(pillar.Title, 15, Align.End))],
        [
            .. publication.Edition.Groups.Select(group => (ImmutableArray<Cell>)
            [
                new TextCell(group.TitleIn(publication.Language)),
                .. publication.Edition.Pillars.Select(pillar => MeanCell(publication, group, pillar)),
            ]),
        ]);

    internal static NumberCell MeanCell(Publication publication, CountryGroup group, Pillar pillar) =>
        new(publication.Mean(group, pillar.Code), Publication.MeanDecimals);

    private static StackedBars Tiers(Publication publication)
    {
        var tiers = publication.Edition.Tiers.BestFirst.Select(tier => tier.Tier).ToImmutableArray();
        var rows = publication.Edition.Pillars.Select((pillar, i) => (
            Name: pillar.Title,
            Counts: tiers.Select(tier => publication.Results.Countries.Count(country => country.Pillars[i].Tier == tier)).ToImmutableArray())).ToImmutableArray();
        const string title = "Countries in each tier, by pillar";
        var words = rows.Select(row => $"{row.Name}: {string.Join(", ", tiers.Zip(row.Counts, (tier, count) => $"{count} in {tier.Code}"))}");
        return new(title, $"{title}. {string.Join("; ", words)}.", [.. tiers.Select(tier => tier.Code)], rows);
    }

    private static Histograms Distribution(Publication publication)
    {
        const int classes = 10;
        var maximum = publication.Edition.Pillars[0].Points;
        var edges = Enumerable.Range(0, classes + 1).Select(edge => maximum * edge / classes).ToImmutableArray();
        var rows = publication.Edition.Pillars.Select((pillar, i) => (
            Name: pillar.Title,
            Counts: Counts([.. publication.Results.Countries.Select(country => country.Pillars[i].Points).Where(points => !double.IsNaN(points))], maximum, classes))).ToImmutableArray();
        const string title = "How many countries reach how many points, by pillar";
        var words = rows.Select(row => $"{row.Name}: {string.Join(", ", row.Counts)}");
        return new(title, $"{title}, in {classes} classes of equal width from 0 to {maximum}. {string.Join("; ", words)}.", edges, rows);
    }

    private static ImmutableArray<int> Counts(double[] points, double maximum, int classes)
    {
        var counts = new int[classes];
        Array.ForEach(points, value => counts[Math.Min(classes - 1, (int)(value / maximum * classes))]++);
        return [.. counts];
    }
}
