using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Tiering;
using Gci.Tiering.Stability;

namespace Gci.Reports.Studies;

/// <summary>Writes and reads <c>robustness.json</c>: the study, from which all else follows, and what it found, for readers.</summary>
public static class StudyJson
{
    private const string Format = "gci-study/1";

    public static string Text(StudyFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var options = Options(file.Study.BestFirst);
        var json = Kept(file, options);
        json["checksum"] = Checksum(json, options);
        json["found"] = Found(file.Study.Found(), options);
        return json.ToJsonString(options) + "\n";
    }

    /// <summary>What all parts of one study have in common.</summary>
    internal static string Common(StudyFile file)
    {
        var options = Options(file.Study.BestFirst);
        var study = JsonSerializer.SerializeToNode(file.Study, options)!.AsObject();
        study.Remove("counts");
        return $"{file.Edition} {file.Definition} {file.Inputs} {study.ToJsonString(options)}";
    }

    /// <summary>The file; null with the reason among the problems.</summary>
    public static StudyFile? Read(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (InputFile.Bytes(path, problems) is not { } content)
        {
            return null;
        }

        try
        {
            var json = JsonNode.Parse(content);
            var read = Read(json);
            if (read is null || !IsWhole(read, (string?)json!["checksum"]))
            {
                problems.Add(path, 1, $"This is not a whole {StudyFile.Name} of this version; make it again with gci robustness.");
                return null;
            }

            return read;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or KeyNotFoundException or FormatException or NullReferenceException or ArithmeticException)
        {
            problems.Add(path, (int)(((e as JsonException)?.LineNumber ?? 0) + 1), $"This cannot be read as {StudyFile.Name}; make it again with gci robustness.");
            return null;
        }
    }

    private static StudyFile? Read(JsonNode? json)
    {
        if ((string?)json?["format"] != Format)
        {
            return null;
        }

        ImmutableArray<Tier> tiers = [.. json!["tiers"]!.AsArray().Select((tier, place) => new Tier((string)tier!["code"]!, (string)tier["name"]!, place))];
        var study = json["study"].Deserialize<Study>(Options(tiers));
        return study is null ? null : new((string)json["edition"]!, (string)json["definition"]!, (string)json["inputs"]!, study with { BestFirst = tiers });
    }

    // All that is read again.
    private static JsonObject Kept(StudyFile file, JsonSerializerOptions options) => new()
    {
        ["format"] = Format,
        ["edition"] = file.Edition,
        ["definition"] = file.Definition,
        ["inputs"] = file.Inputs,
        ["tiers"] = new JsonArray([.. file.Study.BestFirst.Select(tier => new JsonObject { ["code"] = tier.Code, ["name"] = tier.Name })]),
        ["study"] = JsonSerializer.SerializeToNode(file.Study with { BestFirst = [] }, options),
    };

    private static string Checksum(JsonObject kept, JsonSerializerOptions options) =>
        $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept.ToJsonString(options))))}";

    // What is read must be what was written, and counts that do not add up were not made by a study.
    private static bool IsWhole(StudyFile file, string? checksum) =>
        AddsUp(file.Study) && Options(file.Study.BestFirst) is var options && checksum == Checksum(Kept(file, options), options);

    private static bool AddsUp(Study study) =>
        study.Counts.Range is { From: >= 0, Count: > 0 }
            && study.Countries.Length == study.Counts.ByTier.Length
            && study.Counts.ByTier.All(row => row.Length == study.BestFirst.Length && row.Sum() == study.Counts.Range.Count)
            && study.Counts.Close.Scores.Length == study.Countries.Length
            && study.Counts.Close.Changing.Length == study.Countries.Length + 1
            && study.Counts.Close.Changing.Sum() == study.Counts.Close.Draws
            && study.Counts.Close.Scores.All(scores => scores.Counts.Sum() == study.Counts.Close.Draws);

    private static JsonObject Found(Robustness found, JsonSerializerOptions options) => new()
    {
        ["kept"] = found.Edition.Kept,
        ["adjustedRandIndex"] = double.IsNaN(found.Edition.AdjustedRandIndex) ? null : found.Edition.AdjustedRandIndex,
        ["weightedKappa"] = found.Edition.WeightedKappa,
        ["changingMedian"] = found.Edition.Changing.Median,
        ["changingMost"] = found.Edition.Changing.Most,
        ["flips"] = JsonSerializer.SerializeToNode(found.Edition.Flips, options),
        ["countries"] = new JsonArray([.. found.Countries.Select(country => new JsonObject
        {
            ["iso3"] = country.Country,
            ["nominal"] = country.Nominal.Code,
            ["modal"] = found.BestFirst[country.ModalPlace].Code,
            ["label"] = country.Firmness.ToString().ToLowerInvariant(),
            ["probabilities"] = new JsonObject(found.BestFirst.Select(tier => KeyValuePair.Create(tier.Code, (JsonNode?)country.Probabilities[tier.Place]))),
            ["entropy"] = country.Entropy,
            ["interval"] = JsonSerializer.SerializeToNode(country.Interval, options),
        })]),
    };

    private static JsonSerializerOptions Options(ImmutableArray<Tier> tiers)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            IgnoreReadOnlyProperties = true,
        };
        foreach (var converter in StudyConverters.Of(tiers))
        {
            options.Converters.Add(converter);
        }

        return options;
    }
}
