using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Gci.Editions.Translations;

/// <summary>A text that is to be translated.</summary>
/// <param name="File">The name of the file that its translations stand in, such as <c>legal.yaml</c>.</param>
/// <param name="Key">Its key, such as <c>LEG-1.1/title</c>.</param>
/// <param name="English">The text that a translation is made from.</param>
public sealed partial record SourceText(string File, string Key, string English)
{
    /// <summary>A text that may be translated and need not: English, or another form of it, does.</summary>
    internal bool IsOptional { get; init; }

    /// <summary>Names in braces that a translation must hold.</summary>
    internal ImmutableSortedSet<string> Needed { get; init; } = Placeholders(English);

    /// <summary>Names in braces that a translation may hold.</summary>
    internal ImmutableSortedSet<string> Allowed { get; init; } = Placeholders(English);

    /// <summary>Whether a translation holds what is replaced by values, and nothing else of that form.</summary>
    internal bool HasPlaceholdersOf(string translation) => Placeholders(translation) is var found && Needed.IsSubsetOf(found) && found.IsSubsetOf(Allowed);

    /// <summary>What is wrong with the placeholders of a translation, to be said after its key; null where nothing is.</summary>
    internal string? Mistake(string translation)
    {
        var found = Placeholders(translation);
        return Needed.Except(found) is { IsEmpty: false } lost ? $"has lost {List(lost)} of the English text"
            : found.Except(Allowed) is { IsEmpty: false } added ? $"has {List(added)}, which the English text does not have"
            : null;
    }

    internal static ImmutableSortedSet<string> Placeholders(string text) =>
        ImmutableSortedSet.CreateRange(StringComparer.Ordinal, Placeholder().Matches(text).Select(match => match.Groups[1].Value));

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"{{{name}}}"));

    [GeneratedRegex(@"\{([A-Za-z][A-Za-z0-9_-]*)\}")]
    private static partial Regex Placeholder();
}
