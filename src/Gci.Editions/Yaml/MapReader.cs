using System.Globalization;

namespace Gci.Editions.Yaml;

/// <summary>
/// Reads the keys of one map, each at most once. What is missing or of the wrong kind becomes a problem and a harmless value, so that
/// reading goes on; <see cref="Done"/> reports the keys that nobody asked for.
/// </summary>
internal sealed class MapReader(string file, YamlMap map, Problems problems)
{
    private readonly Dictionary<string, (YamlText Key, YamlValue Value)> _entries =
        map.Entries.ToDictionary(entry => entry.Key.Text, StringComparer.Ordinal);

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal string File => file;

    internal int Line => map.Line;

    internal Problems Problems => problems;

    internal bool Has(string key) => _entries.ContainsKey(key);

    internal bool IsText(string key) => _entries.TryGetValue(key, out var entry) && entry.Value is YamlText;

    internal int LineOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Value.Line : map.Line;

    internal void Problem(string key, string sentence) => problems.Add(file, LineOf(key), sentence);

    internal string Text(string key) => OptionalText(key) ?? Missing(key, "");

    internal string? OptionalText(string key)
    {
        if (Value(key) is not { } value)
        {
            return null;
        }

        if (value is YamlText { Text: var text } && text.Trim().Length > 0)
        {
            return text.Trim();
        }

        Problem(key, value is YamlText ? $"\"{key}\" is empty." : $"\"{key}\" must be a text.");
        return "";
    }

    internal double Number(string key) => OptionalNumber(key) ?? (Has(key) ? 0 : Missing(key, 0.0));

    internal double? OptionalNumber(string key)
    {
        if (OptionalText(key) is not { Length: > 0 } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        Problem(key, $"\"{key}\" must be a number such as 12.5, not \"{text}\".");
        return null;
    }

    internal int? OptionalInteger(string key)
    {
        var number = OptionalNumber(key);
        if (number is { } value && (value != Math.Floor(value) || Math.Abs(value) > 1e9))
        {
            Problem(key, $"\"{key}\" must be a whole number.");
            return null;
        }

        return (int?)number;
    }

    internal bool Flag(string key, bool otherwise) =>
        Has(key) ? OneOf(key, new Dictionary<string, bool> { ["true"] = true, ["false"] = false }) : Asked(key, otherwise);

    internal DateOnly Date(string key)
    {
        var text = Text(key);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        if (text.Length > 0)
        {
            Problem(key, $"\"{key}\" must be a date such as 2024-09-12, not \"{text}\".");
        }

        return DateOnly.MinValue;
    }

    internal T OneOf<T>(string key, IReadOnlyDictionary<string, T> words)
    {
        var text = Text(key);
        if (words.TryGetValue(text, out var meaning))
        {
            return meaning;
        }

        if (text.Length > 0)
        {
            Problem(key, $"\"{key}\" must be one of {string.Join(", ", words.Keys)}; it is \"{text}\".");
        }

        return words.Values.First();
    }

    /// <summary>The maps of a list; empty where the key is absent.</summary>
    internal IReadOnlyList<MapReader> Maps(string key) =>
        [.. Items(key).Select(item => AsMap(item, $"Each item of \"{key}\" must be a map of keys.")).OfType<MapReader>()];

    /// <summary>A map below this one; null where the key is absent.</summary>
    internal MapReader? Map(string key) => Value(key) is { } value ? AsMap(value, $"\"{key}\" must be a map of keys.") : null;

    /// <summary>The words of a list; empty where the key is absent.</summary>
    internal IReadOnlyList<YamlText> Words(string key)
    {
        var words = new List<YamlText>();
        foreach (var item in Items(key))
        {
            if (item is YamlText text)
            {
                words.Add(text);
            }
            else
            {
                problems.Add(file, item.Line, $"Each item of \"{key}\" must be a word.");
            }
        }

        return words;
    }

    /// <summary>All entries as given, for maps whose keys are codes; none is unknown afterwards.</summary>
    internal IReadOnlyList<(YamlText Key, YamlValue Value)> Entries()
    {
        _asked.UnionWith(_entries.Keys);
        return map.Entries;
    }

    /// <summary>An entry's value as a map; null, with a problem, where it is none.</summary>
    internal MapReader? AsMap(YamlValue value, string otherwise)
    {
        if (value is YamlMap below)
        {
            return new(file, below, problems);
        }

        problems.Add(file, value.Line, otherwise);
        return null;
    }

    /// <summary>Reports every key that was not asked for.</summary>
    internal void Done()
    {
        foreach (var (key, _) in map.Entries.Where(entry => !_asked.Contains(entry.Key.Text)))
        {
            problems.Add(file, key.Line, $"The key \"{key.Text}\" is not known here. Known keys: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
        }
    }

    internal T Missing<T>(string key, T harmless)
    {
        problems.Add(file, map.Line, $"\"{key}\" is missing.");
        return harmless;
    }

    private IReadOnlyList<YamlValue> Items(string key)
    {
        switch (Value(key))
        {
            case null:
                return [];
            case YamlList list:
                return list.Items;
            default:
                Problem(key, $"\"{key}\" must be a list.");
                return [];
        }
    }

    private T Asked<T>(string key, T value)
    {
        _asked.Add(key);
        return value;
    }

    private YamlValue? Value(string key) => Asked(key, _entries.TryGetValue(key, out var entry) ? entry.Value : null);
}
