using System.Security.Cryptography;
using System.Text;
using Gci.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Win32.SafeHandles;

namespace Gci.Web.Accounts.Passwords;

/// <summary>
/// Refuses passwords that are known from data breaches. The list is a file as Have I Been Pwned gives it: one SHA-1 in capitals a line, a
/// colon, how often it was seen, sorted by hash. It may have a billion lines, so it is searched where it lies.
/// </summary>
internal sealed class BreachedPasswords(ServiceOptions options) : IPasswordValidator<Account>
{
    internal const string Code = "PasswordBreached";
    private const int HashLength = 40;

    // No line is longer: a hash, a colon, a count, the end of the line.
    private const int LongestLine = 64;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        options.BreachedPasswords is { } path && !string.IsNullOrEmpty(password) && Holds(path, password)
            ? IdentityResult.Failed(new IdentityError { Code = Code })
            : IdentityResult.Success);

    /// <summary>Whether the list holds a password.</summary>
    internal static bool Holds(string path, string password)
    {
#pragma warning disable CA5350 // the list is by SHA-1; nothing is protected by it
        var hash = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password))));
#pragma warning restore CA5350
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.RandomAccess);
        var (low, high) = (0L, RandomAccess.GetLength(file)); // the line sought begins within [low, high)
        Span<byte> bytes = stackalloc byte[2 * LongestLine];
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var start = LineFrom(file, middle, low, bytes, out var line);
            if (line.Length < HashLength)
            {
                high = middle;
                continue;
            }

            var order = line[..HashLength].SequenceCompareTo(hash);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (start + line.Length, high) : (low, middle);
        }

        return false;
    }

    /// <summary>The first line that begins at or after a place, and where; empty where none does. At <paramref name="low"/> a line is known to begin.</summary>
    private static long LineFrom(SafeFileHandle file, long place, long low, Span<byte> bytes, out ReadOnlySpan<byte> line)
    {
        var from = place == low ? place : place - 1;
        var read = bytes[..RandomAccess.Read(file, bytes, from)];
        var skipped = place == low ? 0 : read.IndexOf((byte)'\n') + 1;
        var rest = place != low && skipped == 0 ? [] : read[skipped..];
        var end = rest.IndexOf((byte)'\n');
        line = end < 0 ? rest : rest[..(end + 1)];
        return from + skipped;
    }
}
