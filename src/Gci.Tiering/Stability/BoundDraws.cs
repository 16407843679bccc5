using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gci.Scoring.Draws;

namespace Gci.Tiering.Stability;

/// <summary>The bounds between tiers in each draw: those of the scheme, shifted at random, or found anew from the scores of the draw.</summary>
internal sealed class BoundDraws
{
    private const int Vectors = DrawBlock.Size / DrawBlock.Lanes;

    private readonly TierScheme _scheme;
    private readonly double _maximum;
    private readonly double _shift;
    private readonly ulong[] _items;

    /// <exception cref="ArgumentException">The bounds would cross, or are found from the scores and would be shifted as well.</exception>
    internal BoundDraws(TierScheme scheme, double maximum, double shift)
    {
        (_scheme, _maximum, _shift) = (scheme, maximum, shift);
        _items = [.. scheme.BestFirst[..^1].Select(tier => DrawNumbers.Item(UncertaintySources.ThresholdsCode, tier.Code))];
        Exact = scheme is FixedThresholds ? [.. scheme.Bounds([], maximum).Select(ExactBounds.Of)] : [];
        if (shift > 0 && scheme is not FixedThresholds)
        {
            throw new ArgumentException("Bounds that are found from the scores are not shifted as well.", nameof(shift));
        }

        if (!(shift >= 0) || (shift > 0 && Exact.Append(0).Zip(Exact.Append(0).Skip(1)).Any(pair => pair.First - pair.Second <= 2 * shift)))
        {
            throw new ArgumentException("A shift of the bounds is at least 0 and less than half of the distance between two of them.", nameof(shift));
        }
    }

    internal int Count => _items.Length;

    /// <summary>The least scores that reach each tier but the last, where they are the same in all draws; empty otherwise.</summary>
    internal ImmutableArray<double> Exact { get; }

    internal bool IsFixed => !Exact.IsEmpty && _shift == 0;

    /// <param name="scores">Country after country, a block of draws each.</param>
    /// <param name="bounds">Bound after bound, a block of draws each.</param>
    internal void Fill(DrawBlock block, ReadOnlySpan<double> scores, Span<double> bounds)
    {
        if (Exact.IsEmpty && Count > 0)
        {
            FillFromScores(block, scores, bounds);
            return;
        }

        var keys = block.Keys(UncertaintySources.ThresholdsCode);
        var to = MemoryMarshal.Cast<double, Vector256<double>>(bounds);
        for (var bound = 0; bound < Count; bound++)
        {
            for (var vector = 0; vector < Vectors; vector++)
            {
                to[(bound * Vectors) + vector] = _shift == 0
                    ? Vector256.Create(Exact[bound])
                    : Vector256.FusedMultiplyAdd(DrawNumbers.Uniform(keys[vector], _items[bound]), Vector256.Create(2 * _shift), Vector256.Create(Exact[bound] - _shift));
            }
        }
    }

    /// <summary>The bounds of the first draw of a block.</summary>
    /// <param name="scores">Of all countries in that draw.</param>
    internal ImmutableArray<double> Of(DrawBlock block, ImmutableArray<double> scores)
    {
        var (wide, bounds) = (new double[scores.Length * DrawBlock.Size], new double[Count * DrawBlock.Size]);
        for (var country = 0; country < scores.Length; country++)
        {
            wide[country * DrawBlock.Size] = scores[country];
        }

        Fill(block, wide, bounds);
        return IsFixed ? _scheme.Bounds([], _maximum) : [.. Enumerable.Range(0, Count).Select(bound => bounds[bound * DrawBlock.Size])];
    }

    private void FillFromScores(DrawBlock block, ReadOnlySpan<double> scores, Span<double> bounds)
    {
        var column = new double[scores.Length / DrawBlock.Size];
        for (var draw = 0; draw < block.Count; draw++)
        {
            for (var country = 0; country < column.Length; country++)
            {
                column[country] = scores[(country * DrawBlock.Size) + draw];
            }

            var found = _scheme.Bounds(column, _maximum);
            for (var bound = 0; bound < Count; bound++)
            {
                bounds[(bound * DrawBlock.Size) + draw] = ExactBounds.Of(found[bound]);
            }
        }
    }
}
