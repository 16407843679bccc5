using System.Collections.Immutable;

namespace Gci.Reports.Blocks;

/// <summary>A document: what the cover says and the blocks that follow it.</summary>
/// <param name="Language">BCP 47 language of the texts, such as <c>en</c> or <c>ar</c>; it also sets the direction.</param>
/// <param name="Notice">A sentence shown on the cover and on every page, such as "Internal: not for publication"; null for none.</param>
/// <param name="Date">The date of the document; the same document has the same date whenever it is written.</param>
/// <param name="TierColours">Tier code to colour, <c>#rrggbb</c>.</param>
public sealed record Report(
    string Title,
    string Subtitle,
    string Publisher,
    string Language,
    string? Notice,
    DateOnly Date,
    ImmutableDictionary<string, string> TierColours,
    ImmutableArray<(string Name, string Value)> Particulars,
    ImmutableArray<Block> Blocks);

/// <summary>A workbook: sheets in the order in which they are shown.</summary>
public sealed record Workbook(string Title, string Language, string? Notice, DateOnly Date, ImmutableDictionary<string, string> TierColours, ImmutableArray<Sheet> Sheets);

/// <summary>One sheet: its tab's name (at most 31 characters) and blocks; the table of a sheet gets frozen heads and filters.</summary>
public sealed record Sheet(string Name, ImmutableArray<Block> Blocks);
