using Gci.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Gci.Web.Accounts.Passwords;

/// <summary>Refuses passwords that hold the person's own name or address, and those that lists of common passwords and words make easy to guess.</summary>
internal sealed class GuessablePasswords : IPasswordValidator<Account>
{
    internal const string Personal = "PasswordPersonal";
    internal const string Common = "PasswordCommon";

    /// <summary>Of 0 to 4: below, somebody who got hold of the hash has it within days.</summary>
    private const int LeastScore = 3;

    // Estimating takes longer for longer passwords, and what makes one strong stands in its beginning already.
    private const int Looked = 100;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        var own = OwnWords(user).ToArray();
        return Task.FromResult(
            string.IsNullOrEmpty(password) ? IdentityResult.Success // too short is said elsewhere
            : own.Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)) ? Failed(Personal)
            : Zxcvbn.Zxcvbn.MatchPassword(password.Length > Looked ? password[..Looked] : password, own).Score < LeastScore ? Failed(Common)
            : IdentityResult.Success);
    }

    // Short parts such as "de" or "org" stand in too many good passwords.
    private static IEnumerable<string> OwnWords(Account account) => account.Name.Split(' ', '-', '\'').Append(account.Email?.Split('@')[0] ?? "")
        .Concat(account.Email?.Split('@').Last().Split('.').SkipLast(1) ?? [])
        .Select(word => word.Trim()).Where(word => word.Length >= 4).Distinct(StringComparer.OrdinalIgnoreCase);

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code });
}
