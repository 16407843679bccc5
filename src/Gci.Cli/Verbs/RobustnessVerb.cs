using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gci.Editions;
using Gci.Editions.Results;
using Gci.Reports.Files;
using Gci.Reports.Studies;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Cli.Verbs;

/// <summary><c>gci robustness</c>: how firm each tier is when weights, method, bounds and answers are uncertain.</summary>
internal static class RobustnessVerb
{
    private const long UsualDraws = 100_000;
    private const long MostDraws = 1L << 36;

    internal static Command Command(Terminal terminal)
    {
        var (options, sources) = (new SharedOptions(), new SourceOptions());
        var draws = new Option<long>("--draws") { Description = "How many draws (default 100000)", HelpName = "N", DefaultValueFactory = _ => UsualDraws };
        var seed = new Option<ulong>("--seed") { Description = "Names the draws: the same seed gives the same bytes (default 1)", HelpName = "N", DefaultValueFactory = _ => 1 };
        var threads = new Option<int?>("--threads") { Description = "At most so many threads (default: all processors); the result does not depend on it", HelpName = "N" };
        var from = new Option<long?>("--from") { Description = "With --to, only the draws from this number on: a part for gci robustness merge", HelpName = "A" };
        var to = new Option<long?>("--to") { Description = "With --from, only the draws below this number", HelpName = "B" };
        var draw = new Option<long?>("--draw") { Description = "Shows one draw by its number instead: what was drawn and the tiers that it gave", HelpName = "NUMBER" };
        var size = new Option<int>("--sensitivity") { Description = "Rows of the design that asks which source matters, a power of two (default 512; 0 leaves it out)", HelpName = "N", DefaultValueFactory = _ => 512 };
        var folder = new Option<string?>("--out") { Description = "Folder for stability.csv, sensitivity.csv and robustness.json", HelpName = "DIR" };
        var command = new Command("robustness", "How firm each tier is: draws weights, methods, bounds and answers, and counts the tiers")
        {
            options.Edition, options.Answers, options.Points, draws, seed, threads, from, to, draw, size, folder, options.Editions, options.Json,
        };
        sources.AddTo(command);
        command.Add(MergeCommand(terminal));
        command.SetAction(async (parsed, cancel) =>
        {
            var range = Range(parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(draws));
            var study = new SensitivityStudy(Size(parsed.GetValue(size)));
            var workers = parsed.GetValue(threads) is var given and (null or >= 1) ? given : throw new WrongUsageException("--threads is at least 1.");
            var results = Results.Load(parsed, options);
            var model = Model(results, sources.Of(parsed, results, options.Folder(parsed)));
            if (parsed.GetValue(draw) is { } number)
            {
                await terminal.Output.WriteAsync(DrawText.Of(model, parsed.GetValue(seed), number >= 0 ? number : throw new WrongUsageException("--draw is the number of a draw, 0 or more."), results.Edition));
                return ExitCode.Done;
            }

            var target = parsed.GetValue(folder) ?? throw new WrongUsageException("Give --out DIR for the files, or --draw NUMBER to look at one draw.");
            var counts = await CountAsync(terminal, model, parsed.GetValue(seed), range, workers, cancel);
            var sensitivity = parsed.GetValue(size) == 0 ? [] : study.Of(model, parsed.GetValue(seed), workers, cancel);
            await WriteAsync(terminal, new(results.Edition.Id, results.Edition.Hash, Inputs(parsed, options, sources, model), Study.Of(model, parsed.GetValue(seed), counts, sensitivity)), target, parsed.GetValue(options.Json), cancel);
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

    private static StabilityModel Model(EditionResults results, UncertaintySources sources)
    {
        try
        {
            return results.Uncertain(sources);
        }
        catch (ArgumentException e)
        {
            throw new WrongUsageException(e.Message);
        }
    }

    private static async Task<StabilityCounts> CountAsync(Terminal terminal, StabilityModel model, ulong seed, DrawRange range, int? threads, CancellationToken cancel)
    {
        StabilityCounts? counts = null;
        await terminal.RunAsync("Draws", range.Count, progress => counts = StabilityRun.Count(model, seed, range, threads, progress, cancel));
        return counts!;
    }

    // All that is studied, in one hash: the scores at every node, the ballots and the scheme.
    private static string Inputs(ParseResult parsed, SharedOptions options, SourceOptions sources, StabilityModel model)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in new[] { parsed.GetValue(options.Answers), parsed.GetValue(options.Points), sources.Doubts(parsed) })
        {
            hash.AppendData(path is null ? [0] : SHA256.HashData(File.ReadAllBytes(path)));
        }

        foreach (var ballot in model.Sources.Ballots.OrderBy(ballot => ballot.Expert, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{ballot.Expert}\n{string.Join('\n', ballot.Points.OrderBy(vote => vote.Key, StringComparer.Ordinal).Select(vote => string.Create(CultureInfo.InvariantCulture, $"{vote.Key}={vote.Value:R}")))}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task WriteAsync(Terminal terminal, StudyFile file, string folder, bool isJson, CancellationToken cancel)
    {
        var found = file.Study.Found();
        await OutputFolder.WriteAsync(folder, async staging =>
        {
            await File.WriteAllTextAsync(Path.Combine(staging, "stability.csv"), StabilityCsv.Text(found), cancel);
            await File.WriteAllTextAsync(Path.Combine(staging, "sensitivity.csv"), SensitivityCsv.Text(found), cancel);
            await File.WriteAllTextAsync(Path.Combine(staging, StudyFile.Name), StudyJson.Text(file), cancel);
        });
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
