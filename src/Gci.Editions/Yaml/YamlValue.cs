namespace Gci.Editions.Yaml;

/// <summary>A piece of a YAML file, the line where it begins, and the characters that it takes: from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
internal abstract record YamlValue(int Line, int Start, int End);

/// <summary>Every scalar is text until a definition says what it means: <c>no</c> is the word "no".</summary>
internal sealed record YamlText(string Text, int Line, int Start, int End) : YamlValue(Line, Start, End);

/// <param name="IsFlow">Whether it is written in brackets.</param>
internal sealed record YamlList(IReadOnlyList<YamlValue> Items, int Line, int Start, int End, bool IsFlow) : YamlValue(Line, Start, End);

/// <param name="IsFlow">Whether it is written in braces.</param>
internal sealed record YamlMap(IReadOnlyList<(YamlText Key, YamlValue Value)> Entries, int Line, int Start, int End, bool IsFlow) : YamlValue(Line, Start, End)
{
    internal YamlValue? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;

    /// <summary>The text of a key, without white space around it; null where there is none.</summary>
    internal string? TextOf(string key) => this[key] is YamlText { Text: var text } ? text.Trim() : null;
}
