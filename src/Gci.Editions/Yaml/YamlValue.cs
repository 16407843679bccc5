namespace Gci.Editions.Yaml;

/// <summary>A piece of a YAML file and the line where it begins.</summary>
internal abstract record YamlValue(int Line);

/// <summary>Every scalar is text until a definition says what it means: <c>no</c> is the word "no".</summary>
internal sealed record YamlText(string Text, int Line) : YamlValue(Line);

internal sealed record YamlList(IReadOnlyList<YamlValue> Items, int Line) : YamlValue(Line);

internal sealed record YamlMap(IReadOnlyList<(YamlText Key, YamlValue Value)> Entries, int Line) : YamlValue(Line);
