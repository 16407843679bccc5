using Gci.Data;
using Gci.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Accounts;

/// <summary>What an invitation opens of a country's response.</summary>
public static class InvitedSections
{
    /// <summary>Opens to the account that accepted an invitation what was promised in it, within the transaction of the acceptance.</summary>
    public static async Task OpenInvitedSectionsAsync(this GciDb db, Invitation invitation, Account account, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(account);
        if (invitation.ResponseId is { } id && account.Role == Role.Contributor && await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == invitation.InvitedBy, cancel) is { } inviter)
        {
            await db.ResponseAsync(
                id,
                (response, _) =>
                {
                    response.Grant(inviter.AsActor(), account, invitation.Sections.Split(' ', StringSplitOptions.RemoveEmptyEntries), invitation.Right, Moment.Now(clock));
                    return Task.FromResult(response);
                },
                cancel);
        }
    }
}
