using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Changes;

/// <summary>The pillars and groups of two editions side by side: by code, the rest by variable.</summary>
internal sealed class Structure
{
    private readonly Dictionary<string, string> _successors;
    private readonly Dictionary<string, string> _parentsBefore;
    private readonly Dictionary<string, string> _parentsAfter;
    private readonly Edition _before;
    private readonly Edition _after;

    internal Structure(Edition before, Edition after)
    {
        (_before, _after) = (before, after);
        (_parentsBefore, _parentsAfter) = (Parents(before), Parents(after));
        _successors = Successors([.. Frames(before)], [.. Frames(after)]);
    }

    /// <summary>The code that a pillar or group of the edition before has in the one after; null where it is gone.</summary>
    internal string? SuccessorOf(string code) => _successors.GetValueOrDefault(code);

    internal bool HasOtherParent(string before, string after) => SuccessorOf(_parentsBefore[before]) != _parentsAfter[after];

    /// <summary>The pillar of a change: where it stands, otherwise the successor of where it stood, otherwise that itself.</summary>
    internal string PillarOf(string? before, string? after) =>
        after is not null ? Top(after, _parentsAfter) : SuccessorOf(Top(before!, _parentsBefore)) ?? Top(before!, _parentsBefore);

    internal ImmutableArray<GroupChange> Groups()
    {
        var old = Groups(_before).ToDictionary(group => group.Code, StringComparer.Ordinal);
        var origins = _successors.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        return
        [
            .. Groups(_after).Select(group => new GroupChange(origins.TryGetValue(group.Code, out var from) ? old.GetValueOrDefault(from) : null, group, PillarOf(null, group.Code))),
            .. old.Values.Where(group => SuccessorOf(group.Code) is null).Select(group => new GroupChange(group, null, PillarOf(group.Code, null))),
        ];
    }

    internal ImmutableArray<PillarChange> Pillars(ImmutableArray<QuestionChange> questions)
    {
        var origins = _successors.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var pairs = _after.Pillars.Select(pillar => (Before: _before.Pillars.FirstOrDefault(old => origins.GetValueOrDefault(pillar.Code) == old.Code), After: (Methodology.Pillar?)pillar))
            .Concat(_before.Pillars.Where(pillar => SuccessorOf(pillar.Code) is null).Select(pillar => (Before: (Methodology.Pillar?)pillar, After: (Methodology.Pillar?)null)));
        return
        [
            .. pairs.Select(pair => new PillarChange(
                pair.Before, pair.After, SectionOf(_before, pair.Before?.Code), SectionOf(_after, pair.After?.Code),
                questions.Where(question => question.Pillar == (pair.After ?? pair.Before)!.Code).GroupBy(question => question.Kind)
                    .ToImmutableSortedDictionary(group => group.Key, group => group.Count()))),
        ];
    }

    private static Section? SectionOf(Edition edition, string? pillar) => edition.Questionnaire?.Sections.FirstOrDefault(section => section.Pillar == pillar);

    private static Dictionary<string, string> Successors((string Code, string Variable)[] before, (string Code, string Variable)[] after)
    {
        var codes = after.Select(frame => frame.Code).ToHashSet(StringComparer.Ordinal);
        var found = before.Where(frame => codes.Contains(frame.Code)).ToDictionary(frame => frame.Code, frame => frame.Code, StringComparer.Ordinal);
        var open = after.Where(frame => !found.ContainsKey(frame.Code)).DistinctBy(frame => frame.Variable).ToDictionary(frame => frame.Variable, frame => frame.Code, StringComparer.Ordinal);
        foreach (var frame in before.Where(frame => !found.ContainsKey(frame.Code)))
        {
            if (open.Remove(frame.Variable, out var code))
            {
                found[frame.Code] = code;
            }
        }

        return found;
    }

    private static IEnumerable<(string Code, string Variable)> Frames(Edition edition) =>
        edition.Pillars.Select(pillar => (pillar.Code, pillar.Variable)).Concat(Groups(edition).Select(group => (group.Code, group.Variable)));

    private static IEnumerable<ItemGroup> Groups(Edition edition) => edition.Questionnaire?.Items().OfType<ItemGroup>() ?? [];

    private static Dictionary<string, string> Parents(Edition edition)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in edition.Questionnaire?.Sections ?? [])
        {
            Add(section.Items, section.Pillar);
        }

        return parents;

        void Add(ImmutableArray<Item> items, string parent)
        {
            foreach (var item in items)
            {
                parents[item.Code] = parent;
                if (item is ItemGroup group)
                {
                    Add(group.Items, group.Code);
                }
            }
        }
    }

    private static string Top(string code, Dictionary<string, string> parents)
    {
        while (parents.TryGetValue(code, out var parent))
        {
            code = parent;
        }

        return code;
    }
}
