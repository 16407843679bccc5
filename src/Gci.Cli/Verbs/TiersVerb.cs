using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gci.Editions;
using Gci.Editions.Results;
using Gci.Reports;
using Gci.Reports.Files;

namespace Gci.Cli.Verbs;

/// <summary><c>gci tiers</c>: the tier of each country, under the edition's scheme or, for comparison, another.</summary>
internal static class TiersVerb
{
    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var scheme = new SchemeOption();
        var previous = new Option<string?>("--previous") { Description = "Folder of an earlier publication: prints the moves between tiers instead", HelpName = "DIR" };
        var command = new Command("tiers", "The tier of each country, by ISO 3166 alpha-3 code") { options.Edition, options.Answers, options.Points, scheme.Option, previous, options.Editions, options.Json };
        command.SetAction(parsed =>
        {
            var results = scheme.Apply(parsed, Results.Load(parsed, options));
            terminal.Output.Write(parsed.GetValue(previous) is { } folder
                ? Moves(results, folder)
                : parsed.GetValue(options.Json) ? ResultsJson.Text(new(results, Disclosure.Tiers)) : TiersCsv.Text(new(results, Disclosure.Tiers)));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Moves(EditionResults results, string folder)
    {
        var problems = new Problems();
        var before = PreviousResults.Read(folder, results.Edition, problems);
        WrongInputException.ThrowIfAny(problems);
        var moves = results.MovesSince(before!);
        var codes = results.Edition.Tiers.Scheme.BestFirst.Select(tier => tier.Code).ToArray();
        var rows = codes.Select((code, row) => $"{code},{string.Join(',', moves.Counts[row].Select(count => count.ToString(CultureInfo.InvariantCulture)))}\n");
        return $"before,{string.Join(',', codes)}\n{string.Concat(rows)}";
    }
}
