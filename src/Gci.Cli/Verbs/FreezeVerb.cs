using System.CommandLine;
using Gci.Editions;

namespace Gci.Cli.Verbs;

/// <summary><c>gci freeze</c>: a snapshot of an edition's verified answers by two persons; without them, the checksums that a published definition is held to.</summary>
internal static class FreezeVerb
{
    internal static Command Command(Terminal terminal)
    {
        var (options, settings) = (new SharedOptions(), new ServiceSettings());
        var by = new Option<string?>("--by") { Description = "Sign-in name of the analyst or administrator who proposes a snapshot of the verified answers", HelpName = "NAME" };
        var confirmedBy = new Option<string?>("--confirmed-by") { Description = "Sign-in name of the second person, who confirms it", HelpName = "NAME" };
        var note = new Option<string?>("--note") { Description = "What the public reads about a correction of published results", HelpName = "TEXT" };
        var command = new Command("freeze", "Freeze the verified answers of an edition as a snapshot; without --by, write the checksums of its definition") { options.Edition, by, confirmedBy, note };
        settings.AddTo(command, options);
        command.SetAction(async (parsed, cancel) => (parsed.GetValue(by), parsed.GetValue(confirmedBy)) switch
        {
            (null, null) => await ChecksumsAsync(terminal, parsed, options),
            ({ } first, { } second) => await new EditionFreeze(terminal, first, second, parsed.GetValue(note))
                .RunAsync(ServiceSettings.Existing(settings.Of(parsed, options)), parsed.GetRequiredValue(options.Edition), cancel),
            _ => throw new WrongUsageException("A snapshot needs two persons: give --by and --confirmed-by."),
        });
        return command;
    }

    private static async Task<int> ChecksumsAsync(Terminal terminal, ParseResult parsed, SharedOptions options)
    {
        var problems = new Problems();
        var (path, content) = options.Folder(parsed).Freeze(parsed.GetRequiredValue(options.Edition), problems) ?? throw new WrongInputException(problems);
        await OutputFolder.WriteFileAsync(path, content);
        await terminal.Output.WriteLineAsync(path);
        return ExitCode.Done;
    }
}
