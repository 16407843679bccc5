using System.Collections.Immutable;
using System.CommandLine;
using Gci.Cli.Demo;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Results;
using Gci.Reports;
using Gci.Reports.Files;
using Gci.Reports.Studies;
using Gci.Tiering.Sensitivity;

namespace Gci.Cli.Verbs;

/// <summary>
/// <c>gci demo</c>: the main job on invented answers of every country and on the figures that were published, and a service that is in the
/// midst of an edition.
/// </summary>
internal static class DemoVerb
{
    private const string Notice = "Illustrative data: invented answers whose scores lie near the published figures of 2024. No country gave these answers.";
    private const string EarlierNotice = "Illustrative data: an invented earlier round.";

    internal static Command Command(Terminal terminal)
    {
        var (options, service) = (new SharedOptions(), new DemoService());
        var folder = new Option<string>("--out") { Description = "Folder for the files (default: out/demo)", HelpName = "DIR", DefaultValueFactory = _ => Path.Combine("out", "demo") };
        var noFiles = new Option<bool>("--no-files") { Description = "Make the service's data only; no tables, workbook and report" };
        var command = new Command("demo", "Invent answers for every country, turn them into tiers, a workbook and a report, and serve a questionnaire service full of them") { folder, noFiles };
        service.AddTo(command, options);
        command.SetAction(async (parsed, cancel) =>
        {
            var serviceOptions = service.Options(parsed, options);
            var editions = Asking(options.Folder(parsed));
            var edition = editions.FirstOrDefault(edition => edition.Published is not null) ?? editions[0];
            var isNew = await service.MustBeMadeAsync(parsed, serviceOptions, cancel);
            var rows = parsed.GetValue(noFiles) ? (isNew ? Rows(edition, "answers.csv") : []) : await FilesAsync(terminal, edition, parsed.GetRequiredValue(folder), cancel);
            var open = editions.FirstOrDefault(open => open.Migration?.DerivedFrom == edition.Id);
            return await service.RunAsync(terminal, parsed, serviceOptions, isNew, edition, rows, open, cancel);
        });
        return command;
    }

    private static async Task<AnswerRow[]> FilesAsync(Terminal terminal, Edition edition, string folder, CancellationToken cancel)
    {
        AnswerRow[] rows = [];
        await OutputFolder.WriteAsync(folder, async staging => rows = await RunAsync(terminal, edition, staging, cancel));
        await SayAsync(terminal, edition, Path.GetFullPath(folder));
        return rows;
    }

    private static async Task<AnswerRow[]> RunAsync(Terminal terminal, Edition edition, string folder, CancellationToken cancel)
    {
        var (answers, earlier) = (Path.Combine(folder, "answers.csv"), Path.Combine(folder, "earlier"));
        (AnswerRow[] rows, IReadOnlyList<AnswerSheet> sheets) = ([], []);
        await terminal.RunAsync(
        [
            ("Answers", async () => (rows, sheets) = await AnswersAsync(edition, answers, cancel)),
            ("Earlier round", () => EarlierAsync(edition, earlier, cancel)),
        ]);
        var problems = new Problems();
        var results = EditionResults.Of(edition, sheets);
        var before = PreviousResults.Read(earlier, edition, problems);
        WrongInputException.ThrowIfAny(problems);
        var study = await StudyAsync(terminal, results, answers, cancel);
        await StudyRun.WriteAsync(study, Path.Combine(folder, "robustness"), cancel);
        await PublishVerb.WriteAsync(terminal, new(results, Disclosure.Tiers, before, Notice) { Robustness = study.Study.Found() }, Path.Combine(folder, "illustrative"), cancel);
        if (edition.Published is { } published)
        {
            var notice = $"Published figures. {published.Source}.";
            await PublishVerb.WriteAsync(terminal, new(EditionResults.Of(edition, published.Points), Disclosure.Pillars, OwnNotice: notice), Path.Combine(folder, "published"), cancel);
        }

        return rows;
    }

    // The same as gci robustness makes without further options.
    private static Task<StudyFile> StudyAsync(Terminal terminal, EditionResults results, string answers, CancellationToken cancel) => StudyRun.MakeAsync(
        terminal, results.Edition, StudyRun.Inputs(null, [answers, null, null], []), StudyRun.Model(results, SourceOptions.Usual(results)),
        RobustnessVerb.UsualSeed, new(0, RobustnessVerb.UsualDraws), new SensitivityStudy(), threads: null, cancel);

    private static async Task<(AnswerRow[] Rows, IReadOnlyList<AnswerSheet> Sheets)> AnswersAsync(Edition edition, string path, CancellationToken cancel)
    {
        var rows = Rows(edition, path);
        cancel.ThrowIfCancellationRequested();
        await OutputFolder.WriteFileAsync(path, AnswersText.Of(rows));
        return (rows, Results.Sheets(edition, path));
    }

    private static AnswerRow[] Rows(Edition edition, string file) => [.. new IllustrativeAnswers(edition).Rows(file, Aims(edition))];

    // An earlier round is needed to show what changed: every pillar lay somewhat lower then.
    private static Task EarlierAsync(Edition edition, string folder, CancellationToken cancel)
    {
        var points = Aims(edition).ToDictionary(
            country => country.Key,
            country => country.Value.ToImmutableDictionary(pillar => pillar.Key, pillar => pillar.Value * (0.7 + (0.35 * StableHash.Share(country.Key + pillar.Key)) is var share && share > 1 ? 1 : share)));
        var publication = new Publication(EditionResults.Of(edition, points), Disclosure.Tiers, OwnNotice: EarlierNotice);
        return OutputFolder.WriteAsync(folder, staging => File.WriteAllTextAsync(Path.Combine(staging, "results.json"), ResultsJson.Text(publication), cancel));
    }

    private static ImmutableSortedDictionary<string, ImmutableDictionary<string, double>> Aims(Edition edition) => edition.Published?.Points
        ?? edition.Countries.Keys.ToImmutableSortedDictionary(
            country => country,
            country => edition.Pillars.ToImmutableDictionary(pillar => pillar.Code, pillar => pillar.Points * StableHash.Share(country + pillar.Code)));

    // Newest first. Invented answers are made for the newest whose figures are published, because they lie near them; where none has any, for the newest.
    private static Edition[] Asking(EditionsFolder folder)
    {
        var problems = new Problems();
        Edition[] asking = [.. folder.Ids.Reverse().Select(id => folder.Load(id, problems)).OfType<Edition>().Where(edition => edition.Questionnaire is not null)];
        WrongInputException.ThrowIfAny(problems);
        return asking.Length > 0 ? asking : throw new WrongUsageException("No edition here has a questionnaire to answer.");
    }

    private static async Task SayAsync(Terminal terminal, Edition edition, string folder)
    {
        await terminal.Output.WriteLineAsync($"Edition {edition.Id}, illustrative answers of {edition.Countries.Count} countries: {Path.Combine(folder, "answers.csv")}");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await terminal.Output.WriteLineAsync(file);
        }
    }
}
