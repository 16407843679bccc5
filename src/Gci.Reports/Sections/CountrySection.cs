using System.Collections.Immutable;
using Gci.Editions.Results;
using Gci.Reports.Blocks;
using Gci.Reports.Stability;
using Gci.Tiering;

namespace Gci.Reports.Sections;

/// <summary>One page a country. Never an overall score: the tier, and how firm it is, is all that is said of the whole. Only the internal level says how near the next tier is.</summary>
internal static class CountrySection
{
    internal static IEnumerable<Block> Build(Publication publication) =>
        publication.ByName(publication.Results.Countries).Select(country => Page(publication, country)).Prepend<Block>(new Heading(1, "Country profiles"));

    private static CountryPage Page(Publication publication, CountryResult country)
    {
        var tiers = publication.Edition.Tiers.Scheme.BestFirst;
        var (name, groups) = (publication.NameOf(country), publication.Edition.Groups.Where(group => group.Members.Contains(country.Country.Iso3)));
        return new(
            name,
            string.Join(" · ", groups.Select(group => group.TitleIn(publication.Language))),
            [Radar(publication, country, name)],
            [
                new Heading(3, "Areas of relative strength"), Pillars(country.Strengths),
                new Heading(3, "Areas of potential growth"), Pillars(country.Growth),
                .. country.Tier is null
                    ? Array.Empty<Block>()
                    : [new Heading(3, $"{country.Tier.Code} {country.Tier.Name}"), new Paragraph(publication.Edition.Tiers[country.Tier.Code].Description)],
            ],
            [
                .. country.Tier is null
                    ? new Block[] { new Note("Too little is known to place the country in a tier.") }
                    : [new Staircase("The tiers", $"{name} is in tier {country.Tier.Code} {country.Tier.Name}.", [.. tiers.Reverse().Select(tier => (tier.Code, tier.Name))], country.Tier.Code)],
                .. Firmness(publication, country),
                Table(publication, country),
                .. publication.SourceOf(country) is { } source ? new Block[] { new Paragraph($"Answers from: {source.ToLowerInvariant()}. Only verified answers count.") } : [],
            ],
            country.Tier?.Code,
            country.Tier?.Name)
        {
            Mark = publication.StabilityOf(country) is { } stability ? MarkWords.Title(stability.Firmness) : null,
        };
    }

    private static IEnumerable<Block> Firmness(Publication publication, CountryResult country)
    {
        if (publication.Robustness is not { } robustness || publication.StabilityOf(country) is not { } stability)
        {
            return [];
        }

        var words = new CountryWords(publication, robustness);
        string?[] sentences = [words.Mark(stability), words.Elsewhere(stability)];
        return
        [
            new Paragraph(string.Join(' ', sentences.OfType<string>())),
            .. words.Internals(stability).ToArray() is { Length: > 0 } internals ? [new Paragraph(string.Join(' ', internals))] : Array.Empty<Block>(),
        ];
    }

    private static Block Pillars(IEnumerable<Editions.Methodology.Pillar> pillars) => pillars.Select(pillar => pillar.Title).ToImmutableArray() is { IsEmpty: false } titles
        ? new Bullets(titles)
        : new Paragraph("None.");

    // At the level of tiers the radar has one ring a tier, so that no points can be read from it.
    private static Radar Radar(Publication publication, CountryResult country, string name)
    {
        var (edition, region) = (publication.Edition, country.Region);
        var scale = publication.ShowsPoints ? RadarScale.OfPoints(edition) : RadarScale.OfTiers(edition);
        var own = country.Pillars.Select(pillar => scale.Place(pillar.Points, pillar.Tier, pillar.Pillar)).ToImmutableArray();
        var showsMean = edition.Pillars.All(pillar => publication.Mean(region, pillar.Code) is not null);
        var mean = edition.Pillars.Select(pillar => scale.Place(publication.Results.Mean(region, pillar.Code), publication.Results.TierOfMean(region, pillar.Code), pillar)).ToImmutableArray();
        var words = country.Pillars.Select((pillar, i) => $"{pillar.Pillar.Title}: {scale.Say(own[i])}{(showsMean ? $" (region {scale.Say(mean[i])})" : "")}");
        return new(
            "Pillars",
            $"Radar of the pillars of {name}{(showsMean ? " against the plain mean of its region" : "")}. {string.Join("; ", words)}.",
            [.. edition.Pillars.Select(pillar => pillar.Title)],
            scale.Maximum,
            scale.Rings,
            [.. showsMean ? new RadarSeries[] { new($"{region.TitleIn(publication.Language)}, mean", mean, IsReference: true) } : [], new(name, own, IsReference: false)]);
    }

    private static Table Table(Publication publication, CountryResult country)
    {
        var points = publication.ShowsPoints;
        return new(
            points ? "Points and tier by pillar" : "Tier by pillar",
            [
                new("Pillar", 34), new("Tier", 10, Align.Centre),
                .. points ? new Column[] { new("Points", 12, Align.End), new("Mean of the region", 18, Align.End), new("Out of", 10, Align.End) } : [],
            ],
            [
                .. country.Pillars.Select(pillar => (ImmutableArray<Cell>)
                [
                    new TextCell(pillar.Pillar.Title),
                    new TierCell(pillar.Tier?.Code),
                    .. points ? new Cell[] { Number(pillar.Points), PillarsSection.MeanCell(publication, country.Region, pillar.Pillar), new NumberCell(pillar.Pillar.Points, 0) } : [],
                ]),
            ]);
    }

    private static NumberCell Number(double points) => new(double.IsNaN(points) ? null : points, 2);
}
