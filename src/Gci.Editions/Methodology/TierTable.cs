using System.Collections.Immutable;
using Gci.Tiering;

namespace Gci.Editions.Methodology;

/// <summary>The tiers of an edition: the scheme and what is said of each tier.</summary>
/// <param name="Paragraph">The paragraph of the method that sets the scheme.</param>
public sealed record TierTable(TierScheme Scheme, ImmutableArray<TierText> BestFirst, string Paragraph, string Source)
{
    public TierText this[string code] => BestFirst.First(tier => tier.Tier.Code == code);

    public ImmutableDictionary<string, string> Colours => BestFirst.ToImmutableDictionary(tier => tier.Tier.Code, tier => tier.Colour);
}

/// <summary>A tier with its bounds as the definition writes them, its colour as <c>#rrggbb</c> and a sentence of description.</summary>
/// <param name="From">Lower bound, inclusive; null for a scheme that finds its bounds from the scores.</param>
/// <param name="To">Upper bound, exclusive but for the best tier.</param>
public sealed record TierText(Tier Tier, double? From, double? To, string Colour, string Description, string Source);
