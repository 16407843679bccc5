using System.Collections.Immutable;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Credits;

namespace Gci.Scoring.Tests;

/// <summary>Indices small enough to be worked out by hand.</summary>
internal static class Small
{
    /// <summary>The root "I" with leaves "a", "b", "c" and so on.</summary>
    internal static IndexTree Flat(int leaves) =>
        IndexTree.Build(Enumerable.Range(0, leaves).Select(leaf => (((char)('a' + leaf)).ToString(), (string?)"I")).Prepend(("I", null)));

    /// <summary>"I" of pillars "P" (of "a" and "b") and "Q" (of "c" and "d").</summary>
    internal static IndexTree TwoPillars { get; } =
        IndexTree.Build([("I", null), ("P", "I"), ("Q", "I"), ("a", "P"), ("b", "P"), ("c", "Q"), ("d", "Q")]);

    internal static WeightSet Weights(params ReadOnlySpan<(string Code, double Weight)> weights)
    {
        var set = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var (code, weight) in weights)
        {
            set.Add(code, weight);
        }

        return new("by hand", set.ToImmutable());
    }

    /// <summary>The same rule for every level of a tree.</summary>
    internal static ImmutableArray<LevelRule> Everywhere(IndexTree tree, Aggregator aggregator, UnknownPolicy unknown, double availability = 0) =>
        [.. Enumerable.Repeat(new LevelRule(aggregator, unknown, availability), tree.Depth + 1)];

    /// <summary>Every question a share of its points in quarters: the codes 0 to 4.</summary>
    internal static Dictionary<string, CreditRule> Quarters(IndexTree tree) =>
        tree.Leaves.ToDictionary(leaf => leaf.Code, CreditRule (_) => new OptionCredit(0, 0.25, 0.5, 0.75, 1), StringComparer.Ordinal);

    /// <summary>One country "X" with values observed at nodes.</summary>
    internal static Observations Observe(IndexTree tree, params ReadOnlySpan<(string Node, double Value)> values)
    {
        var observed = new Observations(tree, ["X"]);
        foreach (var (node, value) in values)
        {
            observed[0, node] = value;
        }

        return observed;
    }

    /// <summary>One country "X" with answers to questions; the others are not answered.</summary>
    internal static AnswerTable Answer(IndexTree tree, params ReadOnlySpan<(string Question, double Code)> codes)
    {
        var answers = new AnswerTable(tree, ["X"]);
        foreach (var (question, code) in codes)
        {
            answers[0, question] = code;
        }

        return answers;
    }

    /// <summary>The value of the only country at a node.</summary>
    internal static double At(this Scores scores, string node) => scores[0, scores.Scorer.Tree[node].Position];
}
