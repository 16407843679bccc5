using System.CommandLine;
using Gci.Editions;

namespace Gci.Cli.Verbs;

/// <summary><c>gci freeze</c>: the checksums that a published edition is held to.</summary>
internal static class FreezeVerb
{
    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var command = new Command("freeze", "Write the checksums of an edition; once its status is published, any change is a problem") { options.Edition, options.Editions };
        command.SetAction(async (parsed, _) =>
        {
            var problems = new Problems();
            var (path, content) = options.Folder(parsed).Freeze(parsed.GetRequiredValue(options.Edition), problems) ?? throw new WrongInputException(problems);
            await OutputFolder.WriteFileAsync(path, content);
            await terminal.Output.WriteLineAsync(path);
            return ExitCode.Done;
        });
        return command;
    }
}
