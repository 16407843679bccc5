using System.Collections.Immutable;
using Gci.Scoring.Draws;
using Gci.Tiering.Stability;

namespace Gci.Tiering.Sensitivity;

/// <summary>Which countries come into another tier than the published one at each point of a design, one factor a source of uncertainty.</summary>
internal sealed class TierOutcomes
{
    // A coordinate names one of so many draws of its source.
    private const double Draws = 1L << 32;

    private readonly StabilityModel _model;
    private readonly SobolDesign _design;
    private readonly ImmutableArray<string> _sources;
    private readonly ulong _seed;
    private readonly long[] _draws;
    private readonly double[][] _changed;

    private TierOutcomes(StabilityModel model, SobolDesign design, ulong seed)
    {
        (_model, _design, _seed, _sources) = (model, design, seed, model.Sources.Codes);
        _draws = new long[design.Runs * _sources.Length];
        _changed = [.. model.Countries.Select(_ => new double[design.Runs])];
        var inputs = new double[_sources.Length];
        for (var run = 0; run < design.Runs; run++)
        {
            design.Inputs(run, inputs);
            for (var source = 0; source < inputs.Length; source++)
            {
                _draws[(source * design.Runs) + run] = (long)(inputs[source] * Draws);
            }
        }
    }

    /// <summary>Country after country, one outcome a run: 1 where the tier is another one, else 0.</summary>
    internal static double[][] Of(StabilityModel model, SobolDesign design, ulong seed, int? threads, CancellationToken cancel)
    {
        var outcomes = new TierOutcomes(model, design, seed);
        var lots = Enumerable.Range(0, design.Runs).GroupBy(outcomes.Method).SelectMany(runs => runs.Chunk(DrawBlock.Size).Select(chunk => (Method: runs.Key, Runs: chunk))).ToArray();
        Parallel.ForEach(
            lots, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancel },
            () => (Block: new DrawBlock(seed), Space: model.Space(), Bounds: new double[model.Bounds.Count * DrawBlock.Size]),
            (lot, _, own) =>
            {
                outcomes.Add(lot.Runs, model.Index(lot.Method), own.Block, own.Space, own.Bounds);
                return own;
            },
            _ => { });
        return outcomes._changed;
    }

    private int Method(int run) => _model.Method(_seed, Draw(UncertaintySources.AggregationCode, run), Draw(UncertaintySources.MissingCode, run));

    private long Draw(string source, int run) => _sources.IndexOf(source) is >= 0 and var place ? _draws[(place * _design.Runs) + run] : 0;

    private void Add(int[] runs, DrawnIndex index, DrawBlock block, DrawSpace space, double[] bounds)
    {
        Span<long> draws = stackalloc long[runs.Length];
        block.Take(Taken(0, runs, draws));
        for (var source = 0; source < _sources.Length; source++)
        {
            block.Take(_sources[source], Taken(source, runs, draws));
        }

        space.Begin();
        var scores = space.Scores(block, index);
        _model.Bounds.Fill(block, scores, bounds);
        for (var country = 0; country < _changed.Length; country++)
        {
            var place = _model.Nominal[country].Place;
            for (var draw = 0; draw < runs.Length; draw++)
            {
                var score = scores[(country * DrawBlock.Size) + draw];
                var isBelow = place < _model.Bounds.Count && score < bounds[(place * DrawBlock.Size) + draw];
                var isAbove = place > 0 && score >= bounds[((place - 1) * DrawBlock.Size) + draw];
                _changed[country][runs[draw]] = isBelow || isAbove ? 1 : 0;
            }
        }
    }

    private Span<long> Taken(int source, int[] runs, Span<long> draws)
    {
        for (var draw = 0; draw < runs.Length; draw++)
        {
            draws[draw] = _draws[(source * _design.Runs) + runs[draw]];
        }

        return draws;
    }
}
