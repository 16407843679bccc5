using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Changes;

/// <summary>Tells what became of each question, in the order of the edition after; what is gone stands where it stood.</summary>
internal static class QuestionChanges
{
    internal static ImmutableArray<QuestionChange> Of(Edition before, Edition after, Lineage lineage, Structure structure)
    {
        var (old, now) = (Places(before), Places(after));
        var moved = Moved(lineage.Kin, old, now, structure);
        return InOrder([.. lineage.Kin.Select(kin => Change(kin, moved, structure))], old, now);
    }

    private static QuestionChange Change(Kinship kin, HashSet<string> moved, Structure structure)
    {
        var parts = (kin.Before, kin.After) is ([var old], [var question])
            ? QuestionComparison.Parts(old, question) | (moved.Contains(question.Code) ? ChangedParts.Place : ChangedParts.None)
            : ChangedParts.None;
        var kind = (kin.Before.Length, kin.After.Length) switch
        {
            (0, _) => QuestionChangeKind.New,
            (_, 0) => QuestionChangeKind.Dropped,
            (1, 1) => parts == ChangedParts.None && kin.Reasons.IsEmpty ? QuestionChangeKind.Same : QuestionChangeKind.Changed,
            (1, _) => QuestionChangeKind.Split,
            (_, 1) => QuestionChangeKind.Merged,
            _ => QuestionChangeKind.Regrouped,
        };
        return new(kind, kin.Before, kin.After, parts, kin.Reasons, structure.PillarOf(kin.Before.FirstOrDefault()?.Code, kin.After.FirstOrDefault()?.Code));
    }

    /// <summary>The codes after of the questions that stand in another group, or elsewhere among the others.</summary>
    private static HashSet<string> Moved(ImmutableArray<Kinship> kin, Dictionary<string, int> old, Dictionary<string, int> now, Structure structure)
    {
        var pairs = kin.Where(one => one is { Before.Length: 1, After.Length: 1 }).Select(one => (Before: one.Before[0].Code, After: one.After[0].Code)).OrderBy(pair => now[pair.After]).ToArray();
        var elsewhere = Changes.Places.Moved([.. pairs.Select(pair => old[pair.Before])]);
        return [.. pairs.Where(pair => elsewhere.Contains(old[pair.Before]) || structure.HasOtherParent(pair.Before, pair.After)).Select(pair => pair.After)];
    }

    private static ImmutableArray<QuestionChange> InOrder(QuestionChange[] changes, Dictionary<string, int> old, Dictionary<string, int> now)
    {
        var ordered = changes.Where(change => !change.After.IsEmpty).OrderBy(change => now[change.After[0].Code]).ToList();
        foreach (var gone in changes.Where(change => change.After.IsEmpty).OrderBy(change => old[change.Before[0].Code]))
        {
            var place = old[gone.Before[0].Code];
            var neighbour = ordered.FindLastIndex(change => change.Before.Any(question => old[question.Code] == place - 1));
            ordered.Insert(neighbour + 1, gone);
        }

        return [.. ordered];
    }

    private static Dictionary<string, int> Places(Edition edition) =>
        (edition.Questionnaire?.Questions() ?? []).Index().ToDictionary(pair => pair.Item.Code, pair => pair.Index, StringComparer.Ordinal);
}
