using Gci.Data;
using Gci.Data.Accounts;
using Gci.Editions.Translations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Accounts;

/// <summary>What becomes of an invitation that somebody accepts. It is used up in the transaction of what it opens.</summary>
public sealed class Acceptance(GciDb db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>Opens the account that an invitation is for, with a password or with the sign-in at a provider.</summary>
    internal async Task<(Account? Account, Mistakes Mistakes)> OpenAsync(
        Invitation invitation, string? password, UserLoginInfo? login, InterfaceTexts texts, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = Account.Of(invitation, Moment.Now(clock));
        if (await UseUpAsync(invitation, account.Id, cancel) is { } refusal)
        {
            return (null, Mistakes.Of("", refusal, texts));
        }

        var made = login is null ? await accounts.CreateAsync(account, password ?? "") : await accounts.CreateAsync(account);
        if (made.Succeeded && login is not null)
        {
            made = await accounts.AddLoginAsync(account, login);
        }

        if (!made.Succeeded)
        {
            var mistakes = new Mistakes();
            mistakes.AddPassword("password", made, texts);
            return (null, mistakes);
        }

        await db.OpenInvitedSectionsAsync(invitation, account, clock, cancel);
        await transaction.CommitAsync(cancel);
        return (account, new());
    }

    /// <summary>Adds what an invitation opens to the account that has its address already.</summary>
    internal async Task<Refusal?> JoinAsync(Invitation invitation, Account account, CancellationToken cancel)
    {
        if (invitation.ResponseId is not null && (account.Role != Role.Contributor || account.Country != invitation.Country))
        {
            return new("invitation-not-for-account");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await UseUpAsync(invitation, account.Id, cancel) is { } refusal)
        {
            return refusal;
        }

        await db.OpenInvitedSectionsAsync(invitation, account, clock, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<Refusal?> UseUpAsync(Invitation invitation, Guid account, CancellationToken cancel)
    {
        var now = Moment.Now(clock);
        var used = await db.Invitations.Where(found => found.Id == invitation.Id && found.AcceptedAt == null && found.RevokedAt == null && found.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.AcceptedAt, now).SetProperty(found => found.AcceptedBy, account), cancel);
        return used > 0 ? null : invitation.WhyNot(now) ?? new("invitation-raced");
    }
}
