using System.Globalization;
using Gci.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using OtpNet;

namespace Gci.Web.Accounts;

/// <summary>
/// Checks codes of an authenticator app (RFC 6238, six digits, 30 seconds). A code of the step before or after counts too, because clocks
/// differ; none counts twice, nor one that is older than the last that counted.
/// </summary>
internal sealed class Authenticator(TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    private const string LastStep = "second-factor-step";

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    // The app makes the codes, not we.
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key
            || !new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(clock.GetUtcNow().UtcDateTime, token, out var step, new VerificationWindow(1, 1))
            || step <= await LastAsync(manager, user))
        {
            return false;
        }

        // Fails where another request with the same code was faster: the account's concurrency stamp has changed then.
        return (await manager.SetAuthenticationTokenAsync(user, AccountStore.Provider, LastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }

    private static async Task<long> LastAsync(UserManager<Account> manager, Account user) =>
        long.TryParse(await manager.GetAuthenticationTokenAsync(user, AccountStore.Provider, LastStep), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : -1;
}
