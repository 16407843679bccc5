using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gci.Web.Files;

/// <summary>The standard encryption of a PDF (ISO 32000-2, 7.6.4), as far as it takes to see whether it opens without a password.</summary>
/// <param name="Bits">The length of the key.</param>
/// <param name="Rights">What readers are asked to forbid, as 32 bits.</param>
internal sealed record PdfEncryption(int Revision, int Bits, byte[] Owner, byte[] User, long Rights, byte[] Id, bool IsMetadataEncrypted)
{
    // What stands in for the characters that a password does not have.
    private static readonly byte[] s_padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    internal bool OpensWithout() => Revision switch
    {
        2 => Owner.Length >= 32 && User.AsSpan().StartsWith(Rc4(Key(5), s_padding)),
        3 or 4 => Owner.Length >= 32 && Bits is >= 40 and <= 128 && User.AsSpan().StartsWith(Check(Key(Bits / 8))),
        5 => User.Length >= 48 && SHA256.HashData(User.AsSpan(32, 8)).AsSpan().SequenceEqual(User.AsSpan(0, 32)),
        6 => User.Length >= 48 && Hardened(User.AsSpan(32, 8)).SequenceEqual(User.AsSpan(0, 32)),
        _ => false,
    };

    // Algorithm 2, with no password.
    private byte[] Key(int length)
    {
        var rights = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(rights, (uint)(Rights & 0xFFFFFFFF));
        var hash = Md5([.. s_padding, .. Owner.AsSpan(0, 32), .. rights, .. Id, .. Revision >= 4 && !IsMetadataEncrypted ? (ReadOnlySpan<byte>)[255, 255, 255, 255] : []]);
        for (var round = 0; Revision >= 3 && round < 50; round++)
        {
            hash = Md5(hash.AsSpan(0, length));
        }

        return hash[..length];
    }

    // Algorithm 5.
    private byte[] Check(byte[] key)
    {
        var check = Rc4(key, Md5([.. s_padding, .. Id]));
        for (var round = 1; round <= 19; round++)
        {
            check = Rc4([.. key.Select(part => (byte)(part ^ round))], check);
        }

        return check;
    }

    // Algorithm 2.B, with no password.
    private static ReadOnlySpan<byte> Hardened(ReadOnlySpan<byte> salt)
    {
        using var aes = Aes.Create();
        var key = SHA256.HashData(salt);
        for (var round = 0; ; round++)
        {
            aes.Key = key[..16];
            var mixed = aes.EncryptCbc([.. Enumerable.Repeat(key, 64).SelectMany(part => part)], key.AsSpan(16, 16), PaddingMode.None);
            key = (mixed.AsSpan(0, 16).ToArray().Sum(part => part) % 3) switch { 0 => SHA256.HashData(mixed), 1 => SHA384.HashData(mixed), _ => SHA512.HashData(mixed) };
            if (round >= 63 && mixed[^1] <= round - 31)
            {
                return key.AsSpan(0, 32);
            }
        }
    }

    private static byte[] Rc4(byte[] key, byte[] data)
    {
        byte[] state = [.. Enumerable.Range(0, 256).Select(place => (byte)place)];
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var result = new byte[data.Length];
        for (int n = 0, i = 0, j = 0; n < data.Length; n++)
        {
            i = (i + 1) & 0xFF;
            j = (j + state[i]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] = (byte)(data[n] ^ state[(state[i] + state[j]) & 0xFF]);
        }

        return result;
    }

#pragma warning disable CA5351 // The format wants it; nothing is kept secret by it here.
    private static byte[] Md5(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351
}
