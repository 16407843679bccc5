using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Methodology;
using Gci.Editions.Results;
using Gci.Editions.Studies;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Scoring.Elicitation;
using Gci.Tiering.Stability;

namespace Gci.Cli;

/// <summary>The options that say what is uncertain. Without any of them all weights are drawn within a quarter of their value.</summary>
internal sealed class SourceOptions
{
    private const double UsualNoise = 0.25;

    private static readonly Dictionary<string, UnknownPolicy> s_policies = new() { ["zero"] = UnknownPolicy.Zero, ["missing"] = UnknownPolicy.Renormalise };

    private readonly Option<string[]> _weights = new("--weights")
    {
        Description = "How weights are drawn, [LEVEL=]noise:F, dirichlet:C, bounded:S, ordinal or ballots; without LEVEL, those of all levels (may stand several times)",
        HelpName = "HOW",
    };

    private readonly Option<string[]> _aggregation = new("--aggregation") { Description = "Another way of making groups, [LEVEL=]arithmetic, geometric, harmonic or power:P; without LEVEL, the whole index", HelpName = "HOW" };

    private readonly Option<string[]> _unanswered = new("--unanswered") { Description = "Another meaning of what is not known, LEVEL=zero or LEVEL=missing (left out)", HelpName = "HOW" };

    private readonly Option<double?> _thresholds = Number("--thresholds", "POINTS", "Each bound between tiers lies up to so many points higher or lower");

    private readonly Option<double?> _partial = Number("--partial", "CREDIT", "Each partial credit lies up to so much below or above its own, such as 0.25");

    private readonly Option<double?> _unverified = Number(
        "--unverified", "P", "With --from-database, the probability that what a country says beyond what is proven, or what no verdict settles, is true all the same");

    private readonly Option<string?> _doubts = new("--doubts") { Description = "Answers that are not certain: country,code,holds,least,most as .csv", HelpName = "FILE" };

    internal void AddTo(Command command)
    {
        Option[] all = [_weights, _aggregation, _unanswered, _thresholds, _partial, _unverified, _doubts];
        Array.ForEach(all, command.Add);
    }

    /// <summary>The file of doubts, where there is one.</summary>
    internal string? Doubts(ParseResult parsed) => parsed.GetValue(_doubts);

    /// <summary>The word for a meaning of what is not known, here and in the definitions.</summary>
    internal static string Word(UnknownPolicy policy) => s_policies.FirstOrDefault(pair => pair.Value == policy).Key ?? "blocked";

    /// <exception cref="WrongUsageException">An option is written in a way that is not known.</exception>
    /// <exception cref="WrongInputException">The doubts or the ballots are wrong.</exception>
    internal UncertaintySources Of(ParseResult parsed, LoadedResults loaded, EditionsFolder folder)
    {
        var (problems, results) = (new Problems(), loaded.Results);
        var doubts = Doubts(parsed) is { } path ? DoubtsCsv.Read(path, results, problems) : [];
        var weights = Weights(parsed, results);
        var ballots = weights.Values.Any(sampler => sampler is BallotWeights) ? folder.Ballots(results.Edition.Id, problems) : [];
        WrongInputException.ThrowIfAny(problems);
        var sources = new UncertaintySources
        {
            Weights = weights,
            Ballots = Voted(ballots, weights, results.Edition),
            Aggregations = [.. Given(parsed, _aggregation).Select(text => Aggregation(text, results))],
            Missing = [.. Given(parsed, _unanswered).Select(text => Missing(text, results))],
            Thresholds = parsed.GetValue(_thresholds) ?? 0,
            Answers = Answers(parsed, loaded, doubts),
        };
        return sources.Codes.IsEmpty ? Usual(results) : sources;
    }

    /// <summary>What is uncertain where nothing else is said.</summary>
    internal static UncertaintySources Usual(EditionResults results) =>
        new() { Weights = Levels(results).ToImmutableSortedDictionary(depth => depth, _ => (WeightSampler)new NoisyWeights(UsualNoise)) };

    private ImmutableSortedDictionary<int, WeightSampler> Weights(ParseResult parsed, EditionResults results)
    {
        (int? Depth, WeightSampler Sampler)[] given = [.. Given(parsed, _weights).Select(text => Sampler(text, results))];
        if (given.GroupBy(one => one.Depth).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw new WrongUsageException($"--weights says twice how weights are drawn at {(twice.Key is { } depth ? $"the level {results.Edition.Levels[depth].Name}" : "all levels")}.");
        }

        // What is said of one level stands above what is said of all.
        var all = given.Where(one => one.Depth is null).SelectMany(one => Levels(results).Select(depth => KeyValuePair.Create(depth, one.Sampler)));
        return ImmutableSortedDictionary.CreateRange(all).SetItems(given.Where(one => one.Depth is not null).Select(one => KeyValuePair.Create(one.Depth!.Value, one.Sampler)));
    }

