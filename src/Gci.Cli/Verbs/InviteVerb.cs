using System.CommandLine;
using System.Net.Mail;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Editions.Translations;
using Gci.Web;
using Gci.Web.Accounts;
using Microsoft.EntityFrameworkCore;
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
        var command = new Command("invite", "Invite a person to the service and print the link") { email, name, role, country, language, address };
        settings.AddTo(command, shared);
        command.SetAction(async (parsed, cancel) =>
        {
            var draft = new InvitationDraft(
                parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), RoleNames.All[parsed.GetRequiredValue(role)], parsed.GetValue(country), parsed.GetRequiredValue(language));
            var secret = await InviteAsync(draft, settings.Of(parsed, shared), cancel);
            await terminal.Output.WriteLineAsync($"{parsed.GetRequiredValue(address).TrimEnd('/')}/account/invitation/{secret}");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> InviteAsync(InvitationDraft draft, ServiceOptions options, CancellationToken cancel)
    {
        if (!MailAddress.TryCreate(draft.Email, out var address) || address.Address != draft.Email)
        {
            throw new WrongUsageException($"\"{draft.Email}\" is not an e-mail address.");
        }

        await using var service = await ServeVerb.ServiceAsync(options, cancel);
        var shelf = service.Services.GetRequiredService<EditionShelf>();
        if (draft.Role.IsRespondent() != draft.Country is not null || (draft.Country is { } country && !shelf.Editions.Any(edition => edition.Countries.ContainsKey(country))))
        {
            throw new WrongUsageException("A focal point or contributor needs --country with a country's code of three letters, such as KEN; nobody else takes one.");
        }

        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GciDb>();
        var normalized = draft.Email.ToUpperInvariant();
        if (await db.Users.AnyAsync(user => user.NormalizedEmail == normalized, cancel))
        {
            throw new WrongUsageException($"{draft.Email} has an account already.");
        }

        var secret = db.Invite(draft, Guid.Empty, TimeProvider.System);
        await db.SaveChangesAsync(cancel);
        return secret;
    }
}
