using System.Text;

namespace Gci.Editions.Answers;

/// <summary>What a text in anybody's own words must not be.</summary>
internal static class FreeText
{
    /// <summary>The most characters of a comment, or of a text in a table.</summary>
    internal const int Longest = 2000;

    /// <summary>Line ends as <c>\n</c>, so that a text is the same text whichever way it came.</summary>
    internal static string WithLineEnds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>What is wrong, to be said after "The comment" or "The answer to TEC-1.1"; null where nothing is.</summary>
    internal static string? Mistake(string text, int longest) =>
        LooksLikeFormula(text) ? $"begins with {Quoted.Text(text.TrimStart(' ', '\n')[..1])} and could be run as a formula; begin with a letter"
        : text.Length > longest ? FormattableString.Invariant($"has {text.Length} characters; at most {longest} are taken")
        : WithLineEnds(text).EnumerateRunes().Any(IsUnwritable) ? "holds a control character or one that is no character; take it away"
        : null;

    // What spreadsheet programs run when a text is opened as CSV. A hyphen with a space after it is the point of a list.
    private static bool LooksLikeFormula(string text) => text.TrimStart(' ', '\n') is
        ['=' or '+' or '@' or '\t' or '\r', ..] or ['-', not (' ' or '\n' or '\r' or '\u00A0'), ..];

    // Half a surrogate pair is enumerated as U+FFFD.
    private static bool IsUnwritable(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        0xFFFD or 0xFFFE or 0xFFFF => true,
        _ => Rune.IsControl(rune),
    };
}
