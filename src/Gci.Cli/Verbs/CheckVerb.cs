using System.CommandLine;
using System.Text.Json;

namespace Gci.Cli.Verbs;

/// <summary><c>gci check</c>: every problem of all editions.</summary>
internal static class CheckVerb
{
    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var command = new Command("check", "Report every problem of all editions as file:line: sentence") { options.Editions, options.Json };
        command.SetAction(parsed =>
        {
            var folder = options.Folder(parsed);
            var problems = folder.Check();
            if (parsed.GetValue(options.Json))
            {
                terminal.Output.WriteLine(JsonSerializer.Serialize(new { editions = folder.Ids, problems = problems.InOrder() }, JsonText.Options));
            }

            WrongInputException.ThrowIfAny(problems);
            if (!parsed.GetValue(options.Json))
            {
                terminal.Output.WriteLine($"Editions {string.Join(", ", folder.Ids)}: no problem found.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