    private static (int? Depth, WeightSampler Sampler) Sampler(string text, EditionResults results)
    {
        var (level, how) = Split(text);
        var sampler = WeightSampler.Of(how)
            ?? throw new WrongUsageException($"--weights {text}: weights are drawn by noise:F (0 < F <= 1), dirichlet:C (0 < C <= 1000000), bounded:S (0 <= S < 1), ordinal or ballots.");
        return (level is null ? null : Depth(results, level, "--weights", Levels(results)), sampler);
    }

    // Ballots on other groups would leave all weights as they are, and all tiers would look firm.
    private static ImmutableArray<Ballot> Voted(ImmutableArray<Ballot> ballots, ImmutableSortedDictionary<int, WeightSampler> weights, Edition edition)
    {
        var drawn = edition.Tree.Nodes.Where(node => weights.GetValueOrDefault(node.Depth) is BallotWeights).Select(node => node.Code).ToHashSet();
        return drawn.Count == 0 || ballots.Any(ballot => ballot.Points.Keys.Any(drawn.Contains)) ? ballots
            : throw new WrongUsageException($"--weights ballots: edition {edition.Id} has no ballot on weights of the level {string.Join(" or ", weights.Where(pair => pair.Value is BallotWeights).Select(pair => edition.Levels[pair.Key].Name))}.");
    }

    // What is stated one by one goes before what is known of the review, and that before all partial credits.
    private ImmutableArray<AnswerDoubt> Answers(ParseResult parsed, LoadedResults loaded, ImmutableArray<AnswerDoubt> stated)
    {
        var doubts = parsed.GetValue(_unverified) is { } probability ? [.. stated.Concat(Unverified(probability, loaded)).DistinctBy(doubt => (doubt.Country, doubt.Question))] : stated;
        return parsed.GetValue(_partial) is { } width ? Partial(width, doubts, loaded.Results) : doubts;
    }

    private static ImmutableArray<AnswerDoubt> Unverified(double probability, LoadedResults loaded)
    {
        var claims = loaded.Snapshot is null ? throw new WrongUsageException("--unverified goes with --from-database: files do not say what is proven.")
            : probability is >= 0 and <= 1 ? UnprovenClaims.Of(loaded.Results, loaded.Sheets, loaded.Claimed, probability)
            : throw new WrongUsageException("--unverified takes a probability, between 0 and 1.");
        return claims.IsEmpty ? throw new WrongUsageException("--unverified: no country says more here than is proven.") : claims;
    }

    private static ImmutableArray<AnswerDoubt> Partial(double width, ImmutableArray<AnswerDoubt> doubts, EditionResults results)
    {
        var all = PartialCredits.Of(results, width is > 0 and <= 1 ? width : throw new WrongUsageException("--partial takes a credit of more than 0 and at most 1."), doubts);
        return all.Length > doubts.Length ? all : throw new WrongUsageException("--partial: no answer here earns a part of its credit.");
    }

    private static AggregationChoice Aggregation(string text, EditionResults results)
    {
        var (level, how) = Split(text);
        return new(
            level is null ? 0 : Depth(results, level, "--aggregation", Levels(results).Select(depth => depth - 1)),
            Aggregators.Of(how) ?? throw new WrongUsageException($"--aggregation {text}: groups are made as points, arithmetic, geometric, harmonic or power:P (-100 <= P <= 100)."));
    }

    private static MissingChoice Missing(string text, EditionResults results)
    {
        var (level, how) = Split(text);
        return level is not null && s_policies.TryGetValue(how, out var policy)
            ? new(Depth(results, level, "--unanswered", Levels(results)), policy)
            : throw new WrongUsageException($"--unanswered {text}: write LEVEL=zero or LEVEL=missing.");
    }

    // Below points that are given nothing is known, so that nothing there could change a tier.
    private static IEnumerable<int> Levels(EditionResults results) => Enumerable.Range(1, results.Basis is Basis.Points ? 1 : results.Edition.Tree.Depth);

    private static int Depth(EditionResults results, string level, string option, IEnumerable<int> depths)
    {
        (int Depth, Level Level)[] known = [.. depths.Select(depth => (depth, results.Edition.Levels[depth]))];
        var found = known.Where(one => one.Level.Name == level || one.Level.Plural == level).ToArray();
        return found.Length > 0 ? found[0].Depth
            : throw new WrongUsageException($"{option}: {Quoted.Text(level)} is no level that can be varied here; write {string.Join(" or ", known.Select(one => one.Level.Name))}.");
    }

    private static (string? Level, string How) Split(string text) => text.Split('=', 2) is [var level, var how] ? (level, how) : (null, text);

    // The same in every country: a comma is no decimal point, and no group of digits either.
    private static Option<double?> Number(string name, string help, string description) => new(name)
    {
        Description = description,
        HelpName = help,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            {
                return number;
            }

            result.AddError($"{name} takes a number such as 0.25, not {Quoted.Text(result.Tokens[0].Value)}.");
            return null;
        },
    };

    private static string[] Given(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) ?? [];
}
