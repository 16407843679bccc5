using System.Collections.Immutable;
using Gci.Editions.Results;
using Gci.Reports.Blocks;
using Gci.Reports.Stability;
using Gci.Tiering.Stability;

namespace Gci.Reports.Sections;

/// <summary>The countries of each tier by name.</summary>
internal static class TierListsSection
{
    internal static IEnumerable<Block> Build(Publication publication)
    {
        yield return new Heading(1, "Countries by tier");
        if (publication.Robustness is not null)
        {
            yield return new Paragraph(
                $"A word behind a name says how firm the tier is. Likely: the country keeps its tier {MarkWords.HowOften(Firmness.Likely, "draws")}; "
                + $"borderline: {MarkWords.HowOften(Firmness.Borderline, "draws")}. Where no word stands the tier is firm. The chapter \"{RobustnessSection.Title}\" says what was drawn.");
        }

        foreach (var tier in publication.Edition.Tiers.BestFirst)
        {
            var countries = publication.ByName(publication.Results.Countries.Where(country => country.Tier == tier.Tier));
            yield return new NameList(
                $"{tier.Tier.Code} {tier.Tier.Name}: {Count(countries.Length)}", tier.Tier.Code, [.. countries.Select(publication.NameOf)])
            { Marks = Marks(publication, countries) };
        }
    }

    private static ImmutableArray<string?> Marks(Publication publication, IEnumerable<CountryResult> countries) => publication.Robustness is null
        ? []
        : [.. countries.Select(country => publication.StabilityOf(country)?.Firmness is { } mark and not Firmness.Firm ? MarkWords.Word(mark) : null)];

    private static string Count(int countries) => countries == 1 ? "1 country" : $"{countries} countries";
}
