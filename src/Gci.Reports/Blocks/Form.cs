using System.Collections.Immutable;

namespace Gci.Reports.Blocks;

/// <summary>A text with the language it is in; null where that is the document's own.</summary>
public sealed record Said(string Text, string? Language = null);

/// <summary>What a form asks in one place. What is asked stays together on one page with the beginning of what is filled in.</summary>
/// <param name="Level">The level of its heading, which is not listed in the contents.</param>
/// <param name="Mark">A word beside the title, such as one that says that it is not translated; null for none.</param>
/// <param name="Condition">When it is to be filled in; null for always.</param>
/// <param name="Wanted">How it is to be filled in.</param>
public sealed record FormEntry(
    int Level, string Code, Said Title, string? Mark, string? Condition, Said Text, Said Help, string Wanted, ImmutableArray<FormPart> Parts) : Block;

/// <summary>A place in a form that is filled in, empty or with what is there already.</summary>
public abstract record FormPart;

/// <summary>Options with a box each; round boxes where only one may be marked.</summary>
/// <param name="HasLine">Whether there is room to write behind the last.</param>
public sealed record Boxes(bool IsOne, ImmutableArray<(bool IsMarked, Said Label)> Options, bool HasLine = false) : FormPart;

/// <summary>A text, or so many lines to write on where there is none.</summary>
/// <param name="Label">What stands above it; null where it belongs to what stands before.</param>
public sealed record Field(string? Label, string? Value, int Lines) : FormPart;

/// <summary>A ruled table with rows to write in below those that are filled.</summary>
/// <param name="Label">What stands above it.</param>
/// <param name="Note">What is said below the label; null for nothing.</param>
/// <param name="Widths">Shares of the width, one a column.</param>
public sealed record Ruled(
    string Label, string? Note, ImmutableArray<Said> Heads, ImmutableArray<double> Widths, ImmutableArray<ImmutableArray<string>> Rows, int EmptyRows) : FormPart;
