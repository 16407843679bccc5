using System.Collections.Immutable;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Credits;

namespace Gci.Scoring;

/// <summary>
/// Turns answers, or values observed at any node, into a value at every node. Pure: the same input gives the same bits, whatever the
/// order of countries and on any number of threads.
/// </summary>
public sealed class Scorer
{
    // So many countries at a time keep a block of an index of a hundred nodes within the second-level cache.
    private const int BlockSize = 256;

    private readonly ImmutableArray<LevelRule> _levels;
    private readonly Group?[] _groups;
    private readonly CreditRule?[] _credits;
    private readonly double[] _maxima;
    private readonly double[] _effective;
    private readonly double? _points;
    private readonly IReadOnlyDictionary<string, CreditRule>? _rules;

    /// <param name="tree">The structure.</param>
    /// <param name="weights">A weight for every node but the root.</param>
    /// <param name="levels">One rule a depth, the root's first; <see cref="IndexTree.Depth"/> + 1 of them.</param>
    /// <param name="points">What the whole index can reach, such as 100; null for an index whose nodes all share one scale.</param>
    /// <param name="credits">How the questions, the leaves, are credited; needed to score answers only.</param>
    /// <exception cref="ArgumentException">A rule or weight is missing or impossible.</exception>
    public Scorer(
        IndexTree tree,
        WeightSet weights,
        ImmutableArray<LevelRule> levels,
        double? points = null,
        IReadOnlyDictionary<string, CreditRule>? credits = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(weights);
        Check(tree, levels, points);
        (Tree, Weights, _levels, _points, _rules) = (tree, weights, levels, points, credits);
        _maxima = Scales.Maxima(tree, weights, points);
        _effective = Scales.EffectiveWeights(tree, weights);
        _groups = [.. tree.Nodes.Select(node => node.IsLeaf ? null : Group.Of(node, this, weights))];
        _credits = [.. tree.Nodes.Select(node => node.IsLeaf && credits is not null ? Credit(credits, node.Code) : null)];
    }

    public IndexTree Tree { get; }

    public WeightSet Weights { get; }

    /// <summary>The same index with other weights.</summary>
    public Scorer With(WeightSet weights) => new(Tree, weights, _levels, _points, _rules);

    /// <summary>The same index with another rule for one depth.</summary>
    public Scorer With(int depth, LevelRule rule) => new(Tree, Weights, _levels.SetItem(depth, rule), _points, _rules);

    /// <summary>The rule of a depth.</summary>
    public LevelRule LevelAt(int depth) => _levels[depth];

    /// <summary>The most a node can reach, on its own scale.</summary>
    public double Maximum(int node) => _maxima[node];

    /// <summary>The share of the root that a node stands for where nothing is missing and all means are arithmetic.</summary>
    public double EffectiveWeight(int node) => _effective[node];

    /// <summary>The rule of a node's depth.</summary>
    public LevelRule Level(int node) => _levels[Tree.Nodes[node].Depth];

    /// <summary>Scores answers; a value observed at a node stands in place of what its children would give.</summary>
    /// <exception cref="ArgumentException">The tables belong to another tree or list other countries.</exception>
    public Scores Score(AnswerTable answers, Observations? observed = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        Check(answers.Tree);
        if (observed is not null && !observed.Countries.SequenceEqual(answers.Countries))
        {
            throw new ArgumentException("Answers and observations list the same countries in the same order.", nameof(observed));
        }

        return Score(answers.Countries, answers, observed);
    }

    /// <summary>Scores observed values; above an observed node everything is computed, below it nothing is known.</summary>
    /// <exception cref="ArgumentException">The table belongs to another tree.</exception>
    public Scores Score(Observations observed)
    {
        ArgumentNullException.ThrowIfNull(observed);
        return Score(observed.Countries, null, observed);
    }

    private Scores Score(IReadOnlyList<string> countries, AnswerTable? answers, Observations? observed)
    {
        Check(observed?.Tree ?? Tree);

        // An array a node and not one for all: the large arrays of the runtime are slow to get and to give back.
        double[][] values = [.. Tree.Nodes.Select(_ => GC.AllocateUninitializedArray<double>(countries.Count))];
        for (var start = 0; start < countries.Count; start += BlockSize)
        {
            new ScoringBlock(values, start, Math.Min(BlockSize, countries.Count - start)).Run(this, answers, observed);
        }

        return new(this, countries, values, observed);
    }

    internal Group? GroupAt(int node) => _groups[node];

    internal CreditRule CreditAt(int node) => _credits[node]
        ?? throw new InvalidOperationException("This scorer was made without credit rules; it scores observations, not answers.");

    private static void Check(IndexTree tree, ImmutableArray<LevelRule> levels, double? points)
    {
        var rules = levels.IsDefault ? 0 : levels.Length;
        if (rules < tree.Depth + 1)
        {
            throw new ArgumentException($"The tree has {tree.Depth + 1} levels, {rules} have a rule.", nameof(levels));
        }

        if (levels.Any(level => level.Availability is not (>= 0 and <= 1)))
        {
            throw new ArgumentException("An availability is a share, between 0 and 1.", nameof(levels));
        }

        if (points is not (null or > 0 and < double.PositiveInfinity))
        {
            throw new ArgumentException("The points of an index are more than 0 and finite.", nameof(points));
        }

        // Without points there is nothing to add up, and the weights would count for nothing.
        if (points is null && levels[..tree.Depth].Any(level => level.Aggregator is Points))
        {
            throw new ArgumentException("A level adds up points, and the index has none; give it points or choose a mean.", nameof(points));
        }
    }

    private static CreditRule Credit(IReadOnlyDictionary<string, CreditRule> credits, string question) => credits.TryGetValue(question, out var rule)
        ? rule
        : throw new ArgumentException($"The question {question} has no credit rule.", nameof(credits));

    private void Check(IndexTree tree)
    {
        if (!ReferenceEquals(tree, Tree))
        {
            throw new ArgumentException("The table was made for another tree than the scorer's.", nameof(tree));
        }
    }
}
