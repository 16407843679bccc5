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
        var (shared, settings, work) = (new SharedOptions(), new ServiceSettings(), new FileAndJobSettings());
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, with semicolons between (default: http://localhost:5080)", HelpName = "URLS", DefaultValueFactory = _ => "http://localhost:5080" };
        var command = new Command("serve", "Run the questionnaire service") { urls };
        settings.AddTo(command, shared);
        work.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = work.AppliedTo(settings.Of(parsed, shared) with { Urls = parsed.GetRequiredValue(urls) }, parsed);
            await using var service = await ServiceAsync(options, cancel);
            await service.StartAsync(cancel);
            await terminal.Output.WriteLineAsync($"The service listens on {string.Join(" and ", service.Urls)}; its data are in {options.Data}. Ctrl+C ends it.");
            await service.WaitForShutdownAsync(cancel);
            return ExitCode.Done;
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
}
