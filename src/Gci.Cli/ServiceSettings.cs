using System.CommandLine;
using Gci.Web;

namespace Gci.Cli;

/// <summary>The options of every verb that works on the service's data.</summary>
internal sealed class ServiceSettings
{
    private readonly Option<string> _data = new("--data") { Description = "Folder of the embedded database, files and keys (default: data)", HelpName = "DIR", DefaultValueFactory = _ => "data" };

    private readonly Option<string?> _database = new("--database") { Description = "PostgreSQL connection string, such as Host=…;Database=… (default: GCI_DATABASE, otherwise the embedded database)", HelpName = "CONNECTION" };

    internal void AddTo(Command command, SharedOptions shared)
    {
        command.Options.Add(_data);
        command.Options.Add(_database);
        command.Options.Add(shared.Editions);
    }

    internal ServiceOptions Of(ParseResult parsed, SharedOptions shared) => new()
    {
        Editions = parsed.GetValue(shared.Editions) ?? Home.Folder(),
        Data = Path.GetFullPath(parsed.GetRequiredValue(_data)),
        PostgreSql = parsed.GetValue(_database) ?? (Environment.GetEnvironmentVariable("GCI_DATABASE") is { Length: > 0 } database ? database : null),
    };
}
