using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gci.Data.Auditing;

/// <summary>SHA-256 over fields, each with its length before it, so that no two lists of fields give the same bytes.</summary>
internal static class CanonicalHash
{
    /// <summary>In lower-case hexadecimal; a missing field differs from an empty one.</summary>
    internal static string Of(params ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var field in fields)
        {
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Time(DateTimeOffset time) => Number(time.ToUnixTimeMilliseconds());
}
