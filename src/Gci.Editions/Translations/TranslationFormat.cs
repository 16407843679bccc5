using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gci.Editions.Translations;

/// <summary>How translations are written into a file, always in the same form.</summary>
/// <param name="Schema">The name of the schema that the files obey.</param>
/// <param name="IsByCode">Whether keys stand as code and field, or as they are.</param>
internal sealed partial record TranslationFormat(string Schema, bool IsByCode)
{
    private const int Width = 120;

    internal static TranslationFormat OfEdition { get; } = new("translation", IsByCode: true);

    internal static TranslationFormat OfInterface { get; } = new("interface-translation", IsByCode: false);

    /// <summary>The content of a file with these entries in their order.</summary>
    internal string Text(IEnumerable<(string Key, TranslatedText Text)> entries)
    {
        var text = new StringBuilder($"# yaml-language-server: $schema=../../schema/{Schema}.schema.json\n");
        var code = "";
        foreach (var (key, entry) in entries)
        {
            var (owner, field) = IsByCode ? Parts(key) : ("", key);
            if (owner != code)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Key(owner)}:\n");
                code = owner;
            }

            Append(text, IsByCode ? "  " : "", field, entry);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string indent, string field, TranslatedText entry)
    {
        var state = entry.State == TranslationState.Approved ? "approved" : "draft";
        var line = $"{indent}{Key(field)}: {{ source: \"{entry.Source}\", state: {state}, text: {Quote(entry.Text)} }}\n";
        if (line.Length <= Width)
        {
            text.Append(line);
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}{Key(field)}:\n{indent}  source: \"{entry.Source}\"\n{indent}  state: {state}\n{indent}  text: ");
        text.Append(Foldable().IsMatch(entry.Text) ? Fold(entry.Text, indent + "    ") : Quote(entry.Text) + "\n");
    }

    private static (string Code, string Field) Parts(string key) => (key[..key.IndexOf('/', StringComparison.Ordinal)], key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    // Folded as the definitions are; a language without spaces stays on one line.
    private static string Fold(string text, string indent)
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

        return folded.Append('\n').ToString();
    }

    private static string Key(string key) => PlainKey().IsMatch(key) ? key : Quote(key);

    private static string Quote(string text)
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

    // No line ends, nothing that is not seen, and single spaces only: what folding would lose.
    [GeneratedRegex(@"^[^ \p{C}\p{Zl}\p{Zp}]+( [^ \p{C}\p{Zl}\p{Zp}]+)*$")]
    private static partial Regex Foldable();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9._/-]*$")]
    private static partial Regex PlainKey();
}
