using System.Collections.Immutable;

namespace Gci.Editions.Translations;

/// <summary>What is translated in one place, an edition or the interface: how far it is, what is missing, and the files as they should be.</summary>
public sealed class TranslationCatalogue
{
    private readonly TranslationFolder _folder;
    private readonly ImmutableDictionary<string, LanguageTexts> _languages;

    internal TranslationCatalogue(string name, TranslationFolder folder, Func<string, IEnumerable<SourceText>> texts, Func<string, SourceText, TranslatedText?> inherited)
    {
        (Name, _folder) = (name, folder);
        _languages = Languages.All.Where(language => language != Languages.Source)
            .ToImmutableDictionary(language => language, language => Read(language, [.. texts(language)], inherited), StringComparer.Ordinal);
    }

    /// <summary>The edition's id, or <c>interface</c>.</summary>
    public string Name { get; }

    /// <summary>The translations that hold, own and inherited, by language.</summary>
    public ImmutableDictionary<string, Translation> Translations => _languages.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Holding);

    /// <summary>How many texts of each file are how far, in the order of the files.</summary>
    public IReadOnlyList<TranslationCount> Counts(string language) =>
    [
        .. Needed(language).GroupBy(text => text.File).Select(file =>
        {
            var states = file.CountBy(text => StateOf(language, text.Key)).ToDictionary();
            return new TranslationCount(
                $"{_folder.Folder.Name}/{language}/{file.Key}", file.Count(), states.GetValueOrDefault(TranslationState.Missing), states.GetValueOrDefault(TranslationState.Stale),
                states.GetValueOrDefault(TranslationState.Draft), states.GetValueOrDefault(TranslationState.Approved));
        }),
    ];

    /// <summary>The texts that have no translation, or one of another English text: key and English, in their order.</summary>
    public IReadOnlyList<(string Key, string English)> Missing(string language) =>
    [
        .. Needed(language).Where(text => StateOf(language, text.Key) is TranslationState.Missing or TranslationState.Stale).Select(text => (text.Key, text.English)),
    ];

    /// <summary>Path and content of the files that a language has, in their canonical form.</summary>
    public IReadOnlyList<(string Path, string Content)> Files(string language) => Files(language, _languages[language].Own);

    /// <summary>
    /// Path and content of the files in which these texts stand as drafts; null where any of them cannot be taken, with the reasons among the
    /// problems. What is translated in the same words already is left as it is.
    /// </summary>
    /// <param name="drafts">Texts by key, with their lines in <paramref name="file"/>.</param>
    public IReadOnlyList<(string Path, string Content)>? Fill(string language, string file, IEnumerable<KeyedText> drafts, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(problems);
        var (own, found) = (_languages[language].Own.ToBuilder(), new Problems());
        var texts = _languages[language].Texts.ToDictionary(text => text.Key, StringComparer.Ordinal);
        var changed = new HashSet<string>();
        foreach (var draft in drafts)
        {
            if (Mistake(language, draft, texts) is { } mistake)
            {
                found.Add(file, draft.Line, mistake);
            }
            else if (StateOf(language, draft.Key) is TranslationState.Missing or TranslationState.Stale || _languages[language].Holding.Texts[draft.Key].Text != draft.Text)
            {
                own[draft.Key] = new(draft.Text, Translation.SourceHash(texts[draft.Key].English), TranslationState.Draft);
                changed.Add(texts[draft.Key].File);
            }
        }

        problems.Add(found);
        return found.Any ? null : [.. Files(language, own.ToImmutable()).Where(content => changed.Contains(Path.GetFileName(content.Path)))];
    }

    private string? Mistake(string language, KeyedText draft, Dictionary<string, SourceText> texts) =>
        !texts.TryGetValue(draft.Key, out var source) ? $"There is no text \"{draft.Key}\" to translate."
        : draft.Text.Length == 0 ? $"The translation of \"{draft.Key}\" is empty."
        : source.Mistake(draft.Text) is { } mistake ? $"The translation of \"{draft.Key}\" {mistake}."
        : StateOf(language, draft.Key) == TranslationState.Approved && _languages[language].Holding.Texts[draft.Key].Text != draft.Text
            ? $"The translation of \"{draft.Key}\" is approved; to change it, edit {_folder.Folder.Name}/{language}/{source.File}."
        : null;

    private LanguageTexts Read(string language, ImmutableArray<SourceText> texts, Func<string, SourceText, TranslatedText?> inherited)
    {
        var own = _folder.Read(language, texts);
        return new(texts, own, Translation.Resolve(language, texts, own, text => inherited(language, text)));
    }

    private IEnumerable<SourceText> Needed(string language) => _languages[language].Texts.Where(text => !text.IsOptional);

    private TranslationState StateOf(string language, string key) => _languages[language].Holding.Texts.GetValueOrDefault(key)?.State ?? TranslationState.Missing;

    private IReadOnlyList<(string Path, string Content)> Files(string language, ImmutableDictionary<string, TranslatedText> own) =>
    [
        .. _languages[language].Texts.Where(text => own.ContainsKey(text.Key)).GroupBy(text => text.File).Select(file => (
            _folder.Folder.Folder(language).File(file.Key).Path,
            _folder.Format.Text(file.Select(text => (text.Key, own[text.Key]))))),
    ];

    private sealed record LanguageTexts(ImmutableArray<SourceText> Texts, ImmutableDictionary<string, TranslatedText> Own, Translation Holding);
}

/// <summary>How far the translation of one file is.</summary>
/// <param name="File">The file below the root, such as <c>questionnaires/2024/fr/legal.yaml</c>.</param>
public sealed record TranslationCount(string File, int Texts, int Missing, int Stale, int Draft, int Approved);
