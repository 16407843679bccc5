using System.CommandLine;
using Gci.Data.PostgreSql;
using Gci.Web;

namespace Gci.Cli;

/// <summary>The options of every verb that works on the service's data.</summary>
internal sealed class ServiceSettings(string data = "data")
{
    private readonly Option<string> _data = new("--data") { Description = $"Folder of the embedded database, files and keys (default: {data})", HelpName = "DIR", DefaultValueFactory = _ => data };

    private readonly Option<string?> _database = new("--database") { Description = "PostgreSQL connection string, such as Host=…;Database=… (default: GCI_DATABASE, otherwise the embedded database)", HelpName = "CONNECTION" };

    internal void AddTo(Command command, SharedOptions shared)
    {
        command.Options.Add(_data);
        command.Options.Add(_database);
        command.Options.Add(shared.Editions);
    }

    /// <exception cref="WrongUsageException">The connection string is not one.</exception>
    internal ServiceOptions Of(ParseResult parsed, SharedOptions shared)
    {
        var database = parsed.GetValue(_database) ?? (Environment.GetEnvironmentVariable("GCI_DATABASE") is { Length: > 0 } named ? named : null);
        if (database is not null && PostgreSqlDatabase.MistakeIn(database) is { } mistake)
        {
            throw new WrongUsageException($"The connection string in --database or GCI_DATABASE cannot be used: {mistake}");
        }

        var editions = parsed.GetValue(shared.Editions) ?? Home.Folder();
        var sentences = Directory.Exists(Path.Combine(editions, "questionnaires", "interface")) ? null : Home.Folder();
        var options = new ServiceOptions { Editions = editions, Sentences = sentences, Data = Path.GetFullPath(parsed.GetRequiredValue(_data)), PostgreSql = database };
        return options with { IsDemonstration = File.Exists(options.DemonstrationFile) };
    }

    /// <summary>The same options where there are data to work on.</summary>
    /// <exception cref="WrongUsageException">The folder holds no service's data.</exception>
    internal static ServiceOptions Existing(ServiceOptions options) => options.PostgreSql is not null || File.Exists(options.SqliteFile)
        ? options
        : throw new WrongUsageException($"There is no service's data in {options.Data}; name its folder with --data.");
}
