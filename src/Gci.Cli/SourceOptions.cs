using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Gci.Editions;
using Gci.Editions.Studies;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Tiering.Stability;

namespace Gci.Cli;

/// <summary>The options that say what is uncertain. Without any of them all weights are drawn within a quarter of their value.</summary>
internal sealed class SourceOptions
{
    private const double UsualNoise = 0.25;

    private static readonly Dictionary<string, UnknownPolicy> s_policies = new() { ["zero"] = UnknownPolicy.Zero, ["missing"] = UnknownPolicy.Renormalise };

    private readonly Option<string[]> _weights = new("--weights")
    {
        Description = "How weights are drawn, [LEVEL=]noise:F, dirichlet:C, bounded:S, ordinal or ballots; without LEVEL, those of all levels (may stand several times)", HelpName = "HOW",
    };

    private readonly Option<string[]> _aggregation = new("--aggregation") { Description = "Another way of making groups, [LEVEL=]arithmetic, geometric, harmonic or power:P; without LEVEL, the whole index", HelpName = "HOW" };

    private readonly Option<string[]> _unanswered = new("--unanswered") { Description = "Another meaning of what is not known, LEVEL=zero or LEVEL=missing (left out)", HelpName = "HOW" };

    private readonly Option<double> _thresholds = new("--thresholds") { Description = "Each bound between tiers lies up to so many points higher or lower", HelpName = "POINTS" };

    private readonly Option<double?> _partial = new("--partial") { Description = "Each partial credit lies up to so much below or above its own, such as 0.25", HelpName = "CREDIT" };

    private readonly Option<string?> _doubts = new("--doubts") { Description = "Answers that are not certain: country,code,holds,least,most as .csv", HelpName = "FILE" };

    private readonly Option<double?> _unverified = new("--unverified")
    {
        Description = "With --from-database, the probability that what a country says beyond what is proven, or what no verdict settles, is true all the same", HelpName = "P",
    };

    internal void AddTo(Command command)
    {
        Option[] all = [_weights, _aggregation, _unanswered, _thresholds, _partial, _unverified, _doubts];
        Array.ForEach(all, command.Add);
    }

    /// <summary>The file of doubts, where there is one.</summary>
    internal string? Doubts(ParseResult parsed) => parsed.GetValue(_doubts);

    /// <exception cref="WrongUsageException">An option is written in a way that is not known.</exception>
    /// <exception cref="WrongInputException">The doubts or the ballots are wrong.</exception>
    internal UncertaintySources Of(ParseResult parsed, LoadedResults loaded, EditionsFolder folder)
    {
        var (problems, edition) = (new Problems(), loaded.Results.Edition);
        var weights = Weights(parsed, edition);
        var ballots = weights.Values.Any(sampler => sampler is BallotWeights) ? folder.Ballots(edition.Id, problems) : [];
        var doubts = DoubtsOf(parsed, loaded, problems);
        WrongInputException.ThrowIfAny(problems);
        var sources = new UncertaintySources
        {
            Weights = weights,
            Ballots = ballots,
            Aggregations = [.. Given(parsed, _aggregation).Select(text => Aggregation(text, edition))],
            Missing = [.. Given(parsed, _unanswered).Select(text => Missing(text, edition))],
            Thresholds = parsed.GetValue(_thresholds),
            Answers = doubts,
        };
        return parsed.GetResult(_partial) is null && parsed.GetResult(_unverified) is null && sources.Codes.IsEmpty ? Usual(edition) : sources;
    }

    // What is stated one by one goes before what is known of the review, and that before all partial credits.
    private ImmutableArray<AnswerDoubt> DoubtsOf(ParseResult parsed, LoadedResults loaded, Problems problems)
    {
        var doubts = Doubts(parsed) is { } path ? DoubtsCsv.Read(path, loaded.Results, problems) : [];
        if (parsed.GetValue(_unverified) is { } probability)
        {
            var claims = loaded.Snapshot is null ? throw new WrongUsageException("--unverified goes with --from-database: files do not say what is proven.")
                : probability is >= 0 and <= 1 ? UnprovenClaims.Of(loaded.Results, loaded.Sheets, loaded.Claimed, probability)
                : throw new WrongUsageException("--unverified takes a probability, between 0 and 1.");
            doubts = [.. doubts.Concat(claims).DistinctBy(doubt => (doubt.Country, doubt.Question))];
        }

        return parsed.GetValue(_partial) is not { } width ? doubts
            : width is > 0 and <= 1 ? PartialCredits.Of(loaded.Results, width, doubts)
            : throw new WrongUsageException("--partial takes a credit of more than 0 and at most 1.");
    }

    /// <summary>What is uncertain where nothing else is said.</summary>
    internal static UncertaintySources Usual(Edition edition) =>
        new() { Weights = Levels(edition).ToImmutableSortedDictionary(depth => depth, _ => (WeightSampler)new NoisyWeights(UsualNoise)) };

    private ImmutableSortedDictionary<int, WeightSampler> Weights(ParseResult parsed, Edition edition)
    {
        var weights = ImmutableSortedDictionary.CreateBuilder<int, WeightSampler>();
        foreach (var text in Given(parsed, _weights))
        {
            var (level, how) = Split(text);
            var sampler = WeightSampler.Of(how) ?? throw new WrongUsageException($"--weights {text}: weights are drawn by noise:F (0 < F <= 1), dirichlet:C (C > 0), bounded:S (0 <= S < 1), ordinal or ballots.");
            foreach (var depth in level is null ? Levels(edition) : [Depth(edition, level, "--weights", 1)])
            {
                weights[depth] = sampler;
            }
        }

        return weights.ToImmutable();
    }

    private static AggregationChoice Aggregation(string text, Edition edition)
    {
        var (level, how) = Split(text);
        return new(
            level is null ? 0 : Depth(edition, level, "--aggregation", 0),
            Aggregators.Of(how) ?? throw new WrongUsageException($"--aggregation {text}: groups are made as points, arithmetic, geometric, harmonic or power:P."));
    }

    private static MissingChoice Missing(string text, Edition edition)
    {
        var (level, how) = Split(text);
        return level is not null && s_policies.TryGetValue(how, out var policy)
            ? new(Depth(edition, level, "--unanswered", 1), policy)
            : throw new WrongUsageException($"--unanswered {text}: write LEVEL=zero or LEVEL=missing.");
    }

    private static IEnumerable<int> Levels(Edition edition) => Enumerable.Range(1, edition.Tree.Depth);

    private static int Depth(Edition edition, string level, string option, int least)
    {
        var names = edition.Levels.Take(edition.Tree.Depth + 1).ToArray();
        var depth = Array.FindIndex(names, known => known.Name == level || known.Plural == level);
        return depth >= least ? depth : throw new WrongUsageException($"{option}: edition {edition.Id} has no such level as {level}; its levels are {string.Join(", ", names.Skip(least).Select(known => known.Name))}.");
    }

    private static (string? Level, string How) Split(string text) => text.Split('=', 2) is [var level, var how] ? (level, how) : (null, text);

    private static string[] Given(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) ?? [];
}
