using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gci.Editions;
using Gci.Reports.Studies;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Cli.Verbs;

/// <summary><c>gci robustness</c>: how firm each tier is when weights, method, bounds and answers are uncertain.</summary>
internal static class RobustnessVerb
{
    internal const long UsualDraws = 100_000;
    internal const ulong UsualSeed = 1;

    private const long MostDraws = 1L << 36;

    internal static Command Command(Terminal terminal)
    {
        var (options, sources) = (new SharedOptions(), new SourceOptions());
        var (source, scheme) = (new ResultsSource(options), new SchemeOption());
        var draws = new Option<long>("--draws") { Description = "How many draws (default 100000)", HelpName = "N", DefaultValueFactory = _ => UsualDraws };
        var seed = new Option<ulong>("--seed") { Description = "Names the draws: the same seed gives the same bytes (default 1)", HelpName = "N", DefaultValueFactory = _ => UsualSeed };
        var threads = new Option<int?>("--threads") { Description = "At most so many threads (default: all processors); the result does not depend on it", HelpName = "N" };
        var from = new Option<long?>("--from") { Description = "With --to, only the draws from this number on: a part for gci robustness merge", HelpName = "A" };
        var to = new Option<long?>("--to") { Description = "With --from, only the draws below this number", HelpName = "B" };
        var draw = new Option<long?>("--draw") { Description = "Shows one draw by its number instead: what was drawn and the tiers that it gave", HelpName = "NUMBER" };
        var size = new Option<int>("--sensitivity") { Description = "Rows of the design that asks which source matters, a power of two (default 512; 0 leaves it out)", HelpName = "N", DefaultValueFactory = _ => 512 };
        var folder = new Option<string?>("--out") { Description = "Folder for stability.csv, sensitivity.csv and robustness.json", HelpName = "DIR" };
        var command = new Command("robustness", "How firm each tier is: draws weights, methods, bounds and answers, and counts the tiers")
        {
            options.Edition, options.Answers, options.Points, draws, seed, threads, from, to, draw, size, scheme.Option, folder, options.Json,
        };
        source.AddTo(command);
        sources.AddTo(command);
        command.Add(MergeCommand(terminal));
        command.SetAction(async (parsed, cancel) =>
        {
            // Ctrl+C is listened to only when an action has given way for the first time.
            await Task.Yield();
            var range = Range(parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(draws));
            var study = new SensitivityStudy(Size(parsed.GetValue(size)));
            var workers = parsed.GetValue(threads) is var given and (null or >= 1) ? given : throw new WrongUsageException("--threads is at least 1.");
            var loaded = await source.LoadAsync(parsed, cancel);
            loaded = loaded with { Results = scheme.Apply(parsed, loaded.Results) };
            var edition = loaded.Results.Edition;
            var model = StudyRun.Model(loaded.Results, sources.Of(parsed, loaded, options.Folder(parsed)));
            if (parsed.GetValue(draw) is { } number)
            {
                await terminal.Output.WriteAsync(DrawText.Of(model, parsed.GetValue(seed), number >= 0 ? number : throw new WrongUsageException("--draw is the number of a draw, 0 or more."), edition));
                return ExitCode.Done;
            }

            var target = parsed.GetValue(folder) ?? throw new WrongUsageException("Give --out DIR for the files, or --draw NUMBER to look at one draw.");
            var inputs = StudyRun.Inputs(loaded.Snapshot?.Hash, [parsed.GetValue(options.Answers), parsed.GetValue(options.Points), sources.Doubts(parsed)], model.Sources.Ballots);
            var made = await StudyRun.MakeAsync(terminal, edition, inputs, model, parsed.GetValue(seed), range, parsed.GetValue(size) == 0 ? null : study, workers, cancel);
            await WriteAsync(terminal, made, target, parsed.GetValue(options.Json), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command MergeCommand(Terminal terminal)
    {
        var parts = new Argument<string[]>("DIR") { Description = "Folders of parts made with --from and --to, in any order", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string>("--out") { Description = "Folder for stability.csv, sensitivity.csv and robustness.json", HelpName = "DIR", Required = true };
        var json = new Option<bool>("--json") { Description = "Print JSON for programs" };
        var command = new Command("merge", "Join the parts of a study: the same bytes as one run of all its draws") { parts, folder, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var problems = new Problems();
            (string Path, StudyFile? File)[] read = [.. parsed.GetRequiredValue(parts).Select(part => Path.Combine(part, StudyFile.Name)).Select(path => (path, StudyJson.Read(path, problems)))];
            WrongInputException.ThrowIfAny(problems);
            var joined = StudyParts.Join([.. read.Select(part => (part.Path, part.File!))], problems);
            WrongInputException.ThrowIfAny(problems);
            await WriteAsync(terminal, joined!, parsed.GetRequiredValue(folder), parsed.GetValue(json), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static DrawRange Range(long? from, long? to, long draws)
    {
        if (from is null != to is null)
        {
            throw new WrongUsageException("--from and --to go together.");
        }

        var range = from is null ? new DrawRange(0, draws) : new DrawRange(from.Value, to!.Value);
        return range.From >= 0 && range.Count > 0 && range.To <= MostDraws ? range
            : throw new WrongUsageException(string.Create(CultureInfo.InvariantCulture, $"There are between 1 and {MostDraws} draws, and --from lies below --to."));
    }

    private static int Size(int size) => size == 0 || (size is >= 2 and <= 1 << 20 && int.IsPow2(size)) ? Math.Max(size, 2) : throw new WrongUsageException("--sensitivity is a power of two, or 0.");

    private static async Task WriteAsync(Terminal terminal, StudyFile file, string folder, bool isJson, CancellationToken cancel)
    {
        var found = file.Study.Found();
        await OutputFolder.WriteAsync(folder, staging => StudyRun.WriteAsync(file, staging, cancel));
        await SayAsync(terminal, found, Path.GetFullPath(folder), isJson);
    }

    private static async Task SayAsync(Terminal terminal, Robustness found, string folder, bool isJson)
    {
        var marks = Enum.GetValues<Firmness>().Select(mark => (Name: mark.ToString().ToLowerInvariant(), Count: found.Countries.Count(country => country.Firmness == mark))).ToArray();
        if (isJson)
        {
            await terminal.Output.WriteLineAsync(JsonSerializer.Serialize(new { folder, draws = found.Edition.Draws, kept = found.Edition.Kept, marks = marks.ToDictionary(mark => mark.Name, mark => mark.Count) }, JsonText.Options));
            return;
        }

        foreach (var (name, count) in marks)
        {
            await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-10} {count,4} countries"));
        }

        await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"In {found.Edition.Draws} draws {found.Edition.Kept * 100:0.0} % of countries keep their tier.\nFiles: {folder}"));
    }
}
