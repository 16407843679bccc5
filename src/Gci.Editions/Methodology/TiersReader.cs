using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Gci.Editions.Yaml;
using Gci.Tiering;

namespace Gci.Editions.Methodology;

/// <summary>Reads <c>tiers.yaml</c>, best tier first.</summary>
internal static partial class TiersReader
{
    private delegate TierScheme Make(string name, ImmutableArray<Tier> tiers);

    private static readonly Dictionary<string, Make?> s_methods = new()
    {
        ["fixed"] = null,
        ["natural-breaks"] = (name, tiers) => new NaturalBreaks(name, tiers),
        ["quantiles"] = (name, tiers) => new Quantiles(name, tiers),
        ["k-means"] = (name, tiers) => new KMeans(name, tiers),
        ["ward"] = (name, tiers) => new Ward(name, tiers),
    };

    internal static TierTable? Read(MapReader map, MethodText method, double points)
    {
        var (name, make, paragraph, source) = (map.Text("name"), map.OneOf("method", s_methods), method.Cited(map, "paragraph"), map.Text("source"));
        var outOf = make is null ? map.Number("out-of") : map.OptionalNumber("out-of") ?? points;
        var items = map.Maps("tiers");
        var tiers = items.Select((item, place) => Tier(item, place, isFixed: make is null)).ToImmutableArray();
        map.Done();
        if (!Check(map, items, tiers, make is null, outOf, points))
        {
            return null;
        }

        ImmutableArray<Tier> scale = [.. tiers.Select(tier => tier.Tier)];
        var scheme = make is null ? new FixedThresholds(name, scale, [.. tiers.Select(tier => tier.From!.Value)], outOf) : make(name, scale);
        return new(scheme, tiers, paragraph, source);
    }

    private static TierText Tier(MapReader map, int place, bool isFixed)
    {
        var colour = map.Text("colour");
        if (colour.Length > 0 && !Colour().IsMatch(colour))
        {
            map.Problem("colour", $"\"{colour}\" is not a colour such as \"#0b4f6c\".");
        }

        var (from, to) = isFixed ? (map.Number("from"), map.Number("to")) : ((double?)null, (double?)null);
        var tier = new TierText(new(map.Text("code"), map.Text("name"), place), from, to, colour, map.Text("description"), map.Text("source"));
        map.Done();
        return tier;
    }

    private static bool Check(
        MapReader map, IReadOnlyList<MapReader> items, ImmutableArray<TierText> tiers, bool isFixed, double outOf, double points)
    {
        var sound = tiers.Length > 0;
        if (!sound)
        {
            map.Problem("tiers", "\"tiers\" is missing or empty.");
        }

        for (var place = 0; place < tiers.Length; place++)
        {
            var tier = tiers[place];
            if (tiers.Take(place).Any(before => before.Tier.Code == tier.Tier.Code))
            {
                sound = Wrong(items[place], "code", $"The tier {tier.Tier.Code} stands twice.");
            }

            var above = place == 0 ? outOf : tiers[place - 1].From;
            if (isFixed && tier.To != above)
            {
                sound = Wrong(items[place], "to", place == 0
                    ? $"The best tier ends at {Text(tier.To)} and not at {Text(outOf)}, the most there is."
                    : $"Tier {tier.Tier.Code} ends at {Text(tier.To)} and the tier above begins at {Text(above)}: {(tier.To < above ? "a gap" : "an overlap")}.");
            }

            if (isFixed && tier.From >= tier.To)
            {
                sound = Wrong(items[place], "from", $"Tier {tier.Tier.Code} begins at {Text(tier.From)} and ends at {Text(tier.To)}; \"from\" must be below \"to\".");
            }
        }

        if (isFixed && tiers is [.., { From: not 0 } last])
        {
            sound = Wrong(items[^1], "from", $"The lowest tier begins at {Text(last.From)} and not at 0: a gap.");
        }

        return isFixed && outOf != points
            ? Wrong(map, "out-of", $"\"out-of\" is {Text(outOf)}, and the index has {Text(points)} points.")
            : sound;
    }

    private static bool Wrong(MapReader map, string key, string sentence)
    {
        map.Problem(key, sentence);
        return false;
    }

    private static string Text(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "nothing";

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Colour();
}
