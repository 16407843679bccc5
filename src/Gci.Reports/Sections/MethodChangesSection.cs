using System.Collections.Immutable;
using Gci.Editions.Changes;
using Gci.Reports.Blocks;
using Gci.Reports.Changes;

namespace Gci.Reports.Sections;

/// <summary>What became of weights, credits, tiers, levels, the words of the method and the countries.</summary>
internal static class MethodChangesSection
{
    internal static IEnumerable<Block> Build(EditionComparison comparison) =>
        [.. Weights(comparison), .. Credits(comparison), .. Rules(comparison), .. Paragraphs(comparison), .. Countries(comparison)];

    /// <summary>Where weights are not those of an Expert Group, this is said wherever they are shown.</summary>
    internal static IEnumerable<Note> Illustrative(EditionComparison comparison) => new[] { comparison.Before, comparison.After }.Where(edition => edition.Weights.IsIllustrative)
        .Select(edition => new Note($"{comparison.Say("changes.illustrative", ("edition", edition.Id))} {comparison.English(edition.Weights.Source)}"));

    private static IEnumerable<Block> Weights(EditionComparison comparison)
    {
        yield return new Heading(1, comparison.Say("changes.weights"));
        foreach (var note in Illustrative(comparison))
        {
            yield return note;
        }

        var changed = comparison.Changes.Weights.Where(weight => !weight.IsSame).ToArray();
        yield return new Paragraph(comparison.Say("changes.weights-same", ("count", comparison.Changes.Weights.Length - changed.Length)));
        foreach (var level in changed.GroupBy(weight => weight.Level.Name))
        {
            yield return ChangeTables.Weights(comparison, comparison.Marked(comparison.Wording.After.Levels(level.First().Level)), level);
        }
    }

    private static IEnumerable<Block> Credits(EditionComparison comparison)
    {
        var changed = comparison.Changes.Credits.Where(credit => !credit.IsSame).ToArray();
        yield return new Heading(1, comparison.Say("changes.credits"));
        yield return new Paragraph(comparison.Say("changes.credits-what"));
        yield return changed.Length == 0 ? new Paragraph(comparison.Say("changes.credits-same")) : ChangeTables.Credits(comparison, changed);
    }

    private static IEnumerable<Block> Rules(EditionComparison comparison)
    {
        var (before, after) = (comparison.Before, comparison.After);
        yield return new Heading(1, comparison.Say("changes.method"));
        yield return new Heading(2, comparison.Say("changes.tiers"));
        yield return comparison.Changes.Tiers.All(tier => tier.IsSame) ? new Paragraph(comparison.Say("changes.tiers-same")) : ChangeTables.Tiers(comparison);
        yield return new Heading(2, comparison.Say("changes.levels"));
        yield return comparison.Changes.Levels.All(level => level.IsSame) ? new Paragraph(comparison.Say("changes.levels-same")) : ChangeTables.Levels(comparison);
        if (before.StrengthRule != after.StrengthRule)
        {
            yield return new Compared(comparison.Say("changes.strengths"), TextChange.Between(comparison.Strengths(before.StrengthRule), comparison.Strengths(after.StrengthRule)));
        }
    }

    private static IEnumerable<Block> Paragraphs(EditionComparison comparison)
    {
        yield return new Heading(2, comparison.Say("changes.paragraphs"));
        var changed = comparison.Changes.Paragraphs.Where(paragraph => !paragraph.IsSame).ToArray();
        if (changed.Length == 0)
        {
            yield return new Paragraph(comparison.Say("changes.paragraphs-same"));
        }

        foreach (var paragraph in changed)
        {
            yield return comparison.Compared(comparison.Say("changes.paragraph", ("number", paragraph.Number)), ChangeWording.English(paragraph.Before ?? "", paragraph.After ?? ""));
        }
    }

    private static IEnumerable<Block> Countries(EditionComparison comparison)
    {
        var changes = comparison.Changes;
        ImmutableArray<(string, string)> facts =
        [
            .. Named(comparison, "changes.countries-joined", changes.CountriesJoined.Select(country => country.Iso3)),
            .. Named(comparison, "changes.countries-left", changes.CountriesLeft.Select(country => country.Iso3)),
            .. changes.CountryGroups.Where(group => !group.IsSame).Select(group => (group.Code, Of(comparison, group))),
            .. changes.EvidenceKinds.Where(kind => !kind.IsSame).Select(kind => (comparison.Say("changes.evidence-kind", ("code", kind.Code)), TextChange.Between(kind.Before?.Title ?? "", kind.After?.Title ?? "").ToString())),
        ];
        yield return new Heading(2, comparison.Say("changes.countries"));
        yield return facts.IsEmpty ? new Paragraph(comparison.Say("changes.countries-same")) : new Facts(facts);
    }

    private static string Of(EditionComparison comparison, CountryGroupChange group) => group switch
    {
        { Before: null } => comparison.Say("changes.group-new"),
        { After: null } => comparison.Say("changes.group-gone"),
        { Before: { } old, After: { } now } => string.Join(
            ' ',
            [
                .. old.Title != now.Title ? [TextChange.Between(old.TitleIn(comparison.Language), now.TitleIn(comparison.Language)).ToString()] : Array.Empty<string>(),
                .. Named(comparison, "changes.countries-joined", group.Joined).Concat(Named(comparison, "changes.countries-left", group.Left)).Select(pair => $"{pair.Item1}: {pair.Item2}."),
            ]),
    };

    private static IEnumerable<(string, string)> Named(EditionComparison comparison, string key, IEnumerable<string> codes)
    {
        var countries = comparison.Before.Countries.AddRange(comparison.After.Countries.Where(pair => !comparison.Before.Countries.ContainsKey(pair.Key)));
        var names = codes.Select(code => countries.TryGetValue(code, out var country) ? country.NameIn(comparison.Language) : code).ToArray();
        return names.Length == 0 ? [] : [(comparison.Say(key), comparison.Row(names))];
    }
}
