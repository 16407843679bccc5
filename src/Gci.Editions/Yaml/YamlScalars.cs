using System.Text;
using System.Text.RegularExpressions;

namespace Gci.Editions.Yaml;

/// <summary>How texts are written into definitions: plain where that is safe, folded where they are long, and otherwise in quotes.</summary>
internal static partial class YamlScalars
{
    internal const int Width = 120;

    // What other programs take for something else than a text.
    private static readonly string[] s_words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

    /// <summary>A text on one line.</summary>
    internal static string Inline(string text) => IsPlain(text) ? text : Quote(text);

    /// <summary>A word of a list or map: as definitions write codes, or in quotes.</summary>
    internal static string Word(string text) => Code().IsMatch(text) ? text : Quote(text);

    /// <summary>What stands behind <c>key:</c> in a map whose keys begin at a column: on the same line where it fits, else below.</summary>
    /// <param name="isLong">A text of sentences, which is folded even where it is short.</param>
    internal static string After(string key, string text, int column, bool isLong)
    {
        var line = $" {Inline(text)}";
        return !Foldable().IsMatch(text) ? $" {Quote(text)}"
            : !isLong && column + key.Length + 1 + line.Length <= Width ? line
            : $" {Fold(text, new(' ', column + 2))}";
    }

    /// <summary>Whether folding keeps a text as it is: no line ends, nothing that is not seen, and single spaces only.</summary>
    internal static bool IsFoldable(string text) => Foldable().IsMatch(text);

    /// <summary>A text over several lines; a language without spaces stays on one.</summary>
    internal static string Fold(string text, string indent)
    {
        var folded = new StringBuilder(">-\n");
        var length = 0;
        foreach (var word in text.Split(' '))
        {
            if (length > 0 && indent.Length + length + 1 + word.Length > Width)
            {
                folded.Append('\n');
                length = 0;
            }

            folded.Append(length == 0 ? indent : " ").Append(word);
            length += word.Length + (length == 0 ? 0 : 1);
        }

        return folded.ToString();
    }

    internal static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' => FormattableString.Invariant($"\\u{(int)letter:X4}"),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text) => Plain().IsMatch(text) && !s_words.Contains(text, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[^ \p{C}\p{Zl}\p{Zp}]+( [^ \p{C}\p{Zl}\p{Zp}]+)*$")]
    private static partial Regex Foldable();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.-]*$")]
    private static partial Regex Code();

    // Begins with a letter, holds nothing that ends a value or opens a bracket, and no colon or number sign that could begin something else.
    [GeneratedRegex(@"^[\p{L}]([^\p{C}\p{Zl}\p{Zp}:#,\[\]{}""]|:(?=[^\s,\]}])|,(?= ))*(?<![ ,:])$")]
    private static partial Regex Plain();
}
