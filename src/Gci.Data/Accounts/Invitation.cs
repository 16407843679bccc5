using Gci.Data.Responses;

namespace Gci.Data.Accounts;

/// <summary>An invitation sent by mail. The link's secret is kept as a hash only and works once.</summary>
public sealed class Invitation
{
    public Guid Id { get; init; }

    /// <summary>SHA-256 of the secret, in lower-case hexadecimal.</summary>
    public required string SecretHash { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    public string? Country { get; init; }

    public required string Language { get; init; }

    /// <summary>The response that a contributor is invited to; null for an invitation to the service alone.</summary>
    public Guid? ResponseId { get; init; }

    /// <summary>What is opened: codes of pillars and sections with a right each, as <see cref="SectionRight.Written"/> writes them.</summary>
    public string Sections { get; init; } = "";

    /// <summary>The highest of the rights.</summary>
    public Right Right { get; init; }

    public required Guid InvitedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public Guid? AcceptedBy { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public Refusal? WhyNot(DateTimeOffset now) =>
        AcceptedAt is not null ? new("invitation-used")
        : RevokedAt is not null ? new("invitation-withdrawn")
        : now >= ExpiresAt ? new("invitation-expired")
        : null;
}
