using System.Collections.Immutable;
using Gci.Scoring;
using Gci.Scoring.Credits;
using Gci.Scoring.Draws;

namespace Gci.Tiering.Stability;

/// <summary>An index, its countries and what is uncertain about them, ready for draws. Immutable: any number of threads may draw from it.</summary>
public sealed class StabilityModel
{
    private static readonly ulong s_aggregation = DrawNumbers.Item(UncertaintySources.AggregationCode, "choice");
    private static readonly ulong s_missing = DrawNumbers.Item(UncertaintySources.MissingCode, "choice");

    private readonly ImmutableArray<DrawnIndex> _methods;
    private readonly WeightDraws _weights;
    private readonly AnswerDraws _answers;
    private readonly IndexTree _tree;
    private readonly int _aggregations;

    /// <param name="scorer">With the nominal weights and method.</param>
    /// <param name="answers">Null where values are observed only.</param>
    /// <param name="observed">Null where all comes from answers.</param>
    /// <exception cref="ArgumentException">A source does not fit the index, its scheme or its answers; the message says which.</exception>
    public StabilityModel(Scorer scorer, AnswerTable? answers, Observations? observed, TierScheme scheme, UncertaintySources sources)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(sources);
        (Scheme, Sources, Inputs) = (scheme, sources, new(scorer, answers, observed));
        Scores = Inputs.Score();
        var root = scorer.Tree.Root.Position;
        Rows = [.. Enumerable.Range(0, Scores.Countries.Count).Where(row => !double.IsNaN(Scores[row, root])).OrderBy(row => Scores.Countries[row], StringComparer.Ordinal)];
        Countries = Rows.Length == 0 ? throw new ArgumentException("No country has a score.", nameof(observed)) : [.. Rows.Select(row => Scores.Countries[row])];
        Nominal = [.. scheme.Assign([.. Rows.Select(row => Scores[row, root])], Maximum).Select(tier => tier!)];
        Bounds = new(scheme, Maximum, sources.Thresholds);
        _answers = new(Scores, Rows, sources.Answers);
        _tree = scorer.Tree.DownTo(sources.Answers.IsEmpty ? sources.Weights.Keys.DefaultIfEmpty(0).Max() : scorer.Tree.Depth);
        _weights = new(_tree, scorer.Weights, sources.Weights, sources.Ballots);
        _aggregations = sources.Aggregations.Length + 1;
        _methods = [.. Enumerable.Range(0, _aggregations * (sources.Missing.Length + 1)).Select(method => new DrawnIndex(Inputs.With(scorer: Scorer(method)).Score(), Rows, _tree, _answers))];
    }

    public UncertaintySources Sources { get; }

    /// <summary>By ISO 3166 alpha-3 code: those whose score is known.</summary>
    public ImmutableArray<string> Countries { get; }

    public TierScheme Scheme { get; }

    /// <summary>The scores with the nominal weights, method and answers.</summary>
    public Scores Scores { get; }

    /// <summary>The published tier of each country.</summary>
    public ImmutableArray<Tier> Nominal { get; }

    /// <summary>The most that a country can reach.</summary>
    public double Maximum => Scores.Scorer.Maximum(Scores.Scorer.Tree.Root.Position);

    /// <summary>The row of each country in <see cref="Scores"/>.</summary>
    public ImmutableArray<int> Rows { get; }

    internal BoundDraws Bounds { get; }

    internal StabilityInputs Inputs { get; }

    internal int Methods => _methods.Length;

    internal DrawnIndex Index(int method) => _methods[method];

    internal DrawSpace Space() => new(_weights, _tree, Countries.Length, _answers);

    internal WeightDraws Weights => _weights;

    internal AnswerDraws Answers => _answers;

    internal IndexTree Tree => _tree;

    /// <summary>The method of a draw: which aggregation and which meaning of what is not known.</summary>
    /// <param name="ofAggregation">The number of the draw in that source.</param>
    /// <param name="ofMissing">The number of the draw in that source.</param>
    internal int Method(ulong seed, long ofAggregation, long ofMissing) => _methods.Length == 1 ? 0
        : (Chosen(seed, ofMissing, s_missing, Sources.Missing.Length + 1) * _aggregations)
            + Chosen(seed, ofAggregation, s_aggregation, _aggregations);

    /// <summary>What a method changes; null for the edition's own.</summary>
    internal AggregationChoice? Aggregation(int method) => method % _aggregations is > 0 and var choice ? Sources.Aggregations[choice - 1] : null;

    internal MissingChoice? Missing(int method) => method / _aggregations is > 0 and var choice ? Sources.Missing[choice - 1] : null;

    /// <summary>The scorer of a method.</summary>
    internal Scorer Scorer(int method)
    {
        var scorer = Inputs.Scorer;
        scorer = Aggregation(method) is { } aggregation ? scorer.With(aggregation.Depth, scorer.LevelAt(aggregation.Depth) with { Aggregator = aggregation.Aggregator }) : scorer;
        return Missing(method) is { } missing ? scorer.With(missing.Depth, scorer.LevelAt(missing.Depth) with { Unknown = missing.Policy }) : scorer;
    }

    private static int Chosen(ulong seed, long draw, ulong item, int among) =>
        among == 1 ? 0 : (int)(DrawNumbers.Uniform(DrawNumbers.Key(seed, draw), item) * among);
}

/// <summary>What is scored.</summary>
internal sealed record StabilityInputs(Scorer Scorer, AnswerTable? Answers, Observations? Observed)
{
    internal StabilityInputs With(Scorer scorer) => this with { Scorer = scorer };

    internal Scores Score() => Answers is not null ? Scorer.Score(Answers, Observed) : Scorer.Score(Observed!);
}
