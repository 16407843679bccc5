using System.CommandLine;
using Gci.Reports.Files;

namespace Gci.Cli.Verbs;

/// <summary><c>gci score</c>: points at every node.</summary>
internal static class ScoreVerb
{
    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var folder = new Option<string?>("--out") { Description = "Folder for scores.csv (default: standard output)", HelpName = "DIR" };
        var command = new Command("score", "Points of each country at every node, unrounded, as scores.csv") { options.Edition, options.Answers, options.Points, folder, options.Editions };
        command.SetAction(async (parsed, cancel) =>
        {
            var text = ScoresCsv.Text(Results.Load(parsed, options));
            if (parsed.GetValue(folder) is not { } target)
            {
                await terminal.Output.WriteAsync(text.AsMemory(), cancel);
                return ExitCode.Done;
            }

            await OutputFolder.WriteAsync(target, staging => File.WriteAllTextAsync(Path.Combine(staging, "scores.csv"), text, cancel));
            await terminal.Output.WriteLineAsync(Path.GetFullPath(Path.Combine(target, "scores.csv")));
            return ExitCode.Done;
        });
        return command;
    }
}
