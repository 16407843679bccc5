using Microsoft.AspNetCore.Identity;

namespace Gci.Data.Accounts;

/// <summary>A person who signs in. The sign-in name is the e-mail address.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Role Role { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The ISO code of the country that a respondent answers for; null for everybody else.</summary>
    public string? Country { get; set; }

    /// <summary>The language of pages and mails.</summary>
    public string Language { get; set; } = "en";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the account was closed; a closed account cannot sign in, and its sessions end.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public const int LongestName = 200;

    /// <summary>Opens the account that an invitation is for; the address is known to be the person's own.</summary>
    public static Account Of(Invitation invitation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            UserName = invitation.Email,
            Email = invitation.Email,
            EmailConfirmed = true,
            Name = invitation.Name,
            Role = invitation.Role,
            Country = invitation.Country,
            Language = invitation.Language,
            CreatedAt = now,
        };
    }

    /// <summary>Why a name, a role and a country do not make an account; null where they do.</summary>
    public static Refusal? WhyNot(string? name, Role role, string? country) =>
        string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl) ? new("account-name", ("maximum", LongestName))
        : role.IsRespondent() != country is not null ? new("account-country")
        : null;

    /// <param name="isLast">Whether no other open account belongs to an administrator.</param>
    public Refusal? Change(string? name, Role role, string? country, bool isLast)
    {
        if ((WhyNot(name, role, country) ?? (isLast && role != Role.Administrator ? new("last-administrator") : null)) is { } refusal)
        {
            return refusal;
        }

        (Name, Role, Country) = (name!.Trim(), role, country);
        return null;
    }

    /// <param name="isLast">Whether no other open account belongs to an administrator.</param>
    public Refusal? Close(bool isLast, DateTimeOffset now)
    {
        if (isLast)
        {
            return new("last-administrator");
        }

        ClosedAt ??= now;
        return null;
    }

    public Actor AsActor() => new(Id, Name, Role, Country);
}

/// <summary>Who does something, as the account stands at this moment.</summary>
public sealed record Actor(Guid Id, string Name, Role Role, string? Country);
