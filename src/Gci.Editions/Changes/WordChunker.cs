using System.Globalization;
using DiffPlex;

namespace Gci.Editions.Changes;

/// <summary>Cuts a text into words, white space and marks; scripts that write no spaces, such as Chinese, are cut into letters. The pieces in a row are the text.</summary>
internal sealed class WordChunker : IChunker
{
    public IReadOnlyList<string> Chunk(string text)
    {
        var pieces = new List<string>();
        var (start, last) = (0, Sort.Alone);
        for (var at = 0; at < text.Length;)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            var sort = SortOf(text, at);
            if (at > start && (sort != last || sort == Sort.Alone))
            {
                pieces.Add(text[start..at]);
                start = at;
            }

            (last, at) = (sort, at + length);
        }

        if (start < text.Length)
        {
            pieces.Add(text[start..]);
        }

        return pieces;
    }

    private static Sort SortOf(string text, int at)
    {
        var letter = char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at];
        return char.IsWhiteSpace(text, at) ? Sort.Space
            : letter is (>= 0x2E80 and <= 0xA4CF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) ? Sort.Alone
            : char.IsLetterOrDigit(text, at) || text[at] is '-' or '\'' or '’' || IsInside(text, at) || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? Sort.Word
            : Sort.Alone;
    }

    // The stop in a code such as LEG-1.2, or in a number.
    private static bool IsInside(string text, int at) =>
        text[at] is '.' or ',' && at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    private enum Sort
    {
        Word,
        Space,
        Alone,
    }
}
