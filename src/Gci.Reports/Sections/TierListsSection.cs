using Gci.Reports.Blocks;

namespace Gci.Reports.Sections;

/// <summary>The countries of each tier by name.</summary>
internal static class TierListsSection
{
    internal static IEnumerable<Block> Build(Publication publication)
    {
        yield return new Heading(1, "Countries by tier");
        foreach (var tier in publication.Edition.Tiers.BestFirst)
        {
            var countries = publication.ByName(publication.Results.Countries.Where(country => country.Tier == tier.Tier));
            yield return new NameList(
                $"{tier.Tier.Code} {tier.Tier.Name}: {Count(countries.Length)}", tier.Tier.Code, [.. countries.Select(publication.NameOf)]);
        }
    }

    private static string Count(int countries) => countries == 1 ? "1 country" : $"{countries} countries";
}
