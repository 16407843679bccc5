using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Gci.Editions;
using Gci.Editions.Questionnaires;
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
        var (options, settings) = (new SharedOptions(), new ServiceSettings());
        var fromDatabase = new Option<bool>("--from-database") { Description = "Take the frozen answers of the service, from the last snapshot of gci freeze" };
        var number = new Option<int?>("--snapshot") { Description = "With --from-database, an earlier snapshot", HelpName = "NUMBER" };
        var folder = new Option<string>("--out") { Description = "Folder for the files", HelpName = "DIR", Required = true };
        var disclosure = new Option<string>("--disclosure") { Description = "tiers (default), pillars or internal", HelpName = "LEVEL", DefaultValueFactory = _ => "tiers" };
        disclosure.AcceptOnlyFromAmong([.. s_levels.Keys]);
        var previous = new Option<string?>("--previous") { Description = "Folder of an earlier publication, for what changed", HelpName = "DIR" };
        var robustness = new Option<string?>("--robustness") { Description = "Folder made by gci robustness from the same answers: says how firm each tier is", HelpName = "DIR" };
        var notice = new Option<string?>("--notice") { Description = "A sentence for the cover and every page and sheet", HelpName = "TEXT" };
        var command = new Command("publish", "Turn answers or pillar points into tiers, a workbook and a report")
        {
            options.Edition, options.Answers, options.Points, fromDatabase, number, folder, disclosure, previous, robustness, notice, options.Json,
        };
        settings.AddTo(command, options);
        command.SetAction(async (parsed, cancel) =>
        {
            var (results, snapshot, ownNotice, raised) = await LoadAsync(parsed, options, settings, parsed.GetValue(fromDatabase), parsed.GetValue(number), cancel);
            var problems = new Problems();
            var before = parsed.GetValue(previous) is { } earlier ? PreviousResults.Read(earlier, results.Edition, problems) : null;
            WrongInputException.ThrowIfAny(problems);
            var publication = new Publication(results, s_levels[parsed.GetRequiredValue(disclosure)], before, parsed.GetValue(notice) ?? ownNotice) 
            {
                Snapshot = snapshot,
                Raised = raised,
                Robustness = parsed.GetValue(robustness) is { } study ? StudyRun.Read(study, results) : null,
            };
            await WriteAsync(terminal, publication, parsed.GetRequiredValue(folder), cancel);
            await SayAsync(terminal, publication, parsed.GetRequiredValue(folder), parsed.GetValue(options.Json));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<(EditionResults Results, PublishedSnapshot? Snapshot, string? Notice, IReadOnlyDictionary<(string Country, string Question), Confidentiality> Raised)> LoadAsync(
        ParseResult parsed, SharedOptions options, ServiceSettings settings, bool fromDatabase, int? number, CancellationToken cancel)
    {
        if (!fromDatabase)
        {
            return number is null ? (Results.Load(parsed, options), null, null, ImmutableDictionary<(string Country, string Question), Confidentiality>.Empty) : throw new WrongUsageException("--snapshot goes with --from-database.");
        }

        if (parsed.GetValue(options.Answers) is not null || parsed.GetValue(options.Points) is not null)
        {
            throw new WrongUsageException("--from-database takes the place of --answers and --points.");
        }

        var service = ServiceSettings.Existing(settings.Of(parsed, options));
        var (results, snapshot, raised) = await SnapshotResults.LoadAsync(service, options.Load(parsed), number, cancel);
        return (results, snapshot, service.IsDemonstration ? "Illustrative data: invented answers. No country gave these answers." : null, raised);
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
