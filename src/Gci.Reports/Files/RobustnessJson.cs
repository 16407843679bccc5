using System.Globalization;
using System.Text.Json.Nodes;
using Gci.Reports.Stability;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Reports.Files;

/// <summary>The part of <c>results.json</c> that says how firm the tiers are, as far as the publication shows it. (Method 7.8)</summary>
internal static class RobustnessJson
{
    internal static JsonObject Of(Publication publication, Robustness robustness)
    {
        var (edition, shown) = (robustness.Edition, new ShownStability(publication, robustness));
        return new()
        {
            ["draws"] = edition.Draws,

            // As text: many readers of JSON lose the last digits of so large a number.
            ["seed"] = robustness.Seed.ToString(CultureInfo.InvariantCulture),
            ["sources"] = new JsonArray([.. new SourceWords(publication.Edition, robustness.Sources).All.Select(source => new JsonObject
            {
                ["code"] = source.Code,
                ["name"] = source.Name,
                ["drawn"] = source.Sentence.Replace('\u00a0', ' '),
            })]),
            ["marks"] = new JsonObject(Enum.GetValues<Firmness>().Select(mark => KeyValuePair.Create(MarkWords.Word(mark), (JsonNode?)shown.Count(mark)))),
            ["kept"] = Share(shown, shown.Kept),
            ["changing"] = new JsonObject { ["median"] = edition.Changing.Median, ["most"] = edition.Changing.Most },
            ["flips"] = new JsonArray([.. robustness.BestFirst.Select(tier => shown.Flips(tier.Place) is { } row ? new JsonArray([.. row.Select(share => Share(shown, share))]) : null)]),
            ["closely"] = edition.Closely,
            ["adjustedRandIndex"] = Share(shown, edition.AdjustedRandIndex),
            ["weightedKappa"] = Share(shown, edition.WeightedKappa),
            ["sensitivity"] = new JsonArray([.. shown.Sensitivity.Select(sensitivity => Sensitivity(shown, sensitivity))]),
            ["countries"] = new JsonArray([.. robustness.Countries.Select(country => Country(publication, robustness, country))]),
        };
    }

    private static JsonObject Country(Publication publication, Robustness robustness, CountryStability country)
    {
        var json = new JsonObject { ["iso3"] = country.Country, ["tier"] = country.Nominal.Code, ["mark"] = MarkWords.Word(country.Firmness) };
        if (publication.ShowsPoints)
        {
            json["modal"] = robustness.BestFirst[country.ModalPlace].Code;
            json["shares"] = new JsonObject(robustness.BestFirst.Select(tier => KeyValuePair.Create(tier.Code, (JsonNode?)country.Probabilities[tier.Place])));
        }

        if (publication.ShowsScores)
        {
            json["score"] = new JsonObject { ["low"] = country.Interval.Low, ["median"] = country.Interval.Middle, ["high"] = country.Interval.High };
            json["toNextTierUp"] = country.Distance?.ToNextTierUp;
            json["aboveLowerBound"] = country.Distance?.AboveLowerBound;
            json["changes"] = new JsonArray([.. new ShownStability(publication, robustness).Changes(country).Select(Change)]);
        }

        return json;
    }

    private static JsonObject Change(WeightFlip flip) => new()
    {
        ["to"] = flip.To.Code,
        ["depth"] = flip.Depth,
        ["length"] = flip.Length,
        ["weights"] = new JsonArray([.. flip.Moves.Select(move => new JsonObject { ["code"] = move.Code, ["from"] = move.From, ["to"] = move.To })]),
    };

    private static JsonObject Sensitivity(ShownStability shown, TierSensitivity sensitivity) => new()
    {
        ["outcome"] = sensitivity.Country ?? SensitivityRow.Edition,
        ["changing"] = sensitivity.Country is null ? Share(shown, shown.Changing) : ResultsJson.Number(sensitivity.Changing),
        ["indices"] = new JsonArray([.. SensitivityRow.Of(sensitivity).Select(row => new JsonObject
        {
            ["source"] = row.Source,
            ["with"] = row.With,
            ["index"] = row.Kind,
            ["value"] = ResultsJson.Number(row.Index),
            ["low"] = ResultsJson.Number(row.Low),
            ["high"] = ResultsJson.Number(row.High),
        })]),
    };

    private static JsonValue? Share(ShownStability shown, double? share) => share is { } known ? ResultsJson.Number(shown.InFull(known)) : null;
}
