using System.Runtime.Intrinsics;

namespace Gci.Scoring.Draws;

/// <summary>Sixteen draws that are made at once, by their numbers: four vectors, so that what they need stays in the first level cache.</summary>
/// <param name="seed">Names the run.</param>
public sealed class DrawBlock(ulong seed)
{
    public const int Size = 16;

    /// <summary>How many draws lie in one vector.</summary>
    public const int Lanes = 4;

    private readonly Vector256<ulong>[] _keys = new Vector256<ulong>[Size / Lanes];
    private readonly Dictionary<string, Vector256<ulong>[]> _own = new(StringComparer.Ordinal);

    /// <summary>How many of the draws are asked for; the others fill the vectors.</summary>
    public int Count { get; private set; }

    /// <summary>Takes draws, the same in all sources.</summary>
    /// <param name="draws">Their numbers, at least one and at most <see cref="Size"/>.</param>
    public void Take(ReadOnlySpan<long> draws)
    {
        _own.Clear();
        Fill(_keys, draws);
        Count = draws.Length;
    }

    /// <summary>Takes other draws in one source, so that a source can change alone.</summary>
    public void Take(string source, ReadOnlySpan<long> draws)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(draws.Length, Count, nameof(draws));
        Fill(_own[source] = new Vector256<ulong>[_keys.Length], draws);
    }

    /// <summary>The keys of the draws in a source.</summary>
    public ReadOnlySpan<Vector256<ulong>> Keys(string source) => _own.Count > 0 && _own.TryGetValue(source, out var own) ? own : _keys;

    private void Fill(Vector256<ulong>[] keys, ReadOnlySpan<long> draws)
    {
        ArgumentOutOfRangeException.ThrowIfZero(draws.Length, nameof(draws));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draws.Length, Size, nameof(draws));
        Span<ulong> all = stackalloc ulong[Size];
        for (var draw = 0; draw < Size; draw++)
        {
            all[draw] = DrawNumbers.Key(seed, draws[Math.Min(draw, draws.Length - 1)]);
        }

        for (var vector = 0; vector < keys.Length; vector++)
        {
            keys[vector] = Vector256.Create<ulong>(all[(vector * Lanes)..]);
        }
    }
}
