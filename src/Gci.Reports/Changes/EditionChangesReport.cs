using System.Collections.Immutable;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;
using Gci.Reports.Sections;

namespace Gci.Reports.Changes;

/// <summary>What changed between two editions as a document: what is asked, what it is worth, and why it changed.</summary>
public static class EditionChangesReport
{
    public static Report Of(EditionComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        comparison = comparison with { Texts = comparison.Texts.Anew() };
        ImmutableArray<Block> said = Blocks(comparison);
        ImmutableArray<Block> blocks = comparison.Texts.HasFallenBack ? [new Note(comparison.Say("document.partly-english")), .. said] : said;
        return new(
            TitleOf(comparison), comparison.Say("changes.subtitle"), "GciEngine", comparison.Language, null, comparison.After.ReferenceDate, ImmutableDictionary<string, string>.Empty,
            [
                (comparison.Say("changes.before"), comparison.English(comparison.Before.Title)),
                (comparison.Say("changes.after"), comparison.English(comparison.After.Title)),
                (comparison.Say("document.language"), Languages.NameOf(comparison.Language)),
                (comparison.Say("changes.definition-before"), comparison.Before.Hash[..16]),
                (comparison.Say("changes.definition-after"), comparison.After.Hash[..16]),
            ],
            blocks);
    }

    /// <summary>The same blocks as a page shows them, below its own title; a page says itself where it is partly in English.</summary>
    public static ImmutableArray<Block> Blocks(EditionComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return [.. EditionChangesSection.Build(comparison), .. MethodChangesSection.Build(comparison)];
    }

    public static string TitleOf(EditionComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Say("changes.title", ("before", comparison.Before.Id), ("after", comparison.After.Id));
    }
}
