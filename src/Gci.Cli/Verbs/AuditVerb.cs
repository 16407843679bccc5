using System.CommandLine;
using System.Globalization;
using Gci.Data;
using Gci.Data.Auditing;
using Gci.Editions;
using Gci.Web;
using Gci.Web.Files;
using Gci.Web.Moving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Cli.Verbs;

/// <summary><c>gci audit verify</c> and <c>gci audit seal</c>: the chains that show whether anything was changed behind the service's back.</summary>
internal static class AuditVerb
{
    internal static Command Command(Terminal terminal) => new("audit", "Check and seal the record of who changed what") { Verify(terminal), Seal(terminal) };

    private static Command Verify(Terminal terminal)
    {
        var (shared, settings, bucket) = (new SharedOptions(), new ServiceSettings(), new BucketSettings());
        var withFiles = new Option<bool>("--files") { Description = "Read every evidence file as well, and hold its bytes against the chain" };
        var command = new Command("verify", "Find any edit, deletion, reordering, insertion or truncation, and name the first broken link of each chain");
        settings.AddTo(command, shared);
        command.Options.Add(withFiles);
        bucket.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = ServiceSettings.Existing(settings.Of(parsed, shared)) with { Bucket = bucket.Of(parsed) };
            await using var service = await ServeVerb.ServiceAsync(options, cancel);
            await using var scope = service.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GciDb>();
            using var key = SealKey.OpenOrMake(options.SealKeyFile);
            ThrowIfAny(await db.VerifyServiceAsync(options, key, cancel));
            var files = parsed.GetValue(withFiles) ? await db.VerifyFilesAsync(scope.ServiceProvider.GetRequiredService<IFileStore>(), cancel) : null;
            ThrowIfAny(files?.Breaks ?? []);
            var (chains, links, seals) = (await db.Responses.CountAsync(cancel), await db.Audit.CountAsync(cancel), await db.Seals.CountAsync(cancel));
            await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{chains} chains with {links} links, and {seals} seals: nothing was changed."));
            if (files is not null)
            {
                await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{files.Read} evidence files: all bytes are those that were recorded."));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void ThrowIfAny(IEnumerable<AuditBreak> breaks)
    {
        var problems = new Problems();
        foreach (var found in breaks)
        {
            problems.Add(found.Response is { } response ? $"response {response}" : "seals", found.Sequence, $"Broken here: {found.Sentence}.");
        }

        WrongInputException.ThrowIfAny(problems);
    }

    private static Command Seal(Terminal terminal)
    {
        var (shared, settings) = (new SharedOptions(), new ServiceSettings());
        var command = new Command("seal", "Seal the heads of all chains now, and print the seal to be kept elsewhere");
        settings.AddTo(command, shared);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = ServiceSettings.Existing(settings.Of(parsed, shared));
            await using var service = await ServeVerb.ServiceAsync(options, cancel);
            await using var scope = service.Services.CreateAsyncScope();
            using var key = SealKey.OpenOrMake(options.SealKeyFile);
            var seal = await scope.ServiceProvider.GetRequiredService<GciDb>().SealAsync(key, TimeProvider.System, cancel);
            await terminal.Output.WriteLineAsync(seal is null
                ? "No chain grew since the last seal."
                : string.Create(CultureInfo.InvariantCulture, $"Seal {seal.Number}, {seal.At:yyyy-MM-dd HH:mm:ss} UTC: {seal.Hash}"));
            return ExitCode.Done;
        });
        return command;
    }
}
