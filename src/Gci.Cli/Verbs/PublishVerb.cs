using System.CommandLine;
using System.Text.Json;
using Gci.Editions;
using Gci.Editions.Results;
using Gci.Reports;
using Gci.Reports.Writing;

namespace Gci.Cli.Verbs;

/// <summary><c>gci publish</c>: tiers, workbook, report and manifest into one folder.</summary>
internal static class PublishVerb
{
    private static readonly Dictionary<string, Disclosure> s_levels = new() { ["tiers"] = Disclosure.Tiers, ["pillars"] = Disclosure.Pillars, ["internal"] = Disclosure.Internal };

    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var source = new ResultsSource(options);
        var folder = new Option<string>("--out") { Description = "Folder for the files", HelpName = "DIR", Required = true };
        var disclosure = new Option<string>("--disclosure") { Description = "tiers (default), pillars or internal", HelpName = "LEVEL", DefaultValueFactory = _ => "tiers" };
        disclosure.AcceptOnlyFromAmong([.. s_levels.Keys]);
        var previous = new Option<string?>("--previous") { Description = "Folder of an earlier publication, for what changed", HelpName = "DIR" };
        var robustness = new Option<string?>("--robustness") { Description = "Folder made by gci robustness from the same answers: says how firm each tier is", HelpName = "DIR" };
        var notice = new Option<string?>("--notice") { Description = "A sentence for the cover and every page and sheet", HelpName = "TEXT" };
        var command = new Command("publish", "Turn answers or pillar points into tiers, a workbook and a report")
        {
            options.Edition, options.Answers, options.Points, folder, disclosure, previous, robustness, notice, options.Json,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var loaded = await source.LoadAsync(parsed, cancel);
            var problems = new Problems();
            var before = parsed.GetValue(previous) is { } earlier ? PreviousResults.Read(earlier, loaded.Results.Edition, problems) : null;
            WrongInputException.ThrowIfAny(problems);
            var publication = new Publication(loaded.Results, s_levels[parsed.GetRequiredValue(disclosure)], before, parsed.GetValue(notice) ?? loaded.Notice)
            {
                Snapshot = loaded.Snapshot,
                Raised = loaded.Raised,
                Robustness = parsed.GetValue(robustness) is { } study ? StudyRun.Read(study, loaded.Results) : null,
            };
            await WriteAsync(terminal, publication, parsed.GetRequiredValue(folder), cancel);
            await SayAsync(terminal, publication, parsed.GetRequiredValue(folder), parsed.GetValue(options.Json));
            return ExitCode.Done;
        });
        return command;
    }

    internal static Task WriteAsync(Terminal terminal, Publication publication, string folder, CancellationToken cancel) =>
        OutputFolder.WriteAsync(folder, staging => terminal.RunAsync(Publisher.Steps(publication, staging, new TypstReportWriter(), cancel)));

    private static async Task SayAsync(Terminal terminal, Publication publication, string folder, bool isJson)
    {
        var tiers = publication.Edition.Tiers.BestFirst.Select(tier => (tier.Tier.Code, tier.Tier.Name, Count: publication.Results.Countries.Count(country => country.Tier == tier.Tier))).ToArray();
        if (isJson)
        {
            await terminal.Output.WriteLineAsync(JsonSerializer.Serialize(
                new { edition = publication.Edition.Id, folder = Path.GetFullPath(folder), tiers = tiers.ToDictionary(tier => tier.Code, tier => tier.Count) }, JsonText.Options));
            return;
        }

        foreach (var (code, name, count) in tiers)
        {
            await terminal.Output.WriteLineAsync($"{code} {name,-14} {count,4} countries");
        }

        await terminal.Output.WriteLineAsync($"Files: {Path.GetFullPath(folder)}");
    }
}
