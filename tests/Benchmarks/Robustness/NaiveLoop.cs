using Gci.Scoring;
using Gci.Tiering.Stability;

namespace Gci.Benchmarks.Robustness;

/// <summary>The same study as one writes it down first: for every draw new weights, for every country every node, then the tier.</summary>
internal sealed class NaiveLoop(StabilityModel model)
{
    private readonly Random _random = new(7);
    private readonly IndexNode[] _nodes = [.. model.Scores.Scorer.Tree.Nodes];
    private readonly double[] _nominal = [.. model.Scores.Scorer.Tree.Nodes.Select(node => node.Parent < 0 ? 1 : model.Scores.Scorer.Weights[node.Code])];
    private readonly double[] _bounds = [.. model.Scheme.Bounds([], model.Maximum)];
    private readonly double[][] _earned = [.. model.Rows.Select(row => model.Scores.Scorer.Tree.Nodes.Select(node => node.IsLeaf ? model.Scores[row, node.Position] / model.Scores.Scorer.Maximum(node.Position) : 0).ToArray())];

    /// <summary>How often each country came into each tier.</summary>
    internal long[,] Run(int draws)
    {
        var (counts, weights, values) = (new long[_earned.Length, _bounds.Length + 1], new double[_nodes.Length], new double[_nodes.Length]);
        for (var draw = 0; draw < draws; draw++)
        {
            Draw(weights);
            for (var country = 0; country < _earned.Length; country++)
            {
                var score = Score(_earned[country], weights, values);
                var tier = 0;
                while (tier < _bounds.Length && Math.Round(score, 9) < _bounds[tier])
                {
                    tier++;
                }

                counts[country, tier]++;
            }
        }

        return counts;
    }

    private void Draw(double[] weights)
    {
        foreach (var group in _nodes)
        {
            var sum = 0.0;
            foreach (var child in group.Children)
            {
                weights[child] = _nominal[child] * (1 + (0.25 * ((2 * _random.NextDouble()) - 1)));
                sum += weights[child];
            }

            foreach (var child in group.Children)
            {
                weights[child] /= sum;
            }
        }
    }

    private double Score(double[] earned, double[] weights, double[] values)
    {
        for (var node = 0; node < _nodes.Length; node++)
        {
            values[node] = earned[node];
            foreach (var child in _nodes[node].Children)
            {
                values[node] += weights[child] * values[child];
            }
        }

        return values[^1] * model.Maximum;
    }
}
