using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gci.Editions.Yaml;

namespace Gci.Editions.Translations;

/// <summary>How translations are written into a file, always in the same form.</summary>
/// <param name="Schema">The name of the schema that the files obey.</param>
/// <param name="IsByCode">Whether keys stand as code and field, or as they are.</param>
internal sealed partial record TranslationFormat(string Schema, bool IsByCode)
{
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

            text.Append(Entry(IsByCode ? "  " : "", field, entry));
        }

        return text.ToString();
    }

    /// <summary>The lines of one entry.</summary>
    internal static string Entry(string indent, string field, TranslatedText entry)
    {
        var state = entry.State == TranslationState.Approved ? "approved" : "draft";
        var line = $"{indent}{Key(field)}: {{ source: \"{entry.Source}\", state: {state}, text: {YamlScalars.Quote(entry.Text)} }}\n";
        if (line.Length <= YamlScalars.Width)
        {
            return line;
        }

        var text = YamlScalars.IsFoldable(entry.Text) ? YamlScalars.Fold(entry.Text, indent + "    ") : YamlScalars.Quote(entry.Text);
        return $"{indent}{Key(field)}:\n{indent}  source: \"{entry.Source}\"\n{indent}  state: {state}\n{indent}  text: {text}\n";
    }

    internal static (string Code, string Field) Parts(string key) => (key[..key.IndexOf('/', StringComparison.Ordinal)], key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    internal static string Key(string key) => PlainKey().IsMatch(key) ? key : YamlScalars.Quote(key);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9._/-]*$")]
    private static partial Regex PlainKey();
}
