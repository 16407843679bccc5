using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gci.Scoring.Draws;

namespace Gci.Tiering.Stability;

/// <summary>Counts how often each country reaches each bound. A comparison that holds is -1 in every lane.</summary>
internal sealed class TierTally
{
    private const int Vectors = DrawBlock.Size / DrawBlock.Lanes;

    private readonly Vector256<double>[] _bounds;
    private readonly Vector256<long>[] _reached;
    private readonly int _count;

    /// <param name="padded">How many countries a kernel gives.</param>
    /// <param name="bounds">Exact ones, best first; only their number counts where they differ from draw to draw.</param>
    internal TierTally(int padded, int count, ImmutableArray<double> bounds) =>
        (_count, _bounds, _reached) = (count, [.. bounds.Select(Vector256.Create)], new Vector256<long>[padded * count]);

    internal long this[int country, int bound] => Vector256.Sum(_reached[(country * _count) + bound]);

    /// <summary>Counts straight from the kernel, for bounds that are the same in all draws.</summary>
    internal void Add(ScoreKernel kernel, ReadOnlySpan<double> weights)
    {
        var sink = new Sink(_bounds, _reached);
        kernel.Multiply(weights, ref sink);
    }

    /// <param name="scores">Country after country, a block of draws each; a draw whose score is NaN reaches nothing.</param>
    /// <param name="bounds">Bound after bound, a block of draws each.</param>
    internal void Add(ReadOnlySpan<double> scores, ReadOnlySpan<double> bounds)
    {
        var all = MemoryMarshal.Cast<double, Vector256<double>>(scores);
        var least = MemoryMarshal.Cast<double, Vector256<double>>(bounds);
        for (var country = 0; country < all.Length / Vectors; country++)
        {
            for (var bound = 0; bound < _count; bound++)
            {
                var reached = Vector256<long>.Zero;
                for (var vector = 0; vector < Vectors; vector++)
                {
                    reached += Vector256.GreaterThanOrEqual(all[(country * Vectors) + vector], least[(bound * Vectors) + vector]).AsInt64();
                }

                _reached[(country * _count) + bound] -= reached;
            }
        }
    }

    private readonly struct Sink(Vector256<double>[] bounds, Vector256<long>[] reached) : IScoreSink
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Take(int country, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
        {
            ref var to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(reached), (nint)country * bounds.Length);
            for (var bound = 0; bound < bounds.Length; bound++)
            {
                var least = bounds[bound];
                Unsafe.Add(ref to, bound) -= Vector256.GreaterThanOrEqual(a, least).AsInt64() + Vector256.GreaterThanOrEqual(b, least).AsInt64()
                    + Vector256.GreaterThanOrEqual(c, least).AsInt64() + Vector256.GreaterThanOrEqual(d, least).AsInt64();
            }
        }
    }
}
