using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace Gci.Web.Accounts;

/// <summary>What people do with their own account. The session at hand goes on, all others end; the person is told by mail.</summary>
public sealed class OwnAccount(GciDb db, UserManager<Account> accounts, SignInManager<Account> signIn, Letters letters, Visitor visitor)
{
    private const int RecoveryCodes = 10;

    /// <summary>The account of whoever is signed in.</summary>
    internal async Task<Account> LoadAsync() =>
        await accounts.FindByIdAsync(visitor.Known.Id.ToString()) ?? throw new InvalidOperationException("The account of this session is gone.");

    /// <summary>Whether the password is right; wrong ones count towards the lockout. Whoever signs in at a provider only has none to give.</summary>
    internal async Task<bool> IsReallyAsync(Account account, string? password) => !await accounts.HasPasswordAsync(account)
        || (await signIn.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true)).Succeeded;

    internal Task<IdentityResult> ChangePasswordAsync(Account account, string current, string next, CancellationToken cancel) =>
        ChangeAsync(account, "password-changed", () => accounts.ChangePasswordAsync(account, current, next), cancel);

    /// <summary>Makes the key that the person's app is to take over; it does not count before <see cref="TurnOnAsync"/>.</summary>
    internal async Task BeginAsync(Account account)
    {
        await accounts.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
    }

    /// <summary>The recovery codes, which are shown this once; null where the code is wrong.</summary>
    internal async Task<IReadOnlyList<string>?> TurnOnAsync(Account account, string code, CancellationToken cancel)
    {
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return null;
        }

        await ChangeAsync(account, "second-factor-on", () => accounts.SetTwoFactorEnabledAsync(account, enabled: true), cancel);
        return await NewCodesAsync(account);
    }

    internal Task TurnOffAsync(Account account, CancellationToken cancel) => ChangeAsync(
        account,
        "second-factor-off",
        async () =>
        {
            await accounts.RemoveAuthenticationTokenAsync(account, AccountStore.Provider, AccountStore.Key);
            return await accounts.SetTwoFactorEnabledAsync(account, enabled: false);
        },
        cancel);

    /// <summary>New recovery codes; those from before no longer work.</summary>
    internal async Task<IReadOnlyList<string>> NewCodesAsync(Account account) =>
        [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? throw new InvalidOperationException("The account was changed meanwhile.")];

    private async Task<IdentityResult> ChangeAsync(Account account, string letter, Func<Task<IdentityResult>> change, CancellationToken cancel)
    {
        var result = await db.TogetherAsync(change, () => letters.Queue(account, letter), cancel);
        if (result.Succeeded)
        {
            await signIn.RefreshSignInAsync(account);
        }

        return result;
    }
}
