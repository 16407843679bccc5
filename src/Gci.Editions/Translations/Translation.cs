using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Gci.Editions.Translations;

/// <summary>The texts of one language by key, such as <c>LEG-1.1/title</c>; whether one is stale was found out when they were read.</summary>
public sealed record Translation(string Language, ImmutableDictionary<string, TranslatedText> Texts)
{
    /// <summary>A language into which nothing is translated.</summary>
    public static Translation None(string language) => new(language, ImmutableDictionary<string, TranslatedText>.Empty);

    /// <summary>The translation of a text, or the text itself where there is none.</summary>
    public Phrase Of(string key, string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Language == Languages.Source ? new(source, Language, TranslationState.Approved)
            : Texts.TryGetValue(key, out var text) ? new(text.Text, Language, text.State)
            : new(source, Languages.Source, TranslationState.Missing);
    }

    /// <summary>The first 12 hexadecimal digits of the SHA-256 of the source text, its white space reduced to single spaces.</summary>
    public static string SourceHash(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = string.Join(' ', source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }

    /// <summary>What holds of each text: the own translation, stale where English changed since, or one that is inherited.</summary>
    internal static Translation Resolve(
        string language, IEnumerable<SourceText> texts, ImmutableDictionary<string, TranslatedText> own, Func<SourceText, TranslatedText?> inherited)
    {
        var resolved = ImmutableDictionary.CreateBuilder<string, TranslatedText>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var (entry, hash) = (own.GetValueOrDefault(text.Key), SourceHash(text.English));
            if (entry?.Source == hash)
            {
                resolved[text.Key] = entry;
            }
            else if (inherited(text) is { State: not TranslationState.Stale } taken && taken.Source == hash)
            {
                resolved[text.Key] = taken;
            }
            else if (entry is not null && text.HasPlaceholdersOf(entry.Text))
            {
                resolved[text.Key] = entry with { State = TranslationState.Stale };
            }
        }

        return new(language, resolved.ToImmutable());
    }
}

/// <summary>One translated text.</summary>
/// <param name="Source">The hash of the English text that was translated.</param>
/// <param name="State">Draft or approved, as its file says; stale where English changed since.</param>
public sealed record TranslatedText(string Text, string Source, TranslationState State);
