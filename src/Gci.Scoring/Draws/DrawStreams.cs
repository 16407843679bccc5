using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gci.Scoring.Draws;

/// <summary>
/// Four random streams side by side, one a draw. What a draw sees depends on the seed and on its own number alone, never on the other draws, so
/// a run gives the same bits on any number of threads and in any split, and one draw can be replayed by its number.
/// </summary>
/// <remarks>xoshiro256++ 1.0 of Blackman and Vigna, its state filled by SplitMix64 from a hash of seed and draw, as they recommend.</remarks>
public struct DrawStreams
{
    /// <summary>How many draws run side by side.</summary>
    public const int Lanes = 4;

    private const ulong Golden = 0x9E3779B97F4A7C15;

    private Vector256<ulong> _s0;
    private Vector256<ulong> _s1;
    private Vector256<ulong> _s2;
    private Vector256<ulong> _s3;

    /// <param name="seed">Names the run.</param>
    /// <param name="first">The number of the first of the four draws.</param>
    public DrawStreams(ulong seed, long first)
    {
        var keys = Vector256.Create(Key(seed, first), Key(seed, first + 1), Key(seed, first + 2), Key(seed, first + 3));
        _s0 = Mixed(keys += Vector256.Create(Golden));
        _s1 = Mixed(keys += Vector256.Create(Golden));
        _s2 = Mixed(keys += Vector256.Create(Golden));
        _s3 = Mixed(keys + Vector256.Create(Golden));
    }

    /// <summary>The next number of each draw, uniform in [0, 1), of 52 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Uniform() => ((Next() >>> 12) | Vector256.Create(0x3FF0000000000000UL)).AsDouble() - Vector256.Create(1.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<ulong> Next()
    {
        var result = Turned(_s0 + _s3, 23) + _s0;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = Turned(_s3, 45);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Turned(Vector256<ulong> bits, int by) => (bits << by) | (bits >> (64 - by));

    private static ulong Key(ulong seed, long draw) => unchecked(Mix(Mix(seed + Golden) + ((ulong)draw * Golden)));

    private static Vector256<ulong> Mixed(Vector256<ulong> keys) => Vector256.Create(Mix(keys[0]), Mix(keys[1]), Mix(keys[2]), Mix(keys[3]));

    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}
