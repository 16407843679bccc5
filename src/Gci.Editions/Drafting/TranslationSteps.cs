using System.Collections.Immutable;
using Gci.Editions.Answers;
using Gci.Editions.Translations;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>Changes of the translations that a draft has of its own; what it does not have is inherited from the edition before.</summary>
internal static class TranslationSteps
{
    internal static void Translate(DraftChange change, Func<Problems, Edition?> load, string language, KeyedText wish, TranslationState state)
    {
        if (!Languages.IsKnown(language) || language == Languages.Source || state is not (TranslationState.Draft or TranslationState.Approved))
        {
            throw new ArgumentOutOfRangeException(nameof(language), $"{language} as {state} is no translation.");
        }

        var found = new Problems();
        var edition = load(found) ?? throw new StepRefusedException(found);
        ImmutableArray<SourceText> texts = [.. EditionTexts.Of(edition)];
        var folder = $"{change.Asked.Folder.Name}/{language}";
        if (texts.FirstOrDefault(text => text.Key == wish.Key) is not { } source)
        {
            throw new StepRefusedException(folder, 1, $"There is no text {Quoted.Text(wish.Key)} to translate.");
        }

        var name = $"{folder}/{source.File}";
        if (wish.Text.Trim().Length == 0)
        {
            Remove(change, name, wish.Key);
            return;
        }

        var clean = change.Clean(wish.Key, "translation", wish.Text);
        if (source.Mistake(clean) is { } mistake)
        {
            throw new StepRefusedException(name, 1, $"The translation of \"{wish.Key}\" {mistake}.");
        }

        Put(change, name, [.. texts.Where(text => text.File == source.File).Select(text => text.Key)], wish.Key, new(clean, Translation.SourceHash(source.English), state));
    }

    /// <summary>Takes away the draft's own translations of texts that a question or group no longer has.</summary>
    internal static void Prune(DraftChange change, string code)
    {
        var asked = change.Asked;
        var keys = (asked.Find(code) is { } item ? EditionTexts.Item(item) : []).Select(text => text.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var language in Languages.All)
        {
            var name = $"{asked.Folder.Name}/{language}/{Path.GetFileName(asked.FileOf(code))}";
            var fields = change.Has(name) && change.Source(name).Top[code] is YamlMap map ? map.Entries : [];
            foreach (var (field, _) in fields.Where(entry => !keys.Contains($"{code}/{entry.Key.Text}")))
            {
                Remove(change, name, $"{code}/{field.Text}");
            }
        }
    }

    private static void Put(DraftChange change, string name, ImmutableArray<string> order, string key, TranslatedText text)
    {
        var (code, field) = TranslationFormat.Parts(key);
        if (!change.Has(name))
        {
            change.Write(name, TranslationFormat.OfEdition.Text([(key, text)]));
            return;
        }

        var source = change.Source(name);
        if (source.Top[code] is not YamlMap fields)
        {
            change.Write(Insert(source, source.Top, other => Place(order, other + "/"), code, $"{TranslationFormat.Key(code)}:\n{TranslationFormat.Entry("  ", field, text)}"));
            return;
        }

        var lines = TranslationFormat.Entry(new(' ', source.ColumnOf(fields.Entries[0].Key.Start)), field, text);
        change.Write(fields.IsFlow ? throw new UnsplicedException(name, fields.Line)
            : fields.Entries.FirstOrDefault(entry => entry.Key.Text == field) is { Key: not null } old
                ? source.Splice(source.LineStart(old.Key.Start), source.NextLine(old.Value.End), lines)
            : Insert(source, fields, other => Place(order, $"{code}/{other}"), field, lines));
    }

    /// <summary>Puts lines behind the last key that comes before theirs, or before all.</summary>
    private static YamlSource Insert(YamlSource source, YamlMap map, Func<string, int> placeOf, string key, string lines)
    {
        var before = map.Entries.LastOrDefault(entry => placeOf(entry.Key.Text) < placeOf(key));
        var place = before.Key is null ? source.LineStart(map.Entries[0].Key.Start) : source.NextLine(before.Value.End);
        return source.Splice(place, place, lines);
    }

    private static int Place(ImmutableArray<string> order, string start)
    {
        var place = order.ToList().FindIndex(key => key.StartsWith(start, StringComparison.Ordinal));
        return place < 0 ? int.MaxValue : place;
    }

    private static void Remove(DraftChange change, string name, string key)
    {
        var (code, field) = TranslationFormat.Parts(key);
        if (!change.Has(name) || change.Source(name) is not { } source || source.Top[code] is not YamlMap fields || fields[field] is null)
        {
            return;
        }

        if (fields.Entries.Count > 1)
        {
            change.Write(source.Unset(fields, field));
        }
        else if (source.Top.Entries.Count > 1)
        {
            change.Write(source.Unset(source.Top, code));
        }
        else
        {
            change.Delete(name);
        }
    }
}
