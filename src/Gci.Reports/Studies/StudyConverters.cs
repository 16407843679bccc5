using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Scoring.Elicitation;
using Gci.Tiering;
using Gci.Tiering.Stability;

namespace Gci.Reports.Studies;

/// <summary>How the words of a study are written: by code or setting, and read again to the same.</summary>
internal static class StudyConverters
{
    /// <param name="tiers">The study's tiers, which are written by their codes.</param>
    internal static IEnumerable<JsonConverter> Of(ImmutableArray<Tier> tiers) =>
    [
        new Word<Tier>(tier => tier.Code, code => tiers.FirstOrDefault(tier => tier.Code == code)),
        new Word<WeightSampler>(sampler => sampler.Setting, WeightSampler.Of),
        new Word<Aggregator>(Aggregators.Setting, Aggregators.Of),
        new Word<Ballot>(ballot => ballot.Expert, expert => new(expert, ImmutableDictionary<string, double>.Empty)),
        new Word<ScoreHistogram>(Written, Histogram),
        new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
    ];

    // The first step and the counts from it on: a list of numbers would take a line each.
    private static string Written(ScoreHistogram histogram) => string.Create(CultureInfo.InvariantCulture, $"{histogram.First}: {string.Join(' ', histogram.Counts)}");

    private static ScoreHistogram? Histogram(string text)
    {
        if (text.Split(": ") is not [var first, var counts] || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var step))
        {
            return null;
        }

        int[] all = [.. counts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(count => int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)];
        return all.Contains(-1) || step + all.Length > ScoreHistogram.Steps + 1 ? null : new(step, [.. all]);
    }

    private sealed class Word<T>(Func<T, string> write, Func<string, T?> read) : JsonConverter<T>
        where T : class
    {
        public override bool CanConvert(Type typeToConvert) => typeof(T).IsAssignableFrom(typeToConvert);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (reader.TokenType == JsonTokenType.String ? read(reader.GetString()!) : null) ?? throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
