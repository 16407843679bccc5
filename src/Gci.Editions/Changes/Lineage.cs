using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Changes;

/// <summary>Which questions of two editions belong together, and why.</summary>
/// <param name="Path">The editions over which the migration maps lead, the earliest first; empty where codes and variables decide.</param>
internal sealed record Lineage(ImmutableArray<string> Path, ImmutableArray<Kinship> Kin)
{
    /// <param name="known">Editions among which those between the two are found.</param>
    internal static Lineage Of(Edition before, Edition after, IEnumerable<Edition> known) => Chain(before, after, known) is { } chain
        ? new([.. chain.Select(edition => edition.Id)], ByMap(chain))
        : new([], ByCode(before, after));

    private static List<Edition>? Chain(Edition before, Edition after, IEnumerable<Edition> known)
    {
        var others = known.ToLookup(edition => edition.Id, StringComparer.Ordinal);
        var chain = new List<Edition> { after };
        while (chain[0].Id != before.Id)
        {
            var from = chain[0].Migration?.DerivedFrom;
            var earlier = from == before.Id ? before : from is null ? null : others[from].FirstOrDefault();
            if (earlier is null || chain.Contains(earlier))
            {
                return null;
            }

            chain.Insert(0, earlier);
        }

        return chain.Count > 1 ? chain : null;
    }

    private static ImmutableArray<Kinship> ByMap(List<Edition> chain)
    {
        var families = new Families();
        for (var place = 1; place < chain.Count; place++)
        {
            foreach (var entry in chain[place].Migration!.Entries)
            {
                families.Unite([.. entry.From.Select(code => (place - 1, code)), .. entry.To.Select(code => (place, code))]);
            }
        }

        var reasons = chain.Index().Skip(1)
            .SelectMany(one => one.Item.Migration!.Entries.Where(entry => entry.Reason is not null)
                .Select(entry => (Family: families.Of((one.Index - 1, entry.From[0])), Reason: new ChangeReason(one.Item.Id, entry.Kind, entry.Reason!))))
            .ToLookup(pair => pair.Family, pair => pair.Reason);
        return Gathered(chain[0], chain[^1], code => families.Of((0, code)), code => families.Of((chain.Count - 1, code)), family => [.. reasons[family]]);
    }

    // A code is never given to another question; a variable stays with what is measured.
    private static ImmutableArray<Kinship> ByCode(Edition before, Edition after)
    {
        var families = new Families();
        var (old, now) = (Questions(before).ToList(), Questions(after).ToDictionary(question => question.Code, StringComparer.Ordinal));
        var open = now.Values.ToDictionary(question => question.Variable, StringComparer.Ordinal);
        foreach (var question in old.Where(question => now.ContainsKey(question.Code)))
        {
            families.Unite([(0, question.Code), (1, question.Code)]);
            open.Remove(now[question.Code].Variable);
        }

        foreach (var question in old.Where(question => !now.ContainsKey(question.Code)))
        {
            if (open.Remove(question.Variable, out var kin))
            {
                families.Unite([(0, question.Code), (1, kin.Code)]);
            }
        }

        return Gathered(before, after, code => families.Of((0, code)), code => families.Of((1, code)), _ => []);
    }

    private static ImmutableArray<Kinship> Gathered(
        Edition before, Edition after, Func<string, (int, string)> ofBefore, Func<string, (int, string)> ofAfter, Func<(int, string), ImmutableArray<ChangeReason>> reasons)
    {
        var old = Questions(before).ToLookup(question => ofBefore(question.Code));
        var now = Questions(after).ToLookup(question => ofAfter(question.Code));
        return
        [
            .. old.Select(family => family.Key).Concat(now.Select(family => family.Key)).Distinct()
                .SelectMany(family => Parted([.. old[family]], [.. now[family]]).Select(kin => new Kinship(kin.Before, kin.After, reasons(family)))),
        ];
    }

    // Questions that went without a successor, or came without an origin, are told one by one.
    private static IEnumerable<(ImmutableArray<Question> Before, ImmutableArray<Question> After)> Parted(ImmutableArray<Question> before, ImmutableArray<Question> after) =>
        before.IsEmpty ? after.Select(question => (ImmutableArray<Question>.Empty, ImmutableArray.Create(question)))
        : after.IsEmpty ? before.Select(question => (ImmutableArray.Create(question), ImmutableArray<Question>.Empty))
        : [(before, after)];

    private static IEnumerable<Question> Questions(Edition edition) => edition.Questionnaire?.Questions() ?? [];
}

/// <summary>Questions before and after that belong together.</summary>
internal sealed record Kinship(ImmutableArray<Question> Before, ImmutableArray<Question> After, ImmutableArray<ChangeReason> Reasons);
