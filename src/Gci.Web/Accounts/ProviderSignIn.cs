using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace Gci.Web.Accounts;

/// <summary>Finds the account of somebody whom the provider knows. None is ever opened without an invitation.</summary>
public sealed class ProviderSignIn(
    GciDb db, UserManager<Account> accounts, SignInManager<Account> signIn, Acceptance acceptance, Letters letters, Visitor visitor, TimeProvider clock)
{
    /// <summary>Null where the provider's person has no account here and no invitation.</summary>
    internal async Task<SignInResult?> CompleteAsync(ExternalLoginInfo info, string? secret, CancellationToken cancel)
    {
        var isKnown = await accounts.FindByLoginAsync(info.LoginProvider, info.ProviderKey) is not null || await LinkAsync(info, secret, cancel);

        // A second factor of ours is asked for all the same.
        return isKnown ? await signIn.ExternalLoginSignInAsync(info.LoginProvider, info.ProviderKey, isPersistent: false, bypassTwoFactor: false) : null;
    }

    private async Task<bool> LinkAsync(ExternalLoginInfo info, string? secret, CancellationToken cancel)
    {
        if (VerifiedEmail(info) is not { } email)
        {
            return false;
        }

        if (await accounts.FindByEmailAsync(email) is { } account)
        {
            // One person of the provider an account: an address that the provider gave to somebody else opens nothing.
            return account.ClosedAt is null && !(await accounts.GetLoginsAsync(account)).Any(login => login.LoginProvider == info.LoginProvider)
                && (await db.TogetherAsync(() => accounts.AddLoginAsync(account, info), () => letters.Queue(account, "provider-linked", ("provider", info.ProviderDisplayName)), cancel)).Succeeded;
        }

        return secret is not null && await db.FindInvitationAsync(secret, cancel) is { } invitation && invitation.WhyNot(Moment.Now(clock)) is null
            && string.Equals(invitation.Email, email, StringComparison.OrdinalIgnoreCase)
            && (await acceptance.OpenAsync(invitation, null, info, visitor.Texts, cancel)).Account is not null;
    }

    private static string? VerifiedEmail(ExternalLoginInfo info) =>
        bool.TryParse(info.Principal.FindFirst("email_verified")?.Value, out var verified) && verified ? info.Principal.FindFirst("email")?.Value : null;
}
