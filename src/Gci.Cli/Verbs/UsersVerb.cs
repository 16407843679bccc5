using System.CommandLine;
using Gci.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Cli.Verbs;

/// <summary><c>gci users</c>: the sign-in names of the service's open accounts, one a line and nothing else, for scripts.</summary>
internal static class UsersVerb
{
    internal static Command Command(Terminal terminal)
    {
        var (shared, settings) = (new SharedOptions(), new ServiceSettings());
        var role = new Option<string?>("--role") { Description = "Only this role: focal-point, contributor, reviewer, analyst, expert or administrator", HelpName = "ROLE" };
        role.AcceptOnlyFromAmong([.. RoleNames.All.Keys]);
        var command = new Command("users", "Print the sign-in names of the service, one a line, sorted") { role };
        settings.AddTo(command, shared);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var service = await ServeVerb.ServiceAsync(ServiceSettings.Existing(settings.Of(parsed, shared)), cancel);
            await using var scope = service.Services.CreateAsyncScope();
            var accounts = scope.ServiceProvider.GetRequiredService<GciDb>().Users.Where(account => account.ClosedAt == null);
            if (parsed.GetValue(role) is { } name)
            {
                var wanted = RoleNames.All[name];
                accounts = accounts.Where(account => account.Role == wanted);
            }

            foreach (var user in (await accounts.Select(account => account.UserName!).ToListAsync(cancel)).Order(StringComparer.Ordinal))
            {
                await terminal.Output.WriteLineAsync(user);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
