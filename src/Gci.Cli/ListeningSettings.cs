using System.CommandLine;
using System.Net;
using Gci.Web;
using Microsoft.AspNetCore.Http;

namespace Gci.Cli;

/// <summary>The options of a verb that serves: where it listens.</summary>
internal sealed class ListeningSettings
{
    private readonly Option<string> _urls = new("--urls") { Description = "Addresses to listen on, with semicolons between (default: http://localhost:5080)", HelpName = "URLS", DefaultValueFactory = _ => "http://localhost:5080" };

    private readonly Option<bool> _allowRemote = new("--allow-remote") { Description = "Let other machines reach a demonstration, whose passwords are known to all" };

    internal void AddTo(Command command)
    {
        command.Options.Add(_urls);
        command.Options.Add(_allowRemote);
    }

    /// <exception cref="WrongUsageException">One of the addresses is none, or would open a demonstration to other machines.</exception>
    internal ServiceOptions Of(ParseResult parsed, ServiceOptions options)
    {
        var urls = parsed.GetRequiredValue(_urls);
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = Parse(url);
            if (options.IsDemonstration && !parsed.GetValue(_allowRemote) && !IsOwn(address.Host))
            {
                throw new WrongUsageException($"The passwords of a demonstration are known to all, and {url} can be reached from other machines. Listen on http://localhost, or give --allow-remote.");
            }
        }

        return options with { Urls = urls };
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http", PathBase: "" } address
                ? address
                : throw new WrongUsageException($"The service cannot listen on {url}: it speaks plain HTTP at the root of a host, such as http://localhost:5080; a reverse proxy before it speaks TLS.");
        }
        catch (FormatException)
        {
            throw new WrongUsageException($"\"{url}\" is not an address to listen on; an address looks like http://localhost:5080.");
        }
    }

    private static bool IsOwn(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
