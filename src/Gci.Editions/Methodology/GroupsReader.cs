using System.Collections.Immutable;
using Gci.Editions.Yaml;

namespace Gci.Editions.Methodology;

/// <summary>Reads <c>groups.yaml</c>: regions, which divide the countries of an edition among them, and other groups.</summary>
internal static class GroupsReader
{
    private static readonly Dictionary<string, GroupKind> s_kinds = new()
    {
        ["region"] = GroupKind.Region,
        ["group"] = GroupKind.Group,
        ["union"] = GroupKind.Union,
    };

    internal static ImmutableArray<CountryGroup> Read(MapReader map, IReadOnlyDictionary<string, Country> countries)
    {
        var groups = new List<CountryGroup>();
        var regions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in map.Maps("groups"))
        {
            var group = Group(item, groups, countries);
            if (groups.Any(other => other.Code == group.Code))
            {
                item.Problem("code", $"The group {group.Code} stands twice.");
            }

            foreach (var member in group.Kind == GroupKind.Region ? group.Members : [])
            {
                if (!regions.TryAdd(member, group.Code))
                {
                    item.Problem("members", $"{member} is in the regions {regions[member]} and {group.Code}; a country is in one.");
                }
            }

            groups.Add(group);
        }

        CheckMembers(map, groups, regions);
        map.Done();
        return [.. groups];
    }

    private static CountryGroup Group(MapReader map, List<CountryGroup> before, IReadOnlyDictionary<string, Country> countries)
    {
        var kind = map.OneOf("kind", s_kinds);
        var members = kind == GroupKind.Union ? Union(map, before) : Members(map, countries);
        var titles = map.Map("titles");
        var translated = titles is null ? [] : CountriesReader.Names(titles);
        titles?.Done();
        var group = new CountryGroup(map.Text("code"), kind, map.Text("title"), translated, members, map.Text("source"));
        map.Done();
        return group;
    }

    private static ImmutableSortedSet<string> Union(MapReader map, List<CountryGroup> before)
    {
        var members = new List<string>();
        foreach (var word in map.Words("of"))
        {
            if (before.Find(group => group.Code == word.Text) is { } group)
            {
                members.AddRange(group.Members);
            }
            else
            {
                map.Problems.Add(map.File, word.Line, $"There is no group {word.Text} before this one.");
            }
        }

        return [.. members.Order(StringComparer.Ordinal)];
    }

    private static ImmutableSortedSet<string> Members(MapReader map, IReadOnlyDictionary<string, Country> countries)
    {
        var members = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in map.Words("members"))
        {
            if (!countries.ContainsKey(word.Text))
            {
                map.Problems.Add(map.File, word.Line, $"{word.Text} is not in countries.yaml.");
            }
            else if (!members.Add(word.Text))
            {
                map.Problems.Add(map.File, word.Line, $"{word.Text} stands twice among the members.");
            }
        }

        if (members.Count == 0)
        {
            map.Problem("members", "\"members\" is missing or empty.");
        }

        return [.. members];
    }

    private static void CheckMembers(MapReader map, List<CountryGroup> groups, Dictionary<string, string> regions)
    {
        if (regions.Count == 0)
        {
            map.Problem("groups", "There is no region; the regions say which countries the edition has.");
        }

        foreach (var group in groups.Where(group => group.Kind == GroupKind.Group))
        {
            foreach (var member in group.Members.Where(member => !regions.ContainsKey(member)))
            {
                map.Problem("groups", $"{member} is in the group {group.Code} and in no region.");
            }
        }
    }
}
