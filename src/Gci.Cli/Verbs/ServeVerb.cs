using System.CommandLine;
using Gci.Editions;
using Gci.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Gci.Cli.Verbs;

/// <summary><c>gci serve</c>: the questionnaire service.</summary>
internal static class ServeVerb
{
    internal static Command Command(Terminal terminal)
    {
        var (shared, settings, listening, work, accounts) = (new SharedOptions(), new ServiceSettings(), new ListeningSettings(), new FileAndJobSettings(), new AccountSettings());
        var command = new Command("serve", "Run the questionnaire service");
        listening.AddTo(command);
        settings.AddTo(command, shared);
        work.AddTo(command);
        accounts.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = accounts.In(work.AppliedTo(listening.Of(parsed, settings.Of(parsed, shared)), parsed), parsed);
            await using var service = await ServiceAsync(options, cancel);
            return await RunAsync(terminal, service, options, cancel);
        });
        return command;
    }

    internal static async Task<WebApplication> ServiceAsync(ServiceOptions options, CancellationToken cancel)
    {
        var problems = new Problems();
        var service = await ServiceHost.BuildAsync(options, problems, cancel);
        WrongInputException.ThrowIfAny(problems);
        return service!;
    }

    /// <summary>Listens until Ctrl+C.</summary>
    internal static async Task<int> RunAsync(Terminal terminal, WebApplication service, ServiceOptions options, CancellationToken cancel)
    {
        try
        {
            await service.StartAsync(cancel);
        }
        catch (IOException e)
        {
            throw new CannotStartException($"The service cannot listen on {options.Urls}: {(e.InnerException ?? e).Message}. Choose another address with --urls.");
        }

        await terminal.Output.WriteLineAsync($"The service listens on {string.Join(" and ", service.Urls)}; its data are in {options.Data}. Ctrl+C ends it.");
        await service.WaitForShutdownAsync(cancel);
        return ExitCode.Done;
    }
}
