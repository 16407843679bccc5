using System.CommandLine;
using System.Net.Mail;
using System.Text.RegularExpressions;
using Gci.Web;
using Gci.Web.Accounts;
using Gci.Web.Mail;

namespace Gci.Cli;

/// <summary>The options of <c>gci serve</c> about accounts and mail. Each may also come from the environment; secrets come from files or from there.</summary>
internal sealed partial class AccountSettings
{
    private readonly Option<string?> _address = Text("--address", "The address that people type and that mails carry (GCI_ADDRESS; default: the first of --urls)", "URL");
    private readonly Option<bool> _requireSecondFactor = new("--require-second-factor") { Description = "Staff and experts must sign in with a second factor" };
    private readonly Option<string?> _breached = Text("--breached-passwords", "Refuse the passwords of this file: SHA-1:count a line, sorted, as Have I Been Pwned gives it (GCI_BREACHED_PASSWORDS)", "FILE");
    private readonly Option<string?> _authority = Text("--oidc-authority", "OpenID Connect provider by which people may also sign in (GCI_OIDC_AUTHORITY)", "URL");
    private readonly Option<string?> _clientId = Text("--oidc-client-id", "What the provider calls this service (GCI_OIDC_CLIENT_ID)", "ID");
    private readonly Option<string?> _clientSecret = Text("--oidc-client-secret-file", "File with the secret that the provider gave (or GCI_OIDC_CLIENT_SECRET)", "FILE");
    private readonly Option<string?> _providerName = Text("--oidc-name", "What the button calls the provider (GCI_OIDC_NAME; default: its host)", "NAME");
    private readonly Option<string?> _host = Text("--smtp-host", "Mail server (GCI_SMTP_HOST; without one, mails are written into DATA/mails)", "HOST");
    private readonly Option<string?> _port = Text("--smtp-port", "Its port (GCI_SMTP_PORT; default: 587)", "PORT");
    private readonly Option<string?> _tls = Text("--smtp-tls", "starttls, tls or none (GCI_SMTP_TLS; default: starttls)", "MODE");
    private readonly Option<string?> _user = Text("--smtp-user", "Whom to sign in to it as (GCI_SMTP_USER; default: no sign-in)", "NAME");
    private readonly Option<string?> _password = Text("--smtp-password-file", "File with the password (or GCI_SMTP_PASSWORD)", "FILE");
    private readonly Option<string?> _sender = Text("--smtp-sender", "The address that mails come from (GCI_SMTP_SENDER)", "EMAIL");

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_address, _requireSecondFactor, _breached, _authority, _clientId, _clientSecret, _providerName, _host, _port, _tls, _user, _password, _sender])
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="WrongUsageException">Something that belongs together is not complete.</exception>
    internal ServiceOptions In(ServiceOptions options, ParseResult parsed)
    {
        var with = options with
        {
            RequireSecondFactor = parsed.GetValue(_requireSecondFactor),
            BreachedPasswords = List(Of(parsed, _breached, "GCI_BREACHED_PASSWORDS")),
            OpenIdConnect = Provider(parsed),
            Smtp = Server(parsed),
        };
        return Of(parsed, _address, "GCI_ADDRESS") is { } address ? with with { PublicAddress = WebAddress(address) } : with;
    }

    private static string? List(string? path) => path is null || (File.Exists(path) && HashLine().IsMatch(File.ReadLines(path).FirstOrDefault() ?? "")) ? path
        : throw new WrongUsageException($"{path} is no list of breached passwords: each line holds a SHA-1 in capitals, a colon and a count.");

    private SignInProvider? Provider(ParseResult parsed)
    {
        if (Of(parsed, _authority, "GCI_OIDC_AUTHORITY") is not { } authority)
        {
            return null;
        }

        var address = WebAddress(authority);
        var (id, secret) = (Of(parsed, _clientId, "GCI_OIDC_CLIENT_ID"), Secret(parsed, _clientSecret, "GCI_OIDC_CLIENT_SECRET"));
        return id is not null && secret is not null
            ? new(address, id, secret, Of(parsed, _providerName, "GCI_OIDC_NAME") ?? new Uri(address).Host)
            : throw new WrongUsageException("--oidc-authority needs --oidc-client-id and --oidc-client-secret-file.");
    }

    private SmtpServer? Server(ParseResult parsed)
    {
        if (Of(parsed, _host, "GCI_SMTP_HOST") is not { } host)
        {
            return null;
        }

        var sender = Of(parsed, _sender, "GCI_SMTP_SENDER") ?? throw new WrongUsageException("--smtp-host needs --smtp-sender, the address that mails come from.");
        if (!MailAddress.TryCreate(sender, out var address) || address.Address != sender)
        {
            throw new WrongUsageException($"\"{sender}\" is not an e-mail address; --smtp-sender takes one such as gci@example.org.");
        }

        return new(host, sender)
        {
            Port = Of(parsed, _port, "GCI_SMTP_PORT") is not { } port ? 587
                : ushort.TryParse(port, out var number) && number > 0 ? number : throw new WrongUsageException($"\"{port}\" is not a port."),
            Tls = Of(parsed, _tls, "GCI_SMTP_TLS") switch
            {
                null or "starttls" => SmtpTls.StartTls,
                "tls" => SmtpTls.Tls,
                "none" => SmtpTls.None,
                var other => throw new WrongUsageException($"\"{other}\" is not a way to encrypt; --smtp-tls takes starttls, tls or none."),
            },
            User = Of(parsed, _user, "GCI_SMTP_USER"),
            Password = Secret(parsed, _password, "GCI_SMTP_PASSWORD"),
        };
    }

    private static string WebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? text
        : throw new WrongUsageException($"\"{text}\" is not an address that begins with https://.");

    private static string? Of(ParseResult parsed, Option<string?> option, string variable) =>
        parsed.GetValue(option) ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null);

    private static string? Secret(ParseResult parsed, Option<string?> file, string variable) =>
        parsed.GetValue(file) is not { } path ? Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null
        : File.Exists(path) ? File.ReadAllText(path).TrimEnd('\r', '\n') : throw new WrongUsageException($"There is no file {path}.");

    private static Option<string?> Text(string name, string what, string value) => new(name) { Description = what, HelpName = value };

    [GeneratedRegex("^[0-9A-F]{40}:[0-9]+$")]
    private static partial Regex HashLine();
}
