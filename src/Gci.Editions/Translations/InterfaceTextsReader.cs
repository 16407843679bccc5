using System.Collections.Immutable;
using Gci.Editions.Yaml;

namespace Gci.Editions.Translations;

/// <summary>Reads <c>questionnaires/interface/LANGUAGE/*.yaml</c>: plain texts in English, translations with state and source hash elsewhere.</summary>
internal static class InterfaceTextsReader
{
    internal static ImmutableDictionary<string, InterfaceTexts> Read(DefinitionFolder folder, Problems problems)
    {
        var sources = Sources(folder.Folder(Languages.Source), problems);
        return Languages.All.ToImmutableDictionary(language => language, language => new InterfaceTexts(
            new(language, ImmutableDictionary<string, TranslatedText>.Empty), sources));
    }

    private static ImmutableDictionary<string, string> Sources(DefinitionFolder folder, Problems problems)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in folder.YamlFiles())
        {
            if (YamlFile.Read(folder.File(name), problems) is not { } map)
            {
                continue;
            }

            foreach (var (key, value) in map.Entries())
            {
                if (value is not YamlText { Text: { Length: > 0 } text })
                {
                    problems.Add(map.File, value.Line, $"\"{key.Text}\" must be a text.");
                }
                else if (!texts.TryAdd(key.Text, text.Trim()))
                {
                    problems.Add(map.File, key.Line, $"The key \"{key.Text}\" also stands in another file.");
                }
            }
        }

        return texts.ToImmutable();
    }
}
