namespace Gci.Data.Accounts;

/// <summary>A secret with which a program acts for an account. Only its hash is kept.</summary>
public sealed class ApiToken
{
    public Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, in lower-case hexadecimal.</summary>
    public required string SecretHash { get; init; }

    /// <summary>What it may do, with spaces between: <c>responses:read responses:write</c>.</summary>
    public required string Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public bool IsValid(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}
