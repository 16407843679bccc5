using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.People;

/// <summary>Somebody of the country with what is open to them; a focal point may do everything.</summary>
public sealed record TeamMember(Account Account, IReadOnlyList<SectionRight> Rights)
{
    public bool Leads => Account.Role == Role.FocalPoint;
}

/// <summary>Who works on a response, and who is invited to.</summary>
/// <param name="Invitations">Those that were neither accepted nor withdrawn, expired ones among them.</param>
public sealed record Team(IReadOnlyList<TeamMember> Members, IReadOnlyList<Invitation> Invitations)
{
    public static async Task<Team> LoadAsync(GciDb db, Response response, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(response);
        var accounts = await db.Users.AsNoTracking()
            .Where(user => user.Country == response.Country && user.ClosedAt == null && (user.Role == Role.FocalPoint || user.Role == Role.Contributor))
            .ToListAsync(cancel);
        var grants = (await db.Grants.AsNoTracking().Where(grant => grant.ResponseId == response.Id).ToListAsync(cancel)).ToLookup(grant => grant.AccountId);
        var invitations = await db.Invitations.AsNoTracking()
            .Where(invitation => invitation.ResponseId == response.Id && invitation.AcceptedAt == null && invitation.RevokedAt == null)
            .OrderByDescending(invitation => invitation.CreatedAt).ToListAsync(cancel);
        return new(
            [
                .. accounts.Select(account => new TeamMember(account, [.. Rights(grants[account.Id])]))
                    .OrderBy(member => member.Account.Role).ThenBy(member => member.Rights.Count == 0).ThenBy(member => member.Account.Name, StringComparer.Ordinal),
            ],
            invitations);
    }

    public static IEnumerable<SectionRight> Rights(IEnumerable<SectionGrant> grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        return grants.Select(grant => new SectionRight(grant.Section, grant.Right)).OrderBy(right => right.Section, StringComparer.Ordinal);
    }
}
