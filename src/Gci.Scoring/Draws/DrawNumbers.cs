using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;

namespace Gci.Scoring.Draws;

/// <summary>
/// Random numbers by address: what one sees depends on the seed, the number of the draw and the name of what is drawn, and on nothing else. So a
/// run gives the same bits on any number of threads and in any split, one draw can be replayed by its number, and a node more changes no other.
/// </summary>
/// <remarks>Each address is the state of a SplitMix64 generator of its own (Steele, Lea and Flood 2014; finaliser of Stafford, variant 13).</remarks>
public static class DrawNumbers
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const ulong First = 0xBF58476D1CE4E5B9;
    private const ulong Second = 0x94D049BB133111EB;

    /// <summary>The key of a draw.</summary>
    public static ulong Key(ulong seed, long draw) => unchecked(Mix(Mix(seed + Golden) + ((ulong)draw * Golden)));

    /// <summary>The key of what is drawn, such as the weight of a node.</summary>
    /// <param name="source">Code of the source of uncertainty.</param>
    /// <param name="name">Its name within the source.</param>
    public static ulong Item(string source, string name) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}/{name}")));

    /// <summary>The numbers of four draws, uniform in [0, 1), of 52 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Uniform(Vector256<ulong> keys, ulong item)
    {
        var bits = keys + Vector256.Create(unchecked(item + Golden));
        bits = (bits ^ (bits >>> 30)) * Vector256.Create(First);
        bits = (bits ^ (bits >>> 27)) * Vector256.Create(Second);
        bits ^= bits >>> 31;
        return ((bits >>> 12) | Vector256.Create(0x3FF0000000000000UL)).AsDouble() - Vector256.Create(1.0);
    }

    /// <summary>The number of one draw.</summary>
    public static double Uniform(ulong key, ulong item) => Uniform(Vector256.Create(key), item)[0];

    internal static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * First;
            bits = (bits ^ (bits >> 27)) * Second;
            return bits ^ (bits >> 31);
        }
    }

    /// <summary>The generator at an address, for what takes more than one number. Its first number is that of the address.</summary>
    internal sealed class Stream : Random
    {
        private ulong _state;

        internal Stream At(ulong key, ulong item)
        {
            _state = unchecked(key + item);
            return this;
        }

        public override double NextDouble() => Sample();

        protected override double Sample()
        {
            _state = unchecked(_state + Golden);
            return (Mix(_state) >> 12) * (1.0 / (1L << 52));
        }
    }
}
