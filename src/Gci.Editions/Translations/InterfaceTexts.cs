using System.Collections.Immutable;
using System.Globalization;

namespace Gci.Editions.Translations;

/// <summary>
/// The sentences of pages, workbooks, documents and mails in one language, by key such as <c>task-list.title</c>. They lie in
/// <c>questionnaires/interface/LANGUAGE/AREA.yaml</c>; the area is the first word of the key.
/// </summary>
public sealed class InterfaceTexts(Translation translation, ImmutableDictionary<string, string> sources)
{
    public string Language => translation.Language;

    /// <summary>Whether a sentence was taken from these texts that is missing in the language, so that English stood in for it.</summary>
    public bool HasFallenBack { get; private set; }

    /// <summary>The same texts for one page or one document: what is taken from them is remembered for it alone.</summary>
    public InterfaceTexts Anew() => new(translation, sources);

    public bool IsRightToLeft => Languages.IsRightToLeft(Language);

    public CultureInfo Culture => Languages.CultureOf(Language);

    /// <summary>All keys of the source language.</summary>
    public IEnumerable<string> Keys => sources.Keys;

    /// <exception cref="KeyNotFoundException">The English files do not hold the key.</exception>
    public string this[string key] => Phrase(key).Text;

    /// <summary>The text with <c>{name}</c> replaced. Where a value is named <c>count</c> and the key has plural forms (<c>key.one</c>, <c>key.other</c>), its form is taken.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = Phrase(FormOf(key, values)).Text;
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", Placed(Convert.ToString(value, Culture) ?? ""), StringComparison.Ordinal);
        }

        return text;
    }

    // In a line from right to left, what begins with a Latin letter keeps its own direction, so that names and codes do not take the words around them
    // along. Addresses stay as they are: programs that make links of them would take the marks for a part.
    private string Placed(string value) =>
        IsRightToLeft && value.Length > 0 && char.IsAsciiLetter(value[0]) && !value.Contains("://", StringComparison.Ordinal) ? $"\u2068{value}\u2069" : value;

    /// <summary>The text and the language it is really in. A plural form that English lacks is known where it is translated.</summary>
    public Phrase Phrase(string key)
    {
        var phrase = sources.TryGetValue(key, out var source) ? translation.Of(key, source)
            : translation.Texts.ContainsKey(key) ? translation.Of(key, "")
            : throw new KeyNotFoundException($"There is no interface text \"{key}\".");
        HasFallenBack |= phrase.IsFallback;
        return phrase;
    }

    public bool Has(string key) => sources.ContainsKey(key);

    // A sentence that is not translated is said in the form that English has for the number.
    private string FormOf(string key, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name == "count" && value is int or long && sources.ContainsKey($"{key}.other"))
            {
                var count = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                var form = $"{key}.{Plurals.FormOf(Language, count)}";
                return translation.Texts.ContainsKey(form) ? form
                    : translation.Texts.ContainsKey($"{key}.other") ? $"{key}.other"
                    : $"{key}.{Plurals.FormOf(Languages.Source, count)}" is var english && sources.ContainsKey(english) ? english : $"{key}.other";
            }
        }

        return key;
    }
}
