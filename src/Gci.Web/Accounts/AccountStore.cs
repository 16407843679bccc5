using System.Security.Cryptography;
using System.Text;
using Gci.Data;
using Gci.Data.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Gci.Web.Accounts;

/// <summary>
/// Identity's store, save that the key of a second factor is kept encrypted and recovery codes are kept as salted hashes only: whoever reads
/// the table cannot sign in with it.
/// </summary>
internal sealed class AccountStore(GciDb db, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserOnlyStore<Account, GciDb, Guid>(db, describer)
{
    internal const string Provider = "GciEngine";
    internal const string Key = "second-factor-key";
    private const string Codes = "recovery-codes";
    private const int Rounds = 100_000;

    private readonly IDataProtector _protector = protection.CreateProtector(Key);

    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Provider, Key, _protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        await GetTokenAsync(user, Provider, Key, cancellationToken) is { } kept ? _protector.Unprotect(kept) : null;

    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return KeepAsync(user, recoveryCodes.Select(code => HashOf(code, salt)).Prepend(Convert.ToHexStringLower(salt)), cancellationToken);
    }

    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        if (await KeptAsync(user, cancellationToken) is not [var salt, .. var hashes])
        {
            return false;
        }

        var hash = HashOf(code, Convert.FromHexString(salt));
        if (!hashes.Contains(hash))
        {
            return false;
        }

        await KeepAsync(user, hashes.Where(kept => kept != hash).Prepend(salt), cancellationToken);
        return true;
    }

    public override async Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) =>
        Math.Max(0, (await KeptAsync(user, cancellationToken)).Length - 1);

    private async Task<string[]> KeptAsync(Account user, CancellationToken cancel) =>
        (await GetTokenAsync(user, Provider, Codes, cancel) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Task KeepAsync(Account user, IEnumerable<string> parts, CancellationToken cancel) => SetTokenAsync(user, Provider, Codes, string.Join(' ', parts), cancel);

    // Hyphens, spaces and small letters are how people type; they do not count.
    private static string HashOf(string code, byte[] salt) => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()), salt, Rounds, HashAlgorithmName.SHA256, 32));
}
