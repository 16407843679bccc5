using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gci.Editions;
using Gci.Editions.Translations;

namespace Gci.Cli.Verbs;

/// <summary><c>gci translations</c>: how far the translations are, and the way of texts to a translator and back.</summary>
internal static class TranslationsVerb
{
    internal static Command Command(Terminal terminal)
    {
        var options = new TranslationsOptions();
        var command = new Command("translations", "How far texts are translated; missing texts out, translated texts in");
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancel) =>
        {
            options.Check(parsed);
            var problems = new Problems();
            var catalogues = options.Catalogues(parsed, problems);
            WrongInputException.ThrowIfAny(problems);
            IReadOnlyList<string> languages = parsed.GetValue(options.Language) is { } language ? [language] : [.. Languages.All.Where(code => code != Languages.Source)];
            await (parsed.GetValue(options.Missing) is { } missing ? WriteMissingAsync(terminal, catalogues[0], languages[0], missing)
                : parsed.GetValue(options.Fill) is { } fill ? WriteAsync(terminal, options.Root(parsed), Filled(catalogues[0], languages[0], fill))
                : parsed.GetValue(options.Update) ? WriteAsync(terminal, options.Root(parsed), Canonical(catalogues, languages))
                : terminal.Output.WriteAsync(Table(catalogues, languages).AsMemory(), cancel));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteMissingAsync(Terminal terminal, TranslationCatalogue catalogue, string language, string path)
    {
        var texts = catalogue.Missing(language);
        await OutputFolder.WriteFileAsync(path, JsonSerializer.Serialize(new OrderedDictionary<string, string>(texts.Select(text => KeyValuePair.Create(text.Key, text.English))), JsonText.Options) + "\n");
        await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts to translate: {Path.GetFullPath(path)}"));
    }

    private static IReadOnlyList<(string Path, string Content)> Filled(TranslationCatalogue catalogue, string language, string path)
    {
        var problems = new Problems();
        var files = catalogue.Fill(language, path, KeyedText.Read(path, problems), problems);
        WrongInputException.ThrowIfAny(problems);
        return files!;
    }

    private static IReadOnlyList<(string Path, string Content)> Canonical(IEnumerable<TranslationCatalogue> catalogues, IReadOnlyList<string> languages) =>
        [.. catalogues.SelectMany(catalogue => languages.SelectMany(catalogue.Files)).Where(file => File.ReadAllText(file.Path) != file.Content)];

    private static async Task WriteAsync(Terminal terminal, string root, IReadOnlyList<(string Path, string Content)> files)
    {
        var folder = Path.Combine(root, "questionnaires");
        await OutputFolder.WriteAsync(folder, async staging =>
        {
            foreach (var (path, content) in files)
            {
                var staged = Path.Combine(staging, Path.GetRelativePath(folder, path));
                Directory.CreateDirectory(Path.GetDirectoryName(staged)!);
                await File.WriteAllTextAsync(staged, content);
            }
        });
        foreach (var (path, _) in files)
        {
            await terminal.Output.WriteLineAsync(path);
        }
    }

    private static string Table(IEnumerable<TranslationCatalogue> catalogues, IReadOnlyList<string> languages)
    {
        var rows = catalogues.SelectMany(catalogue => languages.SelectMany(language => Rows(catalogue, language))).ToArray();
        var width = rows.Select(row => row.File.Length).Append(4).Max();
        var head = $"{"file".PadRight(width)}  {"texts",6}  {"missing",7}  {"stale",5}  {"draft",5}  {"approved",8}\n";
        return head + string.Concat(rows.Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row.File.PadRight(width)}  {row.Texts,6}  {row.Missing,7}  {row.Stale,5}  {row.Draft,5}  {row.Approved,8}\n")));
    }

    private static IEnumerable<TranslationCount> Rows(TranslationCatalogue catalogue, string language)
    {
        var rows = catalogue.Counts(language);
        return rows.Append(new(
            $"{catalogue.Name} {language}", rows.Sum(row => row.Texts), rows.Sum(row => row.Missing), rows.Sum(row => row.Stale), rows.Sum(row => row.Draft), rows.Sum(row => row.Approved)));
    }
}
