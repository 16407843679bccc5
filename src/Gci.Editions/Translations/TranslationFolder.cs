using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gci.Editions.Yaml;

namespace Gci.Editions.Translations;

/// <summary>Reads <c>FOLDER/LANGUAGE/*.yaml</c>: translations with their state and the hash of the English text that each was made from.</summary>
internal sealed partial class TranslationFolder(DefinitionFolder folder, TranslationFormat format, Problems problems)
{
    private static readonly Dictionary<string, TranslationState> s_states = new() { ["draft"] = TranslationState.Draft, ["approved"] = TranslationState.Approved };

    internal DefinitionFolder Folder => folder;

    internal TranslationFormat Format => format;

    /// <summary>Reports folders that belong to no language.</summary>
    internal void CheckLanguages(params IEnumerable<string> others)
    {
        string[] known = [.. Languages.All.Where(language => language != Languages.Source), .. others];
        foreach (var stray in folder.Folders().Except(known))
        {
            problems.Add(folder.Folder(stray).Name, 1, $"There is no language \"{stray}\" here; translations lie in {string.Join(", ", known.Except(others))}.");
        }
    }

    /// <summary>The translations of one language as their files say, by key.</summary>
    internal ImmutableDictionary<string, TranslatedText> Read(string language, IReadOnlyCollection<SourceText> texts)
    {
        var known = texts.ToDictionary(text => text.Key, StringComparer.Ordinal);
        var files = texts.Select(text => text.File).Distinct().ToArray();
        var read = ImmutableDictionary.CreateBuilder<string, TranslatedText>(StringComparer.Ordinal);
        foreach (var name in folder.Folder(language).YamlFiles())
        {
            var file = folder.Folder(language).File(name);
            if (!files.Contains(name))
            {
                problems.Add(file.Name, 1, $"There is no English {name} of which this is a translation.");
            }
            else if (YamlFile.Read(file, problems) is { } map)
            {
                foreach (var (key, entry, line) in format.IsByCode ? ByCode(map) : ByKey(map, ""))
                {
                    Add(name, key, entry, line, known, read);
                }
            }
        }

        return read.ToImmutable();
    }

    private static IEnumerable<(string Key, MapReader Entry, int Line)> ByCode(MapReader map) => map.Entries().SelectMany(code =>
        map.AsMap(code.Value, $"{code.Key.Text} must hold fields such as title and text.") is { } fields ? ByKey(fields, code.Key.Text + "/") : []);

    private static IEnumerable<(string Key, MapReader Entry, int Line)> ByKey(MapReader map, string start) => map.Entries()
        .Select(entry => (start + entry.Key.Text, map.AsMap(entry.Value, $"\"{start}{entry.Key.Text}\" must hold source, state and text."), entry.Key.Line))
        .Where(entry => entry.Item2 is not null)
        .Select(entry => (entry.Item1, entry.Item2!, entry.Line));

    private void Add(
        string file, string key, MapReader entry, int line, Dictionary<string, SourceText> known, ImmutableDictionary<string, TranslatedText>.Builder read)
    {
        var text = new TranslatedText(entry.Text("text"), entry.Text("source"), entry.OneOf("state", s_states));
        entry.Done();
        if (text.Source.Length > 0 && !Hash().IsMatch(text.Source))
        {
            entry.Problem("source", $"\"source\" must be the hash of the English text, 12 hexadecimal digits; it is \"{text.Source}\".");
        }

        if (!known.TryGetValue(key, out var source))
        {
            problems.Add(entry.File, line, $"There is no English text \"{key}\" of which this is a translation.");
        }
        else if (source.File != file)
        {
            problems.Add(entry.File, line, $"The text \"{key}\" belongs into {source.File}.");
        }
        else
        {
            // Where English changed since, the old placeholders are no mistake of the translator.
            if (text.Text.Length > 0 && text.Source == Translation.SourceHash(source.English) && source.Mistake(text.Text) is { } mistake)
            {
                entry.Problem("text", $"The translation of \"{key}\" {mistake}.");
            }

            read[key] = text;
        }
    }

    [GeneratedRegex("^[0-9a-f]{12}$")]
    private static partial Regex Hash();
}
