using Gci.Scoring.Draws;

namespace Gci.Tiering.Stability;

/// <summary>One thread's share of a run: makes blocks of draws and counts what they give.</summary>
internal sealed class StabilityWorker
{
    private readonly StabilityModel _model;
    private readonly ulong _seed;
    private readonly DrawBlock _block;
    private readonly DrawSpace _space;
    private readonly double[] _bounds;
    private readonly List<long>[] _byMethod;

    internal StabilityWorker(StabilityModel model, ulong seed)
    {
        (_model, _seed, _block, _space) = (model, seed, new(seed), model.Space());
        Tally = new(model.Countries.Length + 2, model.Bounds.Count, model.Bounds.Exact);
        _bounds = new double[model.Bounds.Count * DrawBlock.Size];
        _byMethod = [.. Enumerable.Range(0, model.Methods).Select(_ => new List<long>())];
    }

    internal TierTally Tally { get; }

    /// <summary>Null as long as no draw was looked at by itself.</summary>
    internal CloseLook? Close { get; private set; }

    /// <summary>Makes the draws from one number up to another.</summary>
    internal void Add(long from, long to)
    {
        Array.ForEach(_byMethod, draws => draws.Clear());
        for (var draw = from; draw < to; draw++)
        {
            _byMethod[_model.Method(_seed, draw, draw)].Add(draw);
        }

        for (var method = 0; method < _byMethod.Length; method++)
        {
            var draws = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_byMethod[method]);
            for (var start = 0; start < draws.Length; start += DrawBlock.Size)
            {
                Add(draws.Slice(start, Math.Min(DrawBlock.Size, draws.Length - start)), _model.Index(method), isClose: from < CloseCounts.End);
            }
        }
    }

    private void Add(ReadOnlySpan<long> draws, DrawnIndex index, bool isClose)
    {
        _block.Take(draws);
        _space.Begin();
        if (!isClose && index.IsPlain && _model.Bounds.IsFixed)
        {
            Tally.Add(index.Kernel!, _space.Effective(_block));
            return;
        }

        var scores = _space.Scores(_block, index);
        _model.Bounds.Fill(_block, scores, _bounds);
        Tally.Add(scores, _bounds);
        if (isClose)
        {
            (Close ??= new(_model.Nominal, _model.Scheme.BestFirst.Length, _model.Maximum)).Add(_block.Count, scores, _bounds);
        }
    }
}
