using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Gci.Editions;
using Gci.Editions.Drafting;

namespace Gci.Cli.Verbs;

/// <summary><c>gci derive</c>: the files of a draft edition that stands on an earlier one, put into the folder of definitions.</summary>
internal static class DeriveVerb
{
    private static readonly Option<string> s_from = new("--from") { Description = "The edition that it is derived from", HelpName = "E", Required = true };

    private static readonly Option<string> s_to = new("--to") { Description = "The new edition, such as 2028", HelpName = "F", Required = true };

    private static readonly Option<string> s_title = new("--title") { Description = "What it is called", HelpName = "TEXT", Required = true };

    private static readonly Option<string> s_date = new("--reference-date") { Description = "The day whose state it measures, such as 2028-12-31", HelpName = "DATE", Required = true };

    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var command = new Command("derive", "Write the files of a draft edition that asks and weighs what an earlier one does") { s_from, s_to, s_title, s_date, options.Editions };
        command.SetAction(async (parsed, cancel) =>
        {
            var (from, to, title, date) = (parsed.GetRequiredValue(s_from), parsed.GetRequiredValue(s_to), parsed.GetRequiredValue(s_title), Date(parsed.GetRequiredValue(s_date)));
            var problems = new Problems();
            var draft = DraftEdition.Derive(options.Folder(parsed), from, to, title, date, problems) ?? throw new WrongInputException(problems);
            var root = Path.GetFullPath(options.Root(parsed));
            await WriteAsync(root, draft.Files, cancel);
            foreach (var name in draft.Files.Keys)
            {
                await terminal.Output.WriteLineAsync(Path.Combine(root, name));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static DateOnly Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : throw new WrongUsageException($"--reference-date takes a day such as 2028-12-31, not \"{text}\".");

    private static Task WriteAsync(string root, ImmutableSortedDictionary<string, string> files, CancellationToken cancel) => OutputFolder.WriteAsync(root, async staging =>
    {
        foreach (var (name, content) in files)
        {
            var staged = Path.Combine(staging, name);
            Directory.CreateDirectory(Path.GetDirectoryName(staged)!);
            await File.WriteAllTextAsync(staged, content, cancel);
        }
    });
}
