using Gci.Editions.Changes;

namespace Gci.Reports.Blocks;

/// <summary>A text below its label, with the words that were removed and those that were added marked, never by colour alone.</summary>
/// <param name="Label">What the text is, such as "Help".</param>
/// <param name="Language">The language of the text; null where that is the document's own.</param>
public sealed record Compared(string Label, TextChange Change, string? Language = null) : Block;
