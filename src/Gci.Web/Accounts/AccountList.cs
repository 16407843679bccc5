using Gci.Data;
using Gci.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Accounts;

/// <summary>Which accounts an administrator looks for.</summary>
/// <param name="Text">A part of the name or of the address.</param>
/// <param name="State"><c>open</c>, <c>closed</c> or nothing for both.</param>
public sealed record AccountFilter(string? Text, Role? Role, string? Country, string? State);

/// <summary>Accounts by name, a page at a time.</summary>
internal static class AccountList
{
    internal const int PageSize = 50;

    internal static async Task<(IReadOnlyList<Account> Rows, int Total)> AccountsAsync(this GciDb db, AccountFilter filter, int page, CancellationToken cancel)
    {
        var found = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var (text, upper) = (filter.Text.Trim(), filter.Text.Trim().ToUpperInvariant());
            found = found.Where(account => account.NormalizedEmail!.Contains(upper) || account.Name.Contains(text));
        }

        found = filter.Role is { } role ? found.Where(account => account.Role == role) : found;
        found = string.IsNullOrEmpty(filter.Country) ? found : found.Where(account => account.Country == filter.Country);
        found = filter.State switch
        {
            "open" => found.Where(account => account.ClosedAt == null),
            "closed" => found.Where(account => account.ClosedAt != null),
            _ => found,
        };
        var rows = await found.OrderBy(account => account.Name).ThenBy(account => account.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return (rows, await found.CountAsync(cancel));
    }

    /// <summary>Invitations to the service that nobody accepted and nobody withdrew, the newest first.</summary>
    internal static async Task<IReadOnlyList<Invitation>> OpenInvitationsAsync(this GciDb db, CancellationToken cancel) =>
        await db.Invitations.AsNoTracking().Where(invitation => invitation.ResponseId == null && invitation.AcceptedAt == null && invitation.RevokedAt == null)
            .OrderByDescending(invitation => invitation.CreatedAt).Take(4 * PageSize).ToListAsync(cancel);
}
