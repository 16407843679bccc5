using System.Globalization;
using Gci.Editions.Results;
using Gci.Reports.Sections;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Reports.Stability;

/// <summary>What is said of how firm one country's tier is, as far as the publication shows it.</summary>
internal sealed class CountryWords(Publication publication, Robustness robustness)
{
    private readonly SourceWords sources = new(publication.Edition, robustness.Sources);
    private readonly WeightWords weights = new(publication.Edition);

    /// <summary>The mark in a sentence.</summary>
    internal string Mark(CountryStability country) =>
        $"{MarkWords.Title(country.Firmness)}: with other plausible {sources.Varied} it stays in this tier {MarkWords.HowOften(country.Firmness, "cases")}.";

    /// <summary>In which other tiers the country is how often, and what moves it most; nothing where the tier is firm or shares are not shown.</summary>
    internal string? Elsewhere(CountryStability country)
    {
        if (!publication.ShowsPoints || country.Firmness == Firmness.Firm)
        {
            return null;
        }

        var others = robustness.BestFirst.Where(tier => tier.Place != country.Nominal.Place && country.Probabilities[tier.Place] > 0)
            .Select(tier => $"{tier.Code} {tier.Name} ({ShareText.InWords(country.Probabilities[tier.Place])})").ToArray();
        var stays = country.Probabilities[country.Nominal.Place];
        return $"It is in {country.Nominal.Code} in {ShareText.KeptInWords(stays)} of the draws and otherwise in {string.Join(" or ", others)}.{MostMoving(country.Country)}";
    }

    /// <summary>Interval, distances and smallest changes of weights, one a sentence; for the internal level.</summary>
    internal IEnumerable<string> Internals(CountryStability country)
    {
        if (!publication.ShowsScores)
        {
            yield break;
        }

        yield return $"In 95 of 100 draws it reaches between {Points(country.Interval.Low)} and {Points(country.Interval.High)} points, half of them above {Points(country.Interval.Middle)}.";
        if (country.Distance is { } distance)
        {
            var up = distance.ToNextTierUp is { } missing ? $"lacks {Points(missing)} points for {robustness.BestFirst[country.Nominal.Place - 1].Code}" : null;
            var down = distance.AboveLowerBound is { } above ? $"lies {Points(above)} points above the lower bound of {country.Nominal.Code}" : null;
            yield return $"As published, it {SummarySection.List(((string?[])[up, down]).OfType<string>())}.";
        }

        foreach (var flip in new ShownStability(publication, robustness).SmallestChanges(country).Take(1))
        {
            yield return weights.Of(flip);
        }
    }

    private string MostMoving(string country) =>
        robustness.Sensitivity.FirstOrDefault(sensitivity => sensitivity.Country == country) is { } sensitivity && Most(sensitivity) is { } most && robustness.Sources.Codes.Length > 1
            ? $" What moves it most: {Lower(sources.Name(most.Source))}."
            : "";

    /// <summary>The source with the largest total index; null where no index is known.</summary>
    internal static SourceEffect? Most(TierSensitivity sensitivity) =>
        sensitivity.Sources.Where(source => !double.IsNaN(source.Index.Total)).MaxBy(source => source.Index.Total);

    internal static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    private static string Points(double points) => Math.Round((decimal)points, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
}
