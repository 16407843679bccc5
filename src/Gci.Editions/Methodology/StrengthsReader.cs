using Gci.Editions.Yaml;
using Gci.Tiering.Profiles;

namespace Gci.Editions.Methodology;

/// <summary>Reads <c>strengths.yaml</c>: the rule for areas of strength and growth.</summary>
internal static class StrengthsReader
{
    private static readonly Dictionary<string, Func<MapReader, StrengthRule>> s_rules = new()
    {
        ["highest-shares"] = HighestShares,
        ["above-own-mean"] = _ => new AboveOwnMean(),
        ["above-group-mean"] = _ => new AboveGroupMean(),
    };

    internal static (StrengthRule Rule, string Paragraph) Read(MapReader map, MethodText method)
    {
        var rule = map.OneOf("rule", s_rules)(map);
        var paragraph = method.Cited(map, "paragraph");
        map.Text("source");
        map.Done();
        return (rule, paragraph);
    }

    private static HighestShares HighestShares(MapReader map)
    {
        var rule = new HighestShares(map.OptionalInteger("count") ?? 2);
        if (rule.Count < 1)
        {
            map.Problem("count", "\"count\" is at least 1.");
        }

        return rule;
    }
}
