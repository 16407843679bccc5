using System.CommandLine;
using System.Text.Json;
using Gci.Editions;
using Gci.Editions.Changes;
using Gci.Editions.Translations;
using Gci.Reports.Changes;
using Gci.Reports.Writing;

namespace Gci.Cli.Verbs;

/// <summary><c>gci changes</c>: what changed between two editions, as a document, a workbook, a table and for programs.</summary>
internal static class ChangesVerb
{
    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var from = new Option<string>("--from") { Description = "The edition before, such as 2024", HelpName = "E", Required = true };
        var to = new Option<string>("--to") { Description = "The edition after, such as 2026", HelpName = "E", Required = true };
        var language = new Option<string>("--language") { Description = "ar, en (default), es, fr, ru or zh", HelpName = "L", DefaultValueFactory = _ => Languages.Source };
        language.AcceptOnlyFromAmong([.. Languages.All]);
        var folder = new Option<string>("--out") { Description = "Folder for the files", HelpName = "DIR", Required = true };
        var command = new Command("changes", "What changed between two editions: questions word by word, weights, tiers, countries") { from, to, language, folder, options.Editions, options.Json };
        command.SetAction(async (parsed, cancel) =>
        {
            var comparison = Load(options.Folder(parsed), Sentences(parsed.GetValue(options.Editions)), parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetRequiredValue(language));
            await OutputFolder.WriteAsync(parsed.GetRequiredValue(folder), staging => terminal.RunAsync(Steps(comparison, staging, cancel)));
            await SayAsync(terminal, comparison.Changes, parsed.GetRequiredValue(folder), parsed.GetValue(options.Json));
            return ExitCode.Done;
        });
        return command;
    }

    // Editions elsewhere may bring no sentences of their own.
    private static EditionsFolder Sentences(string? root) => new(root is not null && Directory.Exists(Path.Combine(root, "questionnaires", "interface")) ? root : Home.Folder());

    private static EditionComparison Load(EditionsFolder folder, EditionsFolder sentences, string from, string to, string language)
    {
        var problems = new Problems();
        var (before, after) = (folder.Load(from, problems), folder.Load(to, problems));
        var texts = sentences.Interface(problems);
        WrongInputException.ThrowIfAny(problems);

        // The editions between the two, where the one is derived from the other over several.
        var between = new List<Edition>();
        for (var id = after!.Migration?.DerivedFrom; id is not null && id != from && folder.Load(id, problems) is { } edition; id = edition.Migration?.DerivedFrom)
        {
            between.Add(edition);
        }

        WrongInputException.ThrowIfAny(problems);
        return new(EditionChanges.Between(before!, after, between), texts[language], ShowsGuides: true);
    }

    private static IReadOnlyList<(string Title, Func<Task> Work)> Steps(EditionComparison comparison, string folder, CancellationToken cancel) =>
    [
        ("Tables", async () =>
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "changes.csv"), ChangesCsv.Text(comparison), cancel);
            await File.WriteAllTextAsync(Path.Combine(folder, "changes.json"), JsonSerializer.Serialize(ChangesDocument.Of(comparison), JsonText.Options) + "\n", cancel);
        }),
        ("Workbook", async () =>
        {
            await using var file = File.Create(Path.Combine(folder, "changes.xlsx"));
            WorkbookWriter.Write(EditionChangesWorkbook.Of(comparison), file);
        }),
        ("Document", async () =>
        {
            await using var file = File.Create(Path.Combine(folder, "changes.pdf"));
            await new TypstReportWriter().WriteAsync(EditionChangesReport.Of(comparison), file, cancel);
        }),
    ];

    private static async Task SayAsync(Terminal terminal, EditionChanges changes, string folder, bool isJson)
    {
        var counts = Enum.GetValues<QuestionChangeKind>().Where(kind => changes.Count(kind) > 0).ToDictionary(kind => kind, changes.Count);
        if (isJson)
        {
            await terminal.Output.WriteLineAsync(JsonSerializer.Serialize(
                new { from = changes.Before.Id, to = changes.After.Id, folder = Path.GetFullPath(folder), questions = counts.ToDictionary(pair => JsonNamingPolicy.CamelCase.ConvertName(pair.Key.ToString()), pair => pair.Value) }, JsonText.Options));
            return;
        }

        foreach (var (kind, count) in counts)
        {
            await terminal.Output.WriteLineAsync($"{kind,-10} {count,4} {(count == 1 ? "change" : "changes")} of questions");
        }

        await terminal.Output.WriteLineAsync($"Files: {Path.GetFullPath(folder)}");
    }
}
