using System.CommandLine;
using Gci.Editions;

namespace Gci.Cli;

/// <summary>The options that more than one verb takes.</summary>
internal sealed class SharedOptions
{
    internal Option<string?> Editions { get; } = new("--editions") { Description = "Root that holds questionnaires/ and methodology/ (default: this project's)", HelpName = "DIR" };

    internal Option<string> Edition { get; } = new("--edition") { Description = "The edition, such as 2024", HelpName = "E", Required = true };

    internal Option<string?> Answers { get; } = new("--answers") { Description = "Answers: country,code,answer[,comment] as .csv, .json or .xlsx", HelpName = "FILE" };

    internal Option<string?> Points { get; } = new("--points") { Description = "Pillar points: iso3 and one column a pillar, as .csv", HelpName = "FILE" };

    internal Option<bool> Json { get; } = new("--json") { Description = "Print JSON for programs" };

    /// <summary>The root that holds the definitions.</summary>
    internal string Root(ParseResult parsed) => parsed.GetValue(Editions) ?? Home.Folder();

    internal EditionsFolder Folder(ParseResult parsed)
    {
        var root = Root(parsed);
        return Directory.Exists(root) ? new(root) : throw new WrongUsageException($"There is no folder {root}; --editions takes a folder that holds questionnaires/ and methodology/.");
    }

    /// <summary>The edition asked for.</summary>
    /// <exception cref="WrongInputException">Something is wrong with its definition.</exception>
    internal Edition Load(ParseResult parsed)
    {
        var problems = new Problems();
        var edition = Folder(parsed).Load(parsed.GetRequiredValue(Edition), problems);
        return edition ?? throw new WrongInputException(problems);
    }
}
