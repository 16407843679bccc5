using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Changes;

/// <summary>Puts what two editions say about levels, tiers, method and countries side by side, each by its code.</summary>
internal sealed class MethodComparison(Edition before, Edition after)
{
    internal ImmutableArray<LevelChange> Levels() =>
    [
        .. Enumerable.Range(0, Math.Max(before.Levels.Length, after.Levels.Length))
            .Select(depth => new LevelChange(depth, before.Levels.ElementAtOrDefault(depth), after.Levels.ElementAtOrDefault(depth))),
    ];

    internal ImmutableArray<TierChange> Tiers() => Pairs(before.Tiers.BestFirst, after.Tiers.BestFirst, tier => tier.Tier.Code, (old, tier) => new TierChange(old, tier));

    internal ImmutableArray<ParagraphChange> Paragraphs() => Pairs(
        All(before.Method), All(after.Method), one => one.Paragraph.Number,
        (old, one) => new ParagraphChange((one ?? old)!.Paragraph.Number, (one ?? old)!.Chapter, old?.Paragraph.Text, one?.Paragraph.Text));

    internal ImmutableArray<EvidenceKindChange> EvidenceKinds() =>
        Pairs(before.Questionnaire!.EvidenceKinds, after.Questionnaire!.EvidenceKinds, kind => kind.Code, (old, kind) => new EvidenceKindChange(old, kind));

    internal ImmutableArray<Country> Joined() => [.. after.Countries.Values.Where(country => !before.Countries.ContainsKey(country.Iso3))];

    internal ImmutableArray<Country> Left() => [.. before.Countries.Values.Where(country => !after.Countries.ContainsKey(country.Iso3))];

    internal ImmutableArray<CountryGroupChange> CountryGroups() => Pairs(
        before.Groups, after.Groups, group => group.Code,
        (old, group) => new CountryGroupChange(old, group, [.. (group?.Members ?? []).Except(old?.Members ?? [])], [.. (old?.Members ?? []).Except(group?.Members ?? [])]));

    // In the order after; what is gone comes last.
    private static ImmutableArray<TChange> Pairs<T, TChange>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> code, Func<T?, T?, TChange> change)
        where T : class
    {
        var (old, now) = (before.ToDictionary(code, StringComparer.Ordinal), after.Select(code).ToHashSet(StringComparer.Ordinal));
        return [.. after.Select(one => change(old.GetValueOrDefault(code(one)), one)), .. before.Where(one => !now.Contains(code(one))).Select(one => change(one, null))];
    }

    private static IEnumerable<Placed> All(MethodText method) => method.Chapters.SelectMany(chapter => chapter.Paragraphs.Select(paragraph => new Placed(chapter.Title, paragraph)));

    private sealed record Placed(string Chapter, MethodParagraph Paragraph);
}
