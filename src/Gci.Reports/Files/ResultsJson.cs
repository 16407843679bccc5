using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gci.Editions.Answers;
using Gci.Editions.Results;
using Gci.Reports.Sheets;

namespace Gci.Reports.Files;

/// <summary><c>results.json</c>: the publication for programs, with the edition, the hash of its definition and the level of disclosure.</summary>
public static class ResultsJson
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var edition = publication.Edition;
        var json = new JsonObject
        {
            ["edition"] = edition.Id,
            ["title"] = edition.Title,
            ["definition"] = edition.Hash,
            ["referenceDate"] = edition.ReferenceDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["disclosure"] = Word(publication.Disclosure),
            ["notice"] = publication.Notice,
            ["weights"] = new JsonObject { ["illustrative"] = edition.Weights.IsIllustrative, ["source"] = edition.Weights.Source },
            ["tiers"] = new JsonArray([.. edition.Tiers.BestFirst.Select(tier => new JsonObject
            {
                ["code"] = tier.Tier.Code,
                ["name"] = tier.Tier.Name,
                ["from"] = tier.From,
                ["countries"] = publication.Results.Countries.Count(country => country.Tier == tier.Tier),
            })]),
            ["snapshot"] = Snapshot(publication.Snapshot),
            ["countries"] = new JsonArray([.. publication.Results.Countries.Select(country => Country(publication, country))]),
            ["withoutData"] = new JsonArray([.. publication.Results.WithoutData.Select(country => JsonValue.Create(country.Iso3))]),
        };
        if (publication.Snapshot is null)
        {
            json.Remove("snapshot");
        }

        if (publication.Previous is { } previous)
        {
            json["previous"] = Moves(publication, previous);
        }

        if (publication.Robustness is { } robustness)
        {
            json["robustness"] = RobustnessJson.Of(publication, robustness);
        }

        return json.ToJsonString(s_options) + "\n";
    }

    private static JsonObject? Snapshot(PublishedSnapshot? snapshot) => snapshot is null ? null : new()
    {
        ["number"] = snapshot.Number,
        ["hash"] = snapshot.Hash,
        ["counted"] = PublishedSnapshot.Counted,
        ["sources"] = new JsonObject(snapshot.Counts().Select(pair => KeyValuePair.Create(pair.Source.Code(), (JsonNode?)pair.Countries))),
        ["corrections"] = new JsonArray([.. snapshot.Corrections.Select(correction => new JsonObject
        {
            ["snapshot"] = correction.Number,
            ["date"] = correction.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["note"] = correction.Note,
        })]),
    };

    private static JsonObject Country(Publication publication, CountryResult country)
    {
        var json = new JsonObject
        {
            ["iso3"] = country.Country.Iso3,
            ["name"] = publication.NameOf(country),
            ["region"] = country.Region.Code,
            ["groups"] = Words(publication.Edition.Groups.Where(group => group != country.Region && group.Members.Contains(country.Country.Iso3)).Select(group => group.Code)),
            ["basis"] = CountrySheets.BasisText(country.Basis),
            ["tier"] = country.Tier?.Code,
            ["pillars"] = new JsonObject(country.Pillars.Select(pillar => KeyValuePair.Create(pillar.Pillar.Variable, (JsonNode?)Pillar(publication, pillar)))),
            ["strengths"] = Words(country.Strengths.Select(pillar => pillar.Variable)),
            ["growth"] = Words(country.Growth.Select(pillar => pillar.Variable)),
        };
        if (publication.Snapshot is { } snapshot)
        {
            json["source"] = snapshot.Sources[country.Country.Iso3].Code();
        }

        if (publication.ShowsScores)
        {
            json["score"] = Number(publication.Results.Scores[country.Row, publication.Edition.Tree.Root.Position]);
        }

        return json;
    }

    private static JsonObject Pillar(Publication publication, PillarResult pillar)
    {
        var json = new JsonObject { ["tier"] = pillar.Tier?.Code };
        if (publication.ShowsPoints)
        {
            json["points"] = Number(pillar.Points);
        }

        return json;
    }

    private static JsonObject Moves(Publication publication, PreviousResults previous)
    {
        var moves = publication.Results.MovesSince(previous);
        return new()
        {
            ["edition"] = previous.Edition,
            ["up"] = moves.Up,
            ["down"] = moves.Down,
            ["stayed"] = moves.Stayed,
            ["matrix"] = new JsonArray([.. moves.Counts.Select(row => new JsonArray([.. row.Select(count => JsonValue.Create(count))]))]),
        };
    }

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);

    internal static JsonValue? Number(double number) => double.IsNaN(number) ? null : JsonValue.Create(number);

    private static string Word(Disclosure disclosure) => disclosure switch
    {
        Disclosure.Tiers => "tiers",
        Disclosure.Pillars => "pillars",
        _ => "internal",
    };
}
