using System.Globalization;
using System.Text;

namespace Gci.Editions.Yaml;

/// <summary>Writes the keys of a map, line by line, from a column on.</summary>
internal sealed class YamlBlock(int column)
{
    private readonly StringBuilder _text = new();

    /// <param name="isLong">A text of sentences, which is folded even where it is short.</param>
    internal YamlBlock Text(string key, string text, bool isLong = false) => Line(key, YamlScalars.After(key, text, column, isLong));

    /// <summary>A value that is written as it is.</summary>
    internal YamlBlock Inline(string key, string value) => Line(key, $" {value}");

    internal YamlBlock Words(string key, IReadOnlyList<string> words) => words.Count == 1 ? Inline(key, words[0]) : Line(key, $" {YamlLists.Words(words, column, key)}");

    /// <summary>A map of words, on one line where it fits and else one line a key.</summary>
    internal YamlBlock Map(string key, IReadOnlyList<(string Key, string Value)> entries) => Line(key, MapAfter(key, entries, column));

    /// <summary>A list of maps.</summary>
    internal YamlBlock Items(string key, IEnumerable<Action<YamlBlock>> items) => Line(key, ItemsAfter(items, column));

    public override string ToString() => _text.ToString();

    /// <summary>What stands behind the colon of a key with a map of words.</summary>
    internal static string MapAfter(string key, IReadOnlyList<(string Key, string Value)> entries, int column)
    {
        var line = $" {{ {string.Join(", ", entries.Select(entry => $"{entry.Key}: {entry.Value}"))} }}";
        return column + key.Length + 1 + line.Length <= YamlScalars.Width
            ? line
            : string.Concat(entries.Select(entry => $"\n{new string(' ', column + 2)}{entry.Key}: {entry.Value}"));
    }

    /// <summary>What stands behind the colon of a key with a list of maps.</summary>
    internal static string ItemsAfter(IEnumerable<Action<YamlBlock>> items, int column) =>
        "\n" + string.Concat(items.Select(item => Item(item, column + 2))).TrimEnd('\n');

    /// <summary>A map as an item of a list, from its dash on.</summary>
    internal static string Item(Action<YamlBlock> item, int dash)
    {
        var block = new YamlBlock(dash + 2);
        item(block);
        return $"{new string(' ', dash)}-{block.ToString()[(dash + 1)..]}";
    }

    private YamlBlock Line(string key, string value)
    {
        _text.Append(' ', column).Append(CultureInfo.InvariantCulture, $"{key}:{value}\n");
        return this;
    }
}
