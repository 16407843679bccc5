using System.Security.Cryptography;
using System.Text;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Accounts;

/// <summary>Who is invited, to what.</summary>
public sealed record InvitationDraft(string Email, string Name, Role Role, string? Country, string Language);

/// <summary>Invitations: a link with a secret that works once and for fourteen days.</summary>
public static class Inviting
{
    private static readonly TimeSpan s_validFor = TimeSpan.FromDays(14);

    /// <summary>Adds an invitation to the context and gives the secret, which is kept nowhere else.</summary>
    public static string Invite(this GciDb db, InvitationDraft draft, Guid by, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(draft);
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = Moment.Now(clock);
        db.Invitations.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            SecretHash = HashOf(secret),
            Email = draft.Email,
            Name = draft.Name,
            Role = draft.Role,
            Country = draft.Country,
            Language = draft.Language,
            Right = Right.None,
            InvitedBy = by,
            CreatedAt = now,
            ExpiresAt = now + s_validFor,
        });
        return secret;
    }

    public static Task<Invitation?> FindInvitationAsync(this GciDb db, string secret, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var hash = HashOf(secret);
        return db.Invitations.FirstOrDefaultAsync(invitation => invitation.SecretHash == hash, cancel);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
