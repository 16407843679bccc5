using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Accounts;

/// <summary>What administrators do with other people's accounts. One administrator at least always remains.</summary>
public sealed class Administration(GciDb db, UserManager<Account> accounts, Letters letters, TimeProvider clock)
{
    internal const string Policy = "administrator";

    internal static void IsAdministrator(AuthorizationPolicyBuilder policy) => policy.RequireAuthenticatedUser().RequireAssertion(
        context => context.Resource is HttpContext http && http.RequestServices.GetRequiredService<Visitor>().Actor?.Role == Role.Administrator);

    /// <summary>The person's sessions end with it, so that none goes on with former rights.</summary>
    internal Task<Refusal?> ChangeAsync(Account account, string? name, Role role, string? country, CancellationToken cancel) =>
        HeldAsync(account, isLast => account.Change(name, role, country, isLast), cancel);

    internal Task<Refusal?> CloseAsync(Account account, CancellationToken cancel) => HeldAsync(account, isLast => account.Close(isLast, Moment.Now(clock)), cancel);

    internal Task<Refusal?> ReopenAsync(Account account, CancellationToken cancel) => HeldAsync(
        account,
        _ =>
        {
            account.ClosedAt = null;
            return null;
        },
        cancel);

    /// <summary>For somebody who lost the phone and the recovery codes; the person is told by mail.</summary>
    internal Task<IdentityResult> TurnOffSecondFactorAsync(Account account, CancellationToken cancel) => db.TogetherAsync(
        async () =>
        {
            await accounts.RemoveAuthenticationTokenAsync(account, AccountStore.Provider, AccountStore.Key);
            return await accounts.SetTwoFactorEnabledAsync(account, enabled: false);
        },
        () => letters.Queue(account, "second-factor-off"),
        cancel);

    // Whoever changes an account holds the rows of all administrators first: two who dismiss each other at once cannot both succeed.
    private async Task<Refusal?> HeldAsync(Account account, Func<bool, Refusal?> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Users.Where(user => user.Role == Role.Administrator).ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, user => user.Role), cancel);
        await db.Entry(account).ReloadAsync(cancel);
        var isLast = account is { Role: Role.Administrator, ClosedAt: null }
            && !await db.Users.AnyAsync(user => user.Id != account.Id && user.Role == Role.Administrator && user.ClosedAt == null, cancel);
        if (change(isLast) is { } refusal)
        {
            return refusal;
        }

        if (account.ClosedAt is not null)
        {
            await db.ApiTokens.Where(token => token.AccountId == account.Id && token.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, account.ClosedAt), cancel);
        }

        if (!(await accounts.UpdateSecurityStampAsync(account)).Succeeded)
        {
            return new("account-changed-meanwhile");
        }

        await transaction.CommitAsync(cancel);
        return null;
    }
}
