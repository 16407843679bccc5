using System.Globalization;
using System.Text;

namespace Gci.Web.Files;

/// <summary>The name of an uploaded file as people see it again. It is never a path and never decides what the file is.</summary>
internal static class FileName
{
    internal const int Longest = 255;

    /// <summary>The last part of a name without control characters and marks that turn the direction of text, ending as its type does.</summary>
    internal static string Clean(string name, FileType type)
    {
        var last = name.Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(rune => !IsHidden(rune)))
        {
            kept.Append(rune.ToString());
        }

        var tidy = kept.ToString().Normalize().TrimEnd(' ', '.');
        var ending = type.Endings.FirstOrDefault(ending => tidy.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        var stem = (ending is null ? tidy : tidy[..^ending.Length]).Trim(' ', '.');
        return Shortened(stem.Length == 0 ? "file" : stem, Longest - type.Endings[0].Length) + (ending is null ? type.Endings[0] : tidy[^ending.Length..]);
    }

    // U+FFFD stands for half of a pair; joiners (U+200C, U+200D) are part of how some scripts are written.
    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        0x200C or 0x200D => false,
        0xFFFD => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned,
    };

    private static string Shortened(string text, int maximum)
    {
        var end = Math.Min(text.Length, maximum);
        return text[..(end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end)].TrimEnd();
    }
}
