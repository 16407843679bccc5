using System.CommandLine;
using Gci.Editions.Translations;
using Gci.Web;
using Gci.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Cli.Verbs;

/// <summary><c>gci invite</c>: makes an invitation and prints its link; the first account of a service comes from here.</summary>
internal static class InviteVerb
{
    internal static Command Command(Terminal terminal)
    {
        var (shared, settings) = (new SharedOptions(), new ServiceSettings());
        var email = new Option<string>("--email") { Description = "Where the invitation goes; it is also the sign-in name", Required = true };
        var name = new Option<string>("--name") { Description = "The person's name", Required = true };
        var role = new Option<string>("--role") { Description = "focal-point, contributor, reviewer, analyst, expert or administrator", Required = true };
        role.AcceptOnlyFromAmong([.. RoleNames.All.Keys]);
        var country = new Option<string?>("--country") { Description = "ISO 3166 alpha-3 code of the country that a respondent answers for", HelpName = "CODE" };
        var language = new Option<string>("--language") { Description = "Language of the pages: ar, en, es, fr, ru or zh (default: en)", DefaultValueFactory = _ => Languages.Source };
        language.AcceptOnlyFromAmong([.. Languages.All]);
        var address = new Option<string>("--address") { Description = "The service's public address (default: http://localhost:5080)", DefaultValueFactory = _ => "http://localhost:5080" };
        var command = new Command("invite", "Invite a person to the service by mail and print the link") { email, name, role, country, language, address };
        settings.AddTo(command, shared);
        command.SetAction(async (parsed, cancel) =>
        {
            var draft = new InvitationDraft(
                parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), RoleNames.All[parsed.GetRequiredValue(role)], parsed.GetValue(country), parsed.GetRequiredValue(language));
            var options = settings.Of(parsed, shared) with { PublicAddress = parsed.GetRequiredValue(address) };
            await terminal.Output.WriteLineAsync(options.PublicAddress + Invitations.PathOf(await InviteAsync(draft, options, cancel)));
            return ExitCode.Done;
        });
        return command;
    }

    // The mail is queued too; a service that runs on the same data sends it.
    private static async Task<string> InviteAsync(InvitationDraft draft, ServiceOptions options, CancellationToken cancel)
    {
        await using var service = await ServeVerb.ServiceAsync(options, cancel);
        await using var scope = service.Services.CreateAsyncScope();
        var (secret, _, refusal) = await scope.ServiceProvider.GetRequiredService<Invitations>().InviteAsync(draft, Guid.Empty, cancel);
        return secret ?? throw new WrongUsageException(service.Services.GetRequiredService<EditionShelf>().In(Languages.Source).Of(refusal!));
    }
}
