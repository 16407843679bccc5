using System.Collections.Immutable;
using Gci.Editions.Yaml;

namespace Gci.Editions.Translations;

/// <summary>Reads <c>questionnaires/interface/LANGUAGE/*.yaml</c>: plain texts in English, translations with state and source hash elsewhere.</summary>
internal static class InterfaceTextsReader
{
    internal static ImmutableDictionary<string, InterfaceTexts> Read(DefinitionFolder folder, Problems problems)
    {
        var sources = Sources(folder.Folder(Languages.Source), problems);
        var translations = Catalogue(folder, sources, problems).Translations;
        return Languages.All.ToImmutableDictionary(
            language => language, language => new InterfaceTexts(translations.GetValueOrDefault(language) ?? Translation.None(language), sources.ByKey));
    }

    internal static TranslationCatalogue Catalogue(DefinitionFolder folder, Problems problems) =>
        Catalogue(folder, Sources(folder.Folder(Languages.Source), problems), problems);

    private static TranslationCatalogue Catalogue(DefinitionFolder folder, InterfaceSources sources, Problems problems)
    {
        var translations = new TranslationFolder(folder, TranslationFormat.OfInterface, problems);
        translations.CheckLanguages(Languages.Source);
        return new("interface", translations, sources.In, (_, _) => null);
    }

    private static InterfaceSources Sources(DefinitionFolder folder, Problems problems)
    {
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var name in folder.YamlFiles())
        {
            if (YamlFile.Read(folder.File(name), problems) is not { } map)
            {
                continue;
            }

            foreach (var (key, value) in map.Entries())
            {
                if (value is not YamlText { Text: var text } || text.Trim().Length == 0)
                {
                    problems.Add(map.File, value.Line, $"\"{key.Text}\" must be a text.");
                }
                else if (!texts.TryAdd(key.Text, new(name, key.Text, text.Trim())))
                {
                    problems.Add(map.File, key.Line, $"The key \"{key.Text}\" also stands in another file.");
                }
            }
        }

        foreach (var (key, text) in texts.Where(pair => IsForeignForm(pair.Key, texts)).ToArray())
        {
            problems.Add(folder.File(text.File).Name, 1, $"The key \"{key}\" is a plural form that English does not have; English has .one and .other.");
            texts.Remove(key);
        }

        return new([.. texts.Values]);
    }

    private static bool IsForeignForm(string key, Dictionary<string, SourceText> texts) =>
        key[..(key.LastIndexOf('.') + 1)] is { Length: > 0 } start && key[start.Length..] is ("zero" or "two" or "few" or "many")
            && texts.ContainsKey(start + "one") && texts.ContainsKey(start + "other");
}
