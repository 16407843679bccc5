using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>Where a question or group stands: the list that holds it, and its place there.</summary>
/// <param name="Parent">The group or pillar around it.</param>
internal sealed record ItemPlace(YamlSource Source, YamlMap Map, YamlList List, int Number, string Parent)
{
    internal static ItemPlace? Find(YamlSource source, string code) => Find(source, source.Top, source.Top.TextOf("pillar") ?? "", code);

    /// <summary>The map of a group, or of the whole file for its pillar.</summary>
    internal static YamlMap? Group(YamlSource source, string code) => source.Top.TextOf("pillar") == code ? source.Top : Find(source, code)?.Map;

    private static ItemPlace? Find(YamlSource source, YamlMap group, string parent, string code)
    {
        if (group["items"] is not YamlList list)
        {
            return null;
        }

        for (var number = 0; number < list.Items.Count; number++)
        {
            if (list.Items[number] is not YamlMap map)
            {
                continue;
            }

            var found = map.TextOf("code") == code ? new(source, map, list, number, parent) : Find(source, map, map.TextOf("code") ?? "", code);
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
