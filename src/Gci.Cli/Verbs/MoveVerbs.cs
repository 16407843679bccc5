using System.CommandLine;
using System.Globalization;
using Gci.Editions;
using Gci.Web.Moving;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Cli.Verbs;

/// <summary><c>gci export edition</c> and <c>gci import edition</c>: all that a service holds of an edition as one file, to another service and back.</summary>
internal static class MoveVerbs
{
    internal static Command Export(Terminal terminal)
    {
        var (shared, settings) = (new SharedOptions(), new ServiceSettings());
        var file = new Option<string>("--out") { Description = "The archive to write", HelpName = "FILE.zip", Required = true };
        var command = new Command("edition", "Responses with answers, evidence, files, messages and verdicts, run, snapshots and audit chains; private self-assessments too") { shared.Edition, file };
        settings.AddTo(command, shared);
        command.SetAction(async (parsed, cancel) =>
        {
            var (edition, target) = (parsed.GetRequiredValue(shared.Edition), Path.GetFullPath(parsed.GetRequiredValue(file)));
            await using var service = await ServeVerb.ServiceAsync(ServiceSettings.Existing(settings.Of(parsed, shared)), cancel);
            await using var scope = service.Services.CreateAsyncScope();
            IReadOnlyDictionary<string, int>? rows = null;
            await OutputFolder.WriteAsync(Path.GetDirectoryName(target)!, async staging =>
            {
                var problems = new Problems();
                await using var content = File.Create(Path.Combine(staging, Path.GetFileName(target)));
                rows = await scope.ServiceProvider.GetRequiredService<EditionExport>().WriteAsync(edition, content, problems, cancel);
                WrongInputException.ThrowIfAny(problems);
            });
            await SayAsync(terminal, rows!);
            await terminal.Output.WriteLineAsync(target);
            return ExitCode.Done;
        });
        return new("export", "Write an edition with everything in it as one archive") { command };
    }

    internal static Command Import(Terminal terminal)
    {
        var (shared, settings) = (new SharedOptions(), new ServiceSettings());
        var file = new Argument<string>("FILE") { Description = "An archive that gci export edition wrote" };
        var command = new Command("edition", "Take an edition in from an archive, whole or not at all; people whom the service does not know arrive with closed accounts") { file };
        settings.AddTo(command, shared);
        command.SetAction(async (parsed, cancel) =>
        {
            var (problems, source) = (new Problems(), parsed.GetRequiredValue(file));
            if (!File.Exists(source))
            {
                throw new WrongUsageException($"There is no file {source}.");
            }

            await using var content = File.OpenRead(source);
            await using var service = await ServeVerb.ServiceAsync(settings.Of(parsed, shared), cancel);
            await using var scope = service.Services.CreateAsyncScope();
            var taken = await scope.ServiceProvider.GetRequiredService<EditionImport>().ReadAsync(source, content, problems, cancel);
            WrongInputException.ThrowIfAny(problems);
            await SayAsync(terminal, taken!.Rows);
            await terminal.Output.WriteLineAsync($"Edition {taken.Edition} is here, and every chain in it holds.");
            if (!taken.HasSameDefinition)
            {
                terminal.Say($"The definition of edition {taken.Edition} is not the one by which it was run before; compare methodology/{taken.Edition} and questionnaires/.");
            }

            return ExitCode.Done;
        });
        return new("import", "Take an edition in from an archive") { command };
    }

    private static async Task SayAsync(Terminal terminal, IReadOnlyDictionary<string, int> rows)
    {
        foreach (var (table, count) in rows.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table,-20} {count,8}"));
        }
    }
}
