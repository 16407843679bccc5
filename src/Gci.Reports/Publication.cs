using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;
using Gci.Editions.Results;
using Gci.Tiering.Stability;

namespace Gci.Reports;

/// <summary>What is published: results, how much of them is shown, and to which reader.</summary>
/// <param name="Previous">The tiers of the edition before, for what changed; null where nothing is compared.</param>
/// <param name="OwnNotice">A sentence for the cover and every page and sheet, such as "Illustrative data"; null for none.</param>
public sealed record Publication(EditionResults Results, Disclosure Disclosure, PreviousResults? Previous = null, string? OwnNotice = null)
{
    /// <summary>Below so many countries the mean of a group says too much of one of them, and is shown at the internal level only. (Method 6.4)</summary>
    internal const int FewestForMean = 5;

    /// <summary>Decimals with which means of points are printed.</summary>
    internal const int MeanDecimals = 2;

    /// <summary>The reader's language; names and their order follow it.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What the results were computed from; null where they come from a file.</summary>
    public PublishedSnapshot? Snapshot { get; init; }

    /// <summary>Answers that countries gave a stricter class than their questions have.</summary>
    public IReadOnlyDictionary<(string Country, string Question), Confidentiality> Raised { get; init; } = ImmutableDictionary<(string Country, string Question), Confidentiality>.Empty;

    /// <summary>How firm the tiers are; null where that was not studied.</summary>
    /// <exception cref="ArgumentException">It was studied of other tiers than those that are published.</exception>
    public Robustness? Robustness
    {
        get;
        init => field = value is null || IsOf(value) ? value : throw new ArgumentException("The study is about other tiers than these results have.", nameof(value));
    }

    public Edition Edition => Results.Edition;

    /// <summary>The notice shown everywhere: that of the disclosure level, then the publication's own.</summary>
    public string? Notice => (Disclosure, OwnNotice) switch
    {
        (Disclosure.Internal, null) => "Internal: not for publication",
        (Disclosure.Internal, _) => $"Internal: not for publication. {OwnNotice}",
        _ => OwnNotice,
    };

    /// <summary>Whether points of pillars are shown.</summary>
    public bool ShowsPoints => Disclosure is Disclosure.Pillars or Disclosure.Internal;

    /// <summary>Whether overall scores and points below the pillars are shown.</summary>
    public bool ShowsScores => Disclosure is Disclosure.Internal;

    /// <summary>Weights that are not the Expert Group's are in use below the pillars.</summary>
    public bool UsesIllustrativeWeights => Edition.Weights.IsIllustrative && Results.Basis == Basis.Answers;

    /// <summary>Countries in alphabetical order of their names in the reader's language. (Method 4.5)</summary>
    public ImmutableArray<CountryResult> ByName(IEnumerable<CountryResult> countries) =>
        [.. countries.OrderBy(NameOf, StringComparer.Create(CultureInfo.GetCultureInfo(Language), CompareOptions.None))];

    /// <summary>How the country's answers came about, in words; null where that is not known.</summary>
    internal string? SourceOf(CountryResult country) =>
        Snapshot?.Sources.TryGetValue(country.Country.Iso3, out var source) == true ? PublishedSnapshot.Said(source) : null;

    /// <summary>How firm the country's tier is; null where that was not studied or there is no tier.</summary>
    internal CountryStability? StabilityOf(CountryResult country) => Robustness?[country.Country.Iso3];

    public string NameOf(CountryResult country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return country.Country.NameIn(Language);
    }

    /// <summary>
    /// The mean of a node over a group, or over all countries; null where it is known of too few of them to be shown, since the mean of one
    /// country is that country's points. Where no points are shown it is rounded as it is printed.
    /// </summary>
    internal double? Mean(CountryGroup? group, string node)
    {
        var position = Edition.Tree[node].Position;
        var known = (group is null ? Results.Countries : Results.In(group)).Count(country => !double.IsNaN(Results.Scores[country.Row, position]));
        if (known == 0 || (known < FewestForMean && !ShowsScores) || new WithheldPoints(this).HidesMean(Edition.Tree[node], known))
        {
            return null;
        }

        var mean = group is null ? Results.Mean(node) : Results.Mean(group, node);
        return ShowsPoints ? mean : Math.Round(mean, MeanDecimals);
    }

    private bool IsOf(Robustness robustness) =>
        robustness.BestFirst.Select(tier => tier.Code).SequenceEqual(Edition.Tiers.BestFirst.Select(tier => tier.Tier.Code))
        && robustness.Countries.Select(country => (country.Country, (string?)country.Nominal.Code))
            .SequenceEqual(Results.Countries.Where(country => country.Tier is not null).Select(country => (country.Country.Iso3, country.Tier?.Code)));
}

/// <summary>How much a publication shows. (Method 6.1)</summary>
public enum Disclosure
{
    /// <summary>Tiers only, overall and by pillar, so that nobody can rebuild an order of countries.</summary>
    Tiers,

    /// <summary>Points of the pillars as well, as in ITU's country profiles of 2024.</summary>
    Pillars,

    /// <summary>Everything, marked as not for publication.</summary>
    Internal,
}
