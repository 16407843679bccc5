using System.Collections.Immutable;
using Gci.Editions.Changes;
using Gci.Editions.Methodology;
using Gci.Reports.Blocks;
using Gci.Reports.Changes;

namespace Gci.Reports.Sections;

/// <summary>Tables with a column before and a column after.</summary>
internal static class ChangeTables
{
    internal static Table Weights(EditionComparison comparison, string title, IEnumerable<WeightChange> weights, bool withShares = false) => new(
        title,
        [
            new(comparison.Say("changes.code-before"), 12), new(comparison.Say("changes.code-after"), 12), new(comparison.Say("changes.label.title"), 40),
            new(comparison.Say("changes.points-before"), 12, Align.End), new(comparison.Say("changes.points-after"), 12, Align.End),
            .. withShares ? [new Column(comparison.Say("changes.share-before"), 14, Align.End), new Column(comparison.Say("changes.share-after"), 14, Align.End)] : Array.Empty<Column>(),
        ],
        [
            .. weights.Select(weight => (ImmutableArray<Cell>)
            [
                new TextCell(weight.Before?.Code ?? ""), new TextCell(weight.After?.Code ?? ""), new TextCell(TitleOf(comparison, weight)),
                new NumberCell(weight.Before?.Points, 4), new NumberCell(weight.After?.Points, 4),
                .. withShares ? [new NumberCell(weight.Before?.Share, 6), new NumberCell(weight.After?.Share, 6)] : Array.Empty<Cell>(),
            ]),
        ]);

    internal static Table Credits(EditionComparison comparison, IEnumerable<CreditChange> credits) => new(
        comparison.Say("changes.credits"),
        [new(comparison.Say("changes.code-before"), 12), new(comparison.Say("changes.code-after"), 12), new(comparison.Say("changes.worth-before"), 38), new(comparison.Say("changes.worth-after"), 38)],
        [
            .. credits.Select(credit => (ImmutableArray<Cell>)
            [
                new TextCell(credit.QuestionBefore?.Code ?? ""), new TextCell(credit.QuestionAfter?.Code ?? ""),
                new TextCell(comparison.Credit(credit.QuestionBefore, credit.Before, isAfter: false)), new TextCell(comparison.Credit(credit.QuestionAfter, credit.After, isAfter: true)),
            ]),
        ]);

    internal static Table Tiers(EditionComparison comparison) => new(
        comparison.Say("changes.tiers"),
        [new(comparison.Say("changes.tier"), 10), .. Columns(comparison, "changes.name-before", "changes.name-after", "changes.bounds-before", "changes.bounds-after")],
        [
            .. comparison.Changes.Tiers.Select(tier => (ImmutableArray<Cell>)
            [
                new TextCell(tier.Code), new TextCell(NameOf(comparison, tier.Before, isAfter: false)), new TextCell(NameOf(comparison, tier.After, isAfter: true)),
                new TextCell(comparison.Bounds(tier.Before)), new TextCell(comparison.Bounds(tier.After)),
            ]),
        ]);

    internal static Table Levels(EditionComparison comparison) => new(
        comparison.Say("changes.levels"),
        [.. Columns(comparison, "changes.level-before", "changes.level-after", "changes.rule-before", "changes.rule-after")],
        [
            .. comparison.Changes.Levels.Select(level => (ImmutableArray<Cell>)
            [
                new TextCell(level.Before is { } before ? comparison.Marked(comparison.Wording.Before.Level(before)) : ""), new TextCell(level.After is { } after ? comparison.Marked(comparison.Wording.After.Level(after)) : ""),
                new TextCell(level.Before is { } old ? comparison.Rule(old.Rule) : ""), new TextCell(level.After is { } now ? comparison.Rule(now.Rule) : ""),
            ]),
        ]);

    private static IEnumerable<Column> Columns(EditionComparison comparison, params IEnumerable<string> keys) => keys.Select(key => new Column(comparison.Say(key), 20));

    private static string NameOf(EditionComparison comparison, TierText? tier, bool isAfter) =>
        tier is null ? "" : comparison.Marked((isAfter ? comparison.Wording.After : comparison.Wording.Before).Tier(tier.Tier));

    private static string TitleOf(EditionComparison comparison, WeightChange weight) => weight switch
    {
        { After.Item: { } item } => comparison.Marked(comparison.Wording.After.Title(item)),
        { After: { } pillar } => comparison.Marked(comparison.Wording.After.Pillar(pillar.Code)),
        { Before.Item: { } item } => comparison.Marked(comparison.Wording.Before.Title(item)),
        _ => comparison.Marked(comparison.Wording.Before.Pillar(weight.Before!.Code)),
    };
}
