using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
    private readonly int[] _sizes;
    private readonly int _tiers;
    private readonly double _scale;
    private readonly ScoreSteps[] _steps;
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
        _sizes = [.. Enumerable.Range(0, tiers).Select(place => _nominal.Count(nominal => nominal == place))];
        (_steps, _changing, _reached) = ([.. nominal.Select(_ => new ScoreSteps())], new long[nominal.Length + 1], new Vector256<long>[tiers * tiers * Vectors]);
    }

    internal CloseCounts Counts => new(_draws, [.. _steps.Select(steps => steps.Histogram())], _randIndex, _kappa, _withKappa, [.. _changing]);

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
            _steps[country].Add(scores.Slice(country * DrawBlock.Size, count), _scale);
        }
    }

    // Of the countries of each published tier, how many reach each bound in each draw; all of them reach the lowest tier.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTiers(ReadOnlySpan<Vector256<double>> scores, ReadOnlySpan<Vector256<double>> bounds)
    {
        Array.Clear(_reached);
        for (var country = 0; country < _nominal.Length; country++)
        {
            var row = _reached.AsSpan(_nominal[country] * _tiers * Vectors, bounds.Length);
            var own = scores.Slice(country * Vectors, Vectors);
            var (a, b, c, d) = (own[0], own[1], own[2], own[3]);
            for (var at = 0; at + Vectors <= row.Length; at += Vectors)
            {
                row[at] -= Vector256.GreaterThanOrEqual(a, bounds[at]).AsInt64();
                row[at + 1] -= Vector256.GreaterThanOrEqual(b, bounds[at + 1]).AsInt64();
                row[at + 2] -= Vector256.GreaterThanOrEqual(c, bounds[at + 2]).AsInt64();
                row[at + 3] -= Vector256.GreaterThanOrEqual(d, bounds[at + 3]).AsInt64();
            }
        }
    }

    private void Contingency(int draw, Span<int> table)
    {
        var reached = MemoryMarshal.Cast<Vector256<long>, long>(_reached.AsSpan());
        for (var from = 0; from < _tiers; from++)
        {
            var above = 0;
            for (var to = 0; to < _tiers; to++)
            {
                var here = to == _tiers - 1 ? _sizes[from] : unchecked((int)reached[(((from * _tiers) + to) * DrawBlock.Size) + draw]);
                table[(from * _tiers) + to] = here - above;
                above = here;
            }
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
}
