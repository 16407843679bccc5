using System.Collections.Immutable;
using DiffPlex;

namespace Gci.Editions.Changes;

/// <summary>What became of a text, word by word: the parts without those added are the text before, without those removed the text after.</summary>
public sealed record TextChange(ImmutableArray<TextPart> Parts)
{
    // One letter in so many of the shorter text.
    private const int LeastKept = 4;

    public string Before => string.Concat(Parts.Where(part => part.Kind != PartKind.Added).Select(part => part.Text));

    public string After => string.Concat(Parts.Where(part => part.Kind != PartKind.Removed).Select(part => part.Text));

    public bool IsSame => Parts.All(part => part.Kind == PartKind.Kept);

    /// <summary>
    /// The shortest way from one text to another, in whole words; what is removed stands before what takes its place. A text of which hardly a word
    /// is left is replaced as a whole, because crumbs of it between marks could not be read.
    /// </summary>
    public static TextChange Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var found = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker());
        var (parts, at) = (new PartList(), 0);
        foreach (var block in found.DiffBlocks)
        {
            parts.Add(PartKind.Kept, found.PiecesOld.Take(block.DeleteStartA).Skip(at));
            parts.Add(PartKind.Removed, found.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            parts.Add(PartKind.Added, found.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        parts.Add(PartKind.Kept, found.PiecesOld.Skip(at));
        var all = parts.ToImmutable();
        var left = all.Where(part => part.Kind == PartKind.Kept).Sum(part => Letters(part.Text));
        return left * LeastKept < Math.Min(Letters(before), Letters(after)) ? new([new(PartKind.Removed, before), new(PartKind.Added, after)]) : new(all);
    }

    /// <summary>A text that is new, or gone, as a whole.</summary>
    public static TextChange Whole(string text, PartKind kind) => new(string.IsNullOrEmpty(text) ? [] : [new(kind, text)]);

    /// <summary>As plain text, in which marks say what was removed and what was added.</summary>
    public override string ToString() => string.Concat(Parts.Select(part => part.Marked));

    private static int Letters(string text) => text.Count(letter => !char.IsWhiteSpace(letter));
}

/// <summary>A run of words that were kept, removed or added.</summary>
/// <param name="Kind">What became of the words.</param>
/// <param name="Text">The words, with the white space between and around them.</param>
public sealed record TextPart(PartKind Kind, string Text)
{
    /// <summary>The words with a mark that needs no colour: <c>[−gone]</c>, <c>[+new]</c>; white space at either end stays outside.</summary>
    public string Marked => Kind == PartKind.Kept || string.IsNullOrWhiteSpace(Text)
        ? Text
        : $"{Text[..^Text.TrimStart().Length]}[{(Kind == PartKind.Removed ? '−' : '+')}{Text.Trim()}]{Text[Text.TrimEnd().Length..]}";
}

/// <summary>What became of a run of words.</summary>
public enum PartKind
{
    Kept,
    Removed,
    Added,
}
