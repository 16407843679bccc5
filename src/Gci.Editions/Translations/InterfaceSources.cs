using System.Collections.Immutable;

namespace Gci.Editions.Translations;

/// <summary>The English sentences of the interface: file by file, in the order in which they stand.</summary>
internal sealed class InterfaceSources(ImmutableArray<SourceText> english)
{
    internal ImmutableDictionary<string, string> ByKey { get; } = english.ToImmutableDictionary(text => text.Key, text => text.English, StringComparer.Ordinal);

    /// <summary>
    /// What is to be translated into a language. A text with a count stands in English as <c>KEY.one</c> and <c>KEY.other</c>; other languages
    /// have other forms, and those that English lacks are made from <c>KEY.other</c>.
    /// </summary>
    internal IEnumerable<SourceText> In(string language) => english.SelectMany(text => (Base(text.Key), Form(text.Key)) switch
    {
        (null, _) => [text],
        (_, "one") => [],
        ({ } key, _) => Plurals.FormsOf(language).Select(form => Plural(text, key, form, language))
            .Concat(Plurals.MoreFormsOf(language).Select(form => Plural(text, key, form, language) with { IsOptional = true })),
    });

    private SourceText Plural(SourceText other, string key, string form, string language)
    {
        var needed = Plurals.IsOneNumber(language, form) ? other.Needed.Remove("count") : other.Needed;
        return new(other.File, $"{key}.{form}", ByKey.GetValueOrDefault($"{key}.{form}") ?? other.English) { Needed = needed, Allowed = other.Needed };
    }

    // A key that ends in ".other" is a plural form only beside its ".one".
    private string? Base(string key) =>
        Form(key) is "one" or "other" && key[..key.LastIndexOf('.')] is var start && ByKey.ContainsKey($"{start}.one") && ByKey.ContainsKey($"{start}.other") ? start : null;

    private static string Form(string key) => key[(key.LastIndexOf('.') + 1)..];
}
