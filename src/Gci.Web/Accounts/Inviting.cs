using System.Security.Cryptography;
using System.Text;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Accounts;

/// <summary>Who is invited, to what.</summary>
/// <param name="ResponseId">The response that a contributor is invited to; null for an invitation to the service alone.</param>
/// <param name="Rights">What is opened of it.</param>
public sealed record InvitationDraft(
    string Email, string Name, Role Role, string? Country, string Language, Guid? ResponseId = null, IReadOnlyCollection<SectionRight>? Rights = null);

/// <summary>Invitations: a link with a secret that works once and for fourteen days.</summary>
public static class Inviting
{
    private static readonly TimeSpan s_validFor = TimeSpan.FromDays(14);

    /// <summary>Adds an invitation to the context and gives the secret, which is kept nowhere else.</summary>
    public static string Invite(this GciDb db, InvitationDraft draft, Guid by, TimeProvider clock) => db.InviteTo(draft, by, clock).Secret;

    internal static (Invitation Invitation, string Secret) InviteTo(this GciDb db, InvitationDraft draft, Guid by, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(draft);
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = Moment.Now(clock);
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            SecretHash = HashOf(secret),
            Email = draft.Email,
            Name = draft.Name,
            Role = draft.Role,
            Country = draft.Country,
            Language = draft.Language,
            ResponseId = draft.ResponseId,
            Sections = SectionRight.Written(draft.Rights ?? []),
            Right = draft.Rights?.Select(right => right.Right).DefaultIfEmpty().Max() ?? Right.None,
            InvitedBy = by,
            CreatedAt = now,
            ExpiresAt = now + s_validFor,
        };
        db.Invitations.Add(invitation);
        return (invitation, secret);
    }

    public static Task<Invitation?> FindInvitationAsync(this GciDb db, string secret, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var hash = HashOf(secret);
        return db.Invitations.FirstOrDefaultAsync(invitation => invitation.SecretHash == hash, cancel);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
