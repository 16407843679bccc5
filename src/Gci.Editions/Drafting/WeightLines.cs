using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>The lines of a draft's weight files, changed so that every scored item has points and each group's add up.</summary>
/// <param name="given">Points of new questions that follow from those of the questions they come from, by code.</param>
internal sealed class WeightLines(DraftChange change, IReadOnlyDictionary<string, decimal> given)
{
    private const decimal Step = 0.000001m;

    private readonly List<(string Code, decimal Points)> _points = [];

    internal WeightLines(DraftChange change)
        : this(change, ImmutableDictionary<string, decimal>.Empty)
    {
    }

    /// <summary>The points of an item; null where it has none.</summary>
    internal decimal? Of(string code) => change.Has(FileOf(code)) && change.Source(FileOf(code)).Top["weights"] is YamlMap weights ? Read(weights).GetValueOrDefault(code) : null;

    /// <summary>Shares out the points of a pillar anew where items came or went; others keep theirs.</summary>
    internal void Balance(string code)
    {
        var (pillar, file) = (code.Split('-')[0], FileOf(code));
        if (!change.Has(file) || change.Source(file).Top["weights"] is not YamlMap weights || PointsOf(pillar) is not { } points)
        {
            return;
        }

        var before = Read(weights);
        Share(points, change.Asked.Questionnaire.Sections.First(section => section.Pillar == pillar).Items, before);
        if (_points.Count != before.Count || _points.Any(pair => before.GetValueOrDefault(pair.Code) != pair.Points))
        {
            Write(file, before);
        }
    }

    private void Share(decimal total, ImmutableArray<Item> items, Dictionary<string, decimal?> before)
    {
        Item[] scored = [.. items.Where(WeightsReader.IsScored)];
        var shares = Shares.Of(total, [.. scored.Select(item => given.TryGetValue(item.Code, out var points) ? points : before.GetValueOrDefault(item.Code))], Step);
        foreach (var (item, points) in scored.Zip(shares))
        {
            _points.Add((item.Code, points));
            if (item is ItemGroup group)
            {
                Share(points, group.Items, before);
            }
        }
    }

    private void Write(string file, Dictionary<string, decimal?> before)
    {
        var source = change.Source(file);
        YamlMap Weights() => (YamlMap)source.Top["weights"]!;
        var last = "";
        foreach (var (code, points) in _points)
        {
            source = before.GetValueOrDefault(code) == points ? source : source.SetInline(Weights(), code, points.ToString("0.000000###", CultureInfo.InvariantCulture), last);
            last = code;
        }

        foreach (var code in before.Keys.Except(_points.Select(pair => pair.Code)))
        {
            source = source.Unset(Weights(), code);
        }

        source = source.Top.TextOf("illustrative") == "true" ? source : source.SetInline(source.Top, "illustrative", "true", "source");
        var sentence = $"Questions that are new or changed in {change.Id} and those beside them have illustrative points until experts vote.";
        var text = source.Top.TextOf("source") ?? "";
        change.Write(text.Contains(sentence, StringComparison.Ordinal) ? source : source.SetText(source.Top, "source", $"{text} {sentence}".Trim(), "illustrative"));
    }

    private string FileOf(string code) =>
        $"methodology/{change.Id}/weights/{change.Asked.Pillars.FirstOrDefault(pillar => pillar.Code == code.Split('-')[0]).Variable}.yaml";

    private decimal? PointsOf(string pillar) =>
        (change.Source($"methodology/{change.Id}/pillars.yaml").Top["pillars"] as YamlList)?.Items.OfType<YamlMap>().FirstOrDefault(map => map.TextOf("code") == pillar)?.TextOf("points") is { } points
            ? Number(points)
            : null;

    private static Dictionary<string, decimal?> Read(YamlMap weights) =>
        weights.Entries.ToDictionary(entry => entry.Key.Text, entry => (entry.Value as YamlText)?.Text is { } text ? Number(text) : null, StringComparer.Ordinal);

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
