using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Pdf;

/// <summary>A report as the JSON that the Typst template reads.</summary>
internal static class ReportJson
{
    public static byte[] Of(Report report)
    {
        var root = new JsonObject
        {
            ["title"] = PlainText.Of(report.Title),
            ["subtitle"] = PlainText.Of(report.Subtitle),
            ["publisher"] = PlainText.Of(report.Publisher),
            ["language"] = report.Language.Split('-')[0].ToLowerInvariant(),
            ["rtl"] = Direction.IsRightToLeft(report.Language),
            ["notice"] = report.Notice is null ? null : PlainText.Of(report.Notice),
            ["date"] = new JsonObject { ["year"] = report.Date.Year, ["month"] = report.Date.Month, ["day"] = report.Date.Day },
            ["tiers"] = Tiers(report.TierColours),
            ["particulars"] = new JsonArray([.. report.Particulars.Select(one => JsonText.Pair(one.Name, one.Value))]),
            ["blocks"] = new JsonArray([.. new BlockJson(report).All()]),
        };
        return JsonText.Bytes(root);
    }

    private static JsonObject Tiers(ImmutableDictionary<string, string> colours) => new(
        colours.Keys.Order(StringComparer.Ordinal).Select(code => KeyValuePair.Create<string, JsonNode?>(code, Tier(Palette.OfTier(colours, code)))));

    private static JsonObject Tier(string fill) => new() { ["fill"] = fill, ["ink"] = Palette.InkOn(fill) };
}
