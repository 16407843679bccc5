using System.Collections.Immutable;

namespace Gci.Reports.Blocks;

/// <summary>A piece of a report, said once and drawn by every writer: PDF page, workbook sheet, web page.</summary>
public abstract record Block;

/// <summary>A heading; level 1 opens a chapter on a new page and goes into the contents and the bookmarks, as level 2 does.</summary>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>Running text, one paragraph. Plain text: no mark-up of any writer is read from it.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>A short text set apart from the running text, for what a reader must not miss.</summary>
public sealed record Note(string Text) : Block;

/// <summary>A list of short items, in the order given.</summary>
public sealed record Bullets(ImmutableArray<string> Items) : Block;

/// <summary>Numbered paragraphs whose numbers are cited elsewhere, such as those of the method.</summary>
public sealed record Numbered(ImmutableArray<(string Number, string Text)> Paragraphs) : Block;

/// <summary>Names with what they stand for, one a line; a value such as a fingerprint may be longer than a line.</summary>
public sealed record Facts(ImmutableArray<(string Name, string Value)> Items) : Block;

/// <summary>Two to five large figures with a caption each.</summary>
public sealed record KeyFigures(ImmutableArray<(string Figure, string Caption)> Figures) : Block;

/// <summary>Countries of one tier or group by name, set in columns.</summary>
public sealed record NameList(string Title, string? TierCode, ImmutableArray<string> Names) : Block
{
    /// <summary>A word behind each name, or null where there is none; empty where no name has one.</summary>
    public ImmutableArray<string?> Marks { get; init; } = [];
}

/// <summary>One country on one page: a name, a line under it, its tier set large, and the blocks that the page holds.</summary>
/// <param name="TierCode">The country's tier, or null where the page shows none.</param>
/// <param name="TierName">What the tier is called, shown with its code.</param>
public sealed record CountryPage(
    string Name,
    string Subtitle,
    ImmutableArray<Block> Left,
    ImmutableArray<Block> Right,
    ImmutableArray<Block> Foot,
    string? TierCode = null,
    string? TierName = null) : Block
{
    /// <summary>A word below the tier that says how firm it is; null for none.</summary>
    public string? Mark { get; init; }
}
