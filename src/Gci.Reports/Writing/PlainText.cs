using System.Text;

namespace Gci.Reports.Writing;

/// <summary>Text that every format can carry: control characters and halves of characters, which XML and PDF forbid, are replaced.</summary>
internal static class PlainText
{
    private const int LongestWord = 40;

    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.All(IsPlain) ? text : string.Concat(text.EnumerateRunes().Select(Replaced));
    }

    /// <summary>The same with a place to break, which is not seen, inside words that no line could hold.</summary>
    public static string Breakable(string text)
    {
        var plain = Of(text);
        if (plain.Length <= LongestWord || !plain.Split(' ', '\n', '\t').Any(word => word.Length > LongestWord))
        {
            return plain;
        }

        var result = new StringBuilder();
        var run = 0;
        foreach (var rune in plain.EnumerateRunes())
        {
            run = Rune.IsWhiteSpace(rune) ? 0 : run + 1;
            result.Append(run > LongestWord / 2 && run % 10 == 1 && Rune.IsLetterOrDigit(rune) ? "\u200B" : "").Append(rune.ToString());
        }

        return result.ToString();
    }

    private static bool IsPlain(char letter) =>
        letter is '\n' or '\t' || (!char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\uFFFE' or '\uFFFF'));

    private static string Replaced(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => rune.ToString(),
        0xFFFE or 0xFFFF => "\uFFFD",
        _ when Rune.IsControl(rune) => " ",
        _ => rune.ToString(),
    };
}
