using System.CommandLine;
using Gci.Editions;

namespace Gci.Cli.Verbs;

/// <summary><c>gci weights</c>: weight files from the ballots kept beside them.</summary>
internal static class WeightsVerb
{
    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var command = new Command("weights", "Write the weight files of an edition from its ballots") { options.Edition, options.Editions };
        command.SetAction(async (parsed, _) =>
        {
            var problems = new Problems();
            var files = options.Folder(parsed).WeightsFromBallots(parsed.GetRequiredValue(options.Edition), problems) ?? throw new WrongInputException(problems);
            foreach (var (path, content) in files)
            {
                await OutputFolder.WriteFileAsync(path, content);
                await terminal.Output.WriteLineAsync(path);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
