using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Changes;

/// <summary>Puts what the parts of two editions are worth side by side.</summary>
internal sealed class WeightComparison(Edition before, Edition after, Structure structure)
{
    /// <summary>Every node below the whole index, by pillar, in the order of the edition after; what is gone comes last in its pillar.</summary>
    internal ImmutableArray<WeightChange> Nodes(ImmutableArray<QuestionChange> questions, ImmutableArray<GroupChange> groups)
    {
        var origins = before.Pillars.Select(pillar => (Old: pillar.Code, New: structure.SuccessorOf(pillar.Code)))
            .Concat(groups.Select(group => (Old: group.Before?.Code ?? "", New: group.Before is null ? null : group.After?.Code)))
            .Concat(questions.Select(change => change.Pair).OfType<(Question Before, Question After)>().Select(pair => (Old: pair.Before.Code, New: (string?)pair.After.Code)))
            .Where(pair => pair.New is not null).ToDictionary(pair => pair.New!, pair => pair.Old, StringComparer.Ordinal);
        var (old, now) = (Weights(before), Weights(after));
        var changes = now.Select(weight => Change(origins.TryGetValue(weight.Code, out var from) ? old.FirstOrDefault(one => one.Code == from) : null, weight)).ToList();
        var found = changes.Select(change => change.Before?.Code).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(old.Where(weight => !found.Contains(weight.Code)).Select(weight => Change(weight, null)));
        var order = after.Pillars.Select(pillar => pillar.Code).Concat(before.Pillars.Select(pillar => pillar.Code)).Distinct().ToList();
        return [.. changes.OrderBy(change => order.IndexOf(change.Pillar))];
    }

    /// <summary>Only questions that are scored in at least one of the editions.</summary>
    internal static ImmutableArray<CreditChange> Credits(Edition before, Edition after, ImmutableArray<QuestionChange> questions) =>
    [
        .. questions.SelectMany(change => change.Pair is var (old, question)
                ? new[] { (Before: (Question?)old, After: (Question?)question) }
                : [.. change.Before.Select(one => (Before: (Question?)one, After: (Question?)null)), .. change.After.Select(one => (Before: (Question?)null, After: (Question?)one))])
            .Select(pair => new CreditChange(pair.Before, pair.After, CreditTable.Of(before, pair.Before), CreditTable.Of(after, pair.After)))
            .Where(change => change.Before is not null || change.After is not null),
    ];

    private WeightChange Change(NodeWeight? old, NodeWeight? now)
    {
        var level = now is not null ? after.Levels[after.Tree[now.Code].Depth] : before.Levels[before.Tree[old!.Code].Depth];
        return new(level, PillarOf(old, now), old, now);
    }

    private string PillarOf(NodeWeight? old, NodeWeight? now) => structure.PillarOf(old?.Code, now?.Code);

    private static List<NodeWeight> Weights(Edition edition)
    {
        var items = edition.Questionnaire?.Items().ToList() ?? [];
        return
        [
            .. edition.Pillars.Select(pillar => (pillar.Code, Item: (Item?)null)).Concat(items.Select(item => (item.Code, Item: (Item?)item)))
                .Where(node => edition.Tree.Contains(node.Code))
                .Select(node => (node.Code, node.Item, edition.Tree[node.Code].Position))
                .Select(node => new NodeWeight(node.Code, node.Item, edition.Scorer.Maximum(node.Position), edition.Scorer.EffectiveWeight(node.Position))),
        ];
    }
}
