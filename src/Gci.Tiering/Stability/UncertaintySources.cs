using System.Collections.Immutable;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Scoring.Elicitation;

namespace Gci.Tiering.Stability;

/// <summary>What is uncertain in a study, in any mix. Each source has random numbers of its own, so that one more source changes nothing in the others.</summary>
public sealed record UncertaintySources
{
    /// <summary>How the weights of the nodes of a depth, 1 for the pillars, are drawn among their siblings; the others stay.</summary>
    public ImmutableSortedDictionary<int, WeightSampler> Weights { get; init; } = ImmutableSortedDictionary<int, WeightSampler>.Empty;

    /// <summary>What <see cref="BallotWeights"/> draws from.</summary>
    public ImmutableArray<Ballot> Ballots { get; init; } = [];

    /// <summary>Other ways of making groups; each, and the edition's own, in the same share of draws.</summary>
    public ImmutableArray<AggregationChoice> Aggregations { get; init; } = [];

    /// <summary>Other meanings of what is not known; each, and the edition's own, in the same share of draws.</summary>
    public ImmutableArray<MissingChoice> Missing { get; init; } = [];

    /// <summary>Each bound between tiers lies up to so many points above or below its own, independently and uniformly; 0 for fixed bounds.</summary>
    public double Thresholds { get; init; }

    /// <summary>Answers that are not certain.</summary>
    public ImmutableArray<AnswerDoubt> Answers { get; init; } = [];

    /// <summary>The codes of the sources in use, in their fixed order: <c>weights-1</c> …, <c>ballots</c>, <c>aggregation</c>, <c>missing</c>, <c>thresholds</c>, <c>answers</c>.</summary>
    public ImmutableArray<string> Codes =>
    [
        .. Weights.Where(pair => pair.Value is not BallotWeights).Select(pair => WeightDraws.Source(pair.Key)),
        .. Weights.Values.Any(sampler => sampler is BallotWeights) ? [BallotsCode] : Array.Empty<string>(),
        .. Aggregations.IsEmpty ? [] : (string[])[AggregationCode],
        .. Missing.IsEmpty ? [] : (string[])[MissingCode],
        .. Thresholds == 0 ? [] : (string[])[ThresholdsCode],
        .. Answers.IsEmpty ? [] : (string[])[AnswersCode],
    ];

    public const string BallotsCode = WeightDraws.BallotsSource;
    public const string AnswersCode = AnswerDraws.Source;
    public const string AggregationCode = "aggregation";
    public const string MissingCode = "missing";
    public const string ThresholdsCode = "thresholds";
}

/// <summary>Groups at a depth, 0 for the whole index from its pillars, are made in another way.</summary>
public sealed record AggregationChoice(int Depth, Aggregator Aggregator);

/// <summary>What is not known at a depth means something else for the group above.</summary>
public sealed record MissingChoice(int Depth, UnknownPolicy Policy);
