namespace Gci.Tiering.Sensitivity;

/// <summary>SplitMix64 of Steele, Lea and Flood (2014), its upper halves.</summary>
internal sealed class RandomWords(ulong seed)
{
    private ulong _state = seed;

    internal uint Next()
    {
        unchecked
        {
            var bits = _state += 0x9E3779B97F4A7C15;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return (uint)((bits ^ (bits >> 31)) >> 32);
        }
    }
}
