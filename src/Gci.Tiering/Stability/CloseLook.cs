using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gci.Scoring.Draws;
using Gci.Scoring.Statistics;

namespace Gci.Tiering.Stability;

/// <summary>Looks at draws one by one: which scores occur, how many countries change tier, and how far the tiers agree with the published ones.</summary>
internal sealed class CloseLook
{
    private const int Vectors = DrawBlock.Size / DrawBlock.Lanes;

    private readonly int[] _nominal;
    private readonly int _tiers;
    private readonly double _scale;
    private readonly int[] _steps;
    private readonly long[] _changing;
    private readonly Vector256<long>[] _reached;
    private long _draws;
    private long _randIndex;
    private long _kappa;
    private long _withKappa;

    /// <param name="nominal">The place of the published tier of each country.</param>
    internal CloseLook(ImmutableArray<Tier> nominal, int tiers, double maximum)
    {
        (_nominal, _tiers, _scale) = ([.. nominal.Select(tier => tier.Place)], tiers, ScoreHistogram.Steps / maximum);
        (_steps, _changing, _reached) = (new int[nominal.Length * (ScoreHistogram.Steps + 1)], new long[nominal.Length + 1], new Vector256<long>[tiers * tiers * Vectors]);
    }

    internal CloseCounts Counts => new(_draws, [.. Enumerable.Range(0, _nominal.Length).Select(Histogram)], _randIndex, _kappa, _withKappa, [.. _changing]);

    /// <param name="count">How many of the draws are asked for.</param>
    /// <param name="scores">Country after country, a block of draws each.</param>
    /// <param name="bounds">Bound after bound, a block of draws each.</param>
    internal void Add(int count, ReadOnlySpan<double> scores, ReadOnlySpan<double> bounds)
    {
        AddScores(count, scores);
        AddTiers(MemoryMarshal.Cast<double, Vector256<double>>(scores), MemoryMarshal.Cast<double, Vector256<double>>(bounds));
        Span<int> table = stackalloc int[_tiers * _tiers];
        for (var draw = 0; draw < count; draw++)
        {
            Contingency(draw, table);
            Agree(table);
        }

        _draws += count;
    }

    private void AddScores(int count, ReadOnlySpan<double> scores)
    {
        for (var country = 0; country < _nominal.Length; country++)
        {
            var steps = _steps.AsSpan(country * (ScoreHistogram.Steps + 1), ScoreHistogram.Steps + 1);
            foreach (var score in scores.Slice(country * DrawBlock.Size, count))
            {
                steps[Math.Clamp((int)(score * _scale), 0, ScoreHistogram.Steps)]++;
            }
        }
    }

    // Of the countries of each published tier, how many reach each bound in each draw; all of them reach the lowest tier.
    private void AddTiers(ReadOnlySpan<Vector256<double>> scores, ReadOnlySpan<Vector256<double>> bounds)
    {
        Array.Clear(_reached);
        for (var country = 0; country < _nominal.Length; country++)
        {
            var row = _reached.AsSpan(_nominal[country] * _tiers * Vectors, _tiers * Vectors);
            for (var bound = 0; bound < bounds.Length; bound++)
            {
                row[bound] -= Vector256.GreaterThanOrEqual(scores[(country * Vectors) + (bound % Vectors)], bounds[bound]).AsInt64();
            }

            for (var vector = bounds.Length; vector < row.Length; vector++)
            {
                row[vector] += Vector256<long>.One;
            }
        }
    }

    private void Contingency(int draw, Span<int> table)
    {
        var reached = MemoryMarshal.Cast<Vector256<long>, long>(_reached.AsSpan());
        for (var cell = 0; cell < table.Length; cell++)
        {
            var here = reached[(cell * DrawBlock.Size) + draw];
            table[cell] = (int)(cell % _tiers == 0 ? here : here - reached[((cell - 1) * DrawBlock.Size) + draw]);
        }
    }

    private void Agree(ReadOnlySpan<int> table)
    {
        var kept = 0;
        for (var tier = 0; tier < _tiers; tier++)
        {
            kept += table[(tier * _tiers) + tier];
        }

        _changing[_nominal.Length - kept]++;
        _randIndex += (long)Math.Round(AdjustedRandIndex.Of(table, _tiers) * CloseCounts.Unit);
        if (WeightedKappa.Quadratic(table, _tiers) is { } kappa)
        {
            (_kappa, _withKappa) = (_kappa + (long)Math.Round(kappa * CloseCounts.Unit), _withKappa + 1);
        }
    }

    private ScoreHistogram Histogram(int country)
    {
        var steps = _steps.AsSpan(country * (ScoreHistogram.Steps + 1), ScoreHistogram.Steps + 1);
        var first = steps.IndexOfAnyExcept(0);
        return first < 0 ? new(0, []) : new(first, [.. steps[first..(steps.LastIndexOfAnyExcept(0) + 1)]]);
    }
}
