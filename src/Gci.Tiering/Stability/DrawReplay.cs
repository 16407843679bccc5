using System.Collections.Immutable;
using Gci.Scoring;
using Gci.Scoring.Draws;

namespace Gci.Tiering.Stability;

/// <summary>One draw of a study again, by its number: what was drawn, and what the scorer makes of it, by the ordinary way and not by the study's.</summary>
/// <param name="Number">Of the draw.</param>
/// <param name="Weights">The drawn weights: the share of each node among its siblings.</param>
/// <param name="Aggregation">The choice that was drawn; null for the edition's own.</param>
/// <param name="Missing">The choice that was drawn; null for the edition's own.</param>
/// <param name="Bounds">The least scores that reach each tier but the last, best first.</param>
/// <param name="Credits">The credits of answers that are not certain.</param>
/// <param name="Scores">Of the study's countries, in their order.</param>
/// <param name="Tiers">Of the study's countries, in their order.</param>
public sealed record DrawReplay(
    long Number,
    WeightSet Weights,
    AggregationChoice? Aggregation,
    MissingChoice? Missing,
    ImmutableArray<double> Bounds,
    ImmutableArray<DrawnCredit> Credits,
    ImmutableArray<double> Scores,
    ImmutableArray<Tier> Tiers)
{
    /// <param name="seed">Of the study.</param>
    public static DrawReplay Of(StabilityModel model, ulong seed, long draw)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        var block = new DrawBlock(seed);
        block.Take([draw]);
        var method = model.Method(seed, draw, draw);
        var (weights, credits) = (model.Weights.Of(block, model.Scores.Scorer.Weights), model.Answers.Of(block));
        var scores = Score(model, model.Scorer(method).With(weights), credits);
        var bounds = model.Bounds.Of(block, scores);
        return new(draw, weights, model.Aggregation(method), model.Missing(method), bounds, credits, scores, [.. scores.Select(score => model.Scheme.Of(score, bounds))]);
    }

    private static ImmutableArray<double> Score(StabilityModel model, Scorer scorer, ImmutableArray<DrawnCredit> credits)
    {
        var inputs = model.Inputs with { Scorer = scorer, Observed = Observed(model, scorer, credits) };
        var scores = inputs.Score();
        return [.. model.Rows.Select(row => scores[row, scorer.Tree.Root.Position])];
    }

    // What is observed stays the same share of what can be reached; a drawn credit stands in place of the answer.
    private static Observations? Observed(StabilityModel model, Scorer scorer, ImmutableArray<DrawnCredit> credits)
    {
        if (credits.IsEmpty && model.Inputs.Observed is null)
        {
            return null;
        }

        var observed = new Observations(scorer.Tree, model.Scores.Countries);
        foreach (var node in scorer.Tree.Nodes)
        {
            var column = model.Inputs.Observed is { } known ? known.Column(node.Position) : [];
            var scale = scorer.Maximum(node.Position) / model.Inputs.Scorer.Maximum(node.Position);
            for (var row = 0; row < column.Length; row++)
            {
                observed[row, node.Code] = column[row] == 0 ? 0 : column[row] * scale;
            }
        }

        var rows = observed.Countries.Select((country, row) => (country, row)).ToDictionary(StringComparer.Ordinal);
        foreach (var credit in credits)
        {
            observed[rows[credit.Country], credit.Question] = credit.Credit * scorer.Maximum(scorer.Tree[credit.Question].Position);
        }

        return observed;
    }
}
