using System.Net.Mail;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Editions.Translations;
using Gci.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Accounts;

/// <summary>Invitations to the service, as the secretariat makes them: by mail, and again, and taken back.</summary>
public sealed class Invitations(GciDb db, EditionShelf shelf, Letters letters, ILookupNormalizer normalizer, TimeProvider clock)
{
    private const int LongestEmail = 256;

    /// <summary>The address of an invitation's page below the service's.</summary>
    public static string PathOf(string secret) => $"/account/invitation/{secret}";

    /// <summary>The secret of the invitation whose mail is queued, or what is wrong and with which field.</summary>
    public async Task<(string? Secret, string Field, Refusal? Refusal)> InviteAsync(InvitationDraft draft, Guid by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (await WhyNotAsync(draft, cancel) is { } why)
        {
            return (null, why.Field, why.Refusal);
        }

        var secret = Send(draft, by);
        await db.SaveChangesAsync(cancel);
        return (secret, "", null);
    }

    /// <summary>Makes a new link in place of the one that was sent, which no longer works. Null where there is nothing to send again.</summary>
    public async Task<string?> ResendAsync(Guid id, Guid by, CancellationToken cancel)
    {
        if (await db.Invitations.FirstOrDefaultAsync(found => found.Id == id && found.ResponseId == null && found.AcceptedAt == null && found.RevokedAt == null, cancel) is not { } invitation)
        {
            return null;
        }

        invitation.RevokedAt = Moment.Now(clock);
        var secret = Send(new(invitation.Email, invitation.Name, invitation.Role, invitation.Country, invitation.Language), by);
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    public Task<int> WithdrawAsync(Guid id, CancellationToken cancel)
    {
        var now = Moment.Now(clock);
        return db.Invitations.Where(found => found.Id == id && found.ResponseId == null && found.AcceptedAt == null && found.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.RevokedAt, now), cancel);
    }

    private string Send(InvitationDraft draft, Guid by)
    {
        var secret = db.Invite(draft, by, clock);
        letters.Queue(draft.Email, draft.Language, "invitation", ("name", draft.Name), ("path", PathOf(secret)));
        return secret;
    }

    private async Task<(string Field, Refusal Refusal)?> WhyNotAsync(InvitationDraft draft, CancellationToken cancel)
    {
        if (draft.Email.Length > LongestEmail || !MailAddress.TryCreate(draft.Email, out var address) || address.Address != draft.Email)
        {
            return ("email", new("account-email"));
        }

        if (Account.WhyNot(draft.Name, draft.Role, draft.Country) is { } refusal)
        {
            return (refusal.Code == "account-name" ? "name" : "country", refusal);
        }

        if (!Languages.IsKnown(draft.Language) || (draft.Country is { } country && !shelf.Editions.Any(edition => edition.Countries.ContainsKey(country))))
        {
            return ("country", new("account-country"));
        }

        var normalized = normalizer.NormalizeEmail(draft.Email);
        return await db.Users.AnyAsync(user => user.NormalizedEmail == normalized, cancel) ? ("email", new("account-exists")) : null;
    }
}
