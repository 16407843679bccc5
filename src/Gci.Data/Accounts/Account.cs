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

    public Actor AsActor() => new(Id, Name, Role, Country);
}

/// <summary>Who does something, as the account stands at this moment.</summary>
public sealed record Actor(Guid Id, string Name, Role Role, string? Country);
