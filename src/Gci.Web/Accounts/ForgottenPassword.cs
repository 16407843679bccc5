using System.Buffers.Text;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Accounts;

/// <summary>A new password by a link in a mail. The link works once and for an hour.</summary>
public sealed class ForgottenPassword(GciDb db, UserManager<Account> accounts, Letters letters, EditionShelf shelf, TimeProvider clock)
{
    internal static readonly TimeSpan ValidFor = TimeSpan.FromHours(1);

    // Nobody's mailbox is filled by strangers.
    private const int MostMails = 3;

    /// <summary>Queues the mail where an open account has the address, and says in no way whether it did.</summary>
    internal async Task SendAsync(string email, CancellationToken cancel)
    {
        if (await accounts.FindByEmailAsync(email) is not { ClosedAt: null } account || await HadEnoughAsync(account, cancel))
        {
            return;
        }

        var token = Base64Url.EncodeToString(Convert.FromBase64String(await accounts.GeneratePasswordResetTokenAsync(account)));
        letters.Queue(account, "forgotten", ("account", account.Id), ("token", token));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The account that a link is for; null where the link is invented, used or too old.</summary>
    internal async Task<Account?> FindAsync(Guid id, string token) =>
        TokenOf(token) is { } known && await accounts.FindByIdAsync(id.ToString()) is { ClosedAt: null } account
        && await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, known)
            ? account : null;

    /// <summary>Sets the password, ends all sessions and the lockout, and tells the person by mail.</summary>
    internal Task<IdentityResult> ResetAsync(Account account, string token, string password, CancellationToken cancel) => db.TogetherAsync(
        async () => await accounts.ResetPasswordAsync(account, TokenOf(token) ?? "", password) is { Succeeded: false } failed ? failed : await UnlockAsync(account),
        () => letters.Queue(account, "password-changed"),
        cancel);

    private async Task<IdentityResult> UnlockAsync(Account account)
    {
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        return await accounts.UpdateAsync(account);
    }

    private async Task<bool> HadEnoughAsync(Account account, CancellationToken cancel)
    {
        var (subject, since) = (shelf.In(account.Language)["mail.forgotten.subject"], Moment.Now(clock) - ValidFor);
        return await db.Mails.CountAsync(mail => mail.To == account.Email && mail.Subject == subject && mail.CreatedAt > since, cancel) >= MostMails;
    }

    private static string? TokenOf(string text) => Base64Url.IsValid(text) ? Convert.ToBase64String(Base64Url.DecodeFromChars(text)) : null;
}
