using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Gci.Editions.Translations;

/// <summary>The texts of one language by key, such as <c>LEG-1.1/title</c>.</summary>
public sealed record Translation(string Language, ImmutableDictionary<string, TranslatedText> Texts)
{
    /// <summary>The translation of a text, or the text itself where there is none.</summary>
    public Phrase Of(string key, string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Language == Languages.Source ? new(source, Language, TranslationState.Approved)
            : Texts.TryGetValue(key, out var text) ? new(text.Text, Language, text.Source == SourceHash(source) ? text.State : TranslationState.Stale)
            : new(source, Languages.Source, TranslationState.Missing);
    }

    /// <summary>The first 12 hexadecimal digits of the SHA-256 of the source text, its white space reduced to single spaces.</summary>
    public static string SourceHash(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = string.Join(' ', source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}

/// <summary>One translated text.</summary>
/// <param name="Source">The hash of the English text that was translated.</param>
/// <param name="State">Draft or approved.</param>
public sealed record TranslatedText(string Text, string Source, TranslationState State);
