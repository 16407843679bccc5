using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;

namespace Gci.Web.Accounts;

/// <summary>What an invitation opens of a country's response.</summary>
public static class InvitedSections
{
    /// <summary>The pillars and sections with their rights; empty for an invitation to the service alone.</summary>
    public static IReadOnlyList<SectionRight> GrantsOf(this Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return invitation.ResponseId is null ? [] : SectionRight.Read(invitation.Sections, invitation.Right);
    }

    /// <summary>Opens to the account that accepted an invitation what was promised in it, within the transaction of the acceptance.</summary>
    public static async Task OpenInvitedSectionsAsync(this GciDb db, Invitation invitation, Account account, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(account);
        if (invitation.ResponseId is { } id && account.Role == Role.Contributor)
        {
            await db.ResponseAsync(
                id,
                (response, _) =>
                {
                    response.Welcome(account, invitation, Moment.Now(clock));
                    return Task.FromResult(response);
                },
                cancel);
        }
    }
}
