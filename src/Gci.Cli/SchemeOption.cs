using System.Collections.Immutable;
using System.CommandLine;
using Gci.Editions.Results;
using Gci.Tiering;

namespace Gci.Cli;

/// <summary>Another scheme of tiers than the edition's, for comparison.</summary>
internal sealed class SchemeOption
{
    private static readonly Dictionary<string, Func<string, ImmutableArray<Tier>, TierScheme>> s_schemes = new()
    {
        ["natural-breaks"] = (name, tiers) => new NaturalBreaks(name, tiers),
        ["quantiles"] = (name, tiers) => new Quantiles(name, tiers),
        ["k-means"] = (name, tiers) => new KMeans(name, tiers),
        ["ward"] = (name, tiers) => new Ward(name, tiers),
    };

    internal SchemeOption() => Option.AcceptOnlyFromAmong([.. s_schemes.Keys]);

    internal Option<string?> Option { get; } = new("--scheme") { Description = "For comparison: natural-breaks, quantiles, k-means or ward", HelpName = "SCHEME" };

    /// <summary>The results under the scheme that was asked for, or as they are.</summary>
    internal EditionResults Apply(ParseResult parsed, EditionResults results) =>
        parsed.GetValue(Option) is { } name ? results.Under(s_schemes[name](name, results.Edition.Tiers.Scheme.BestFirst)) : results;
}
