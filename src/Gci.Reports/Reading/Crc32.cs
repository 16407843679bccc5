namespace Gci.Reports.Reading;

/// <summary>The checksum of zip files (reversed polynomial 0xEDB88320), taken piece by piece.</summary>
internal sealed class Crc32
{
    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(first =>
        Enumerable.Range(0, 8).Aggregate((uint)first, (value, _) => (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320))];

    private uint _value = uint.MaxValue;

    internal uint Value => ~_value;

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var next in bytes)
        {
            _value = s_table[(_value ^ next) & 0xFF] ^ (_value >> 8);
        }
    }
}
