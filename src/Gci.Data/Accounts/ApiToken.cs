using System.Security.Cryptography;
using System.Text;

namespace Gci.Data.Accounts;

/// <summary>A secret with which a program acts for an account. Only its hash is kept.</summary>
public sealed class ApiToken
{
    /// <summary>Every secret begins with it, so that scanners of published code recognise one that was lost.</summary>
    public const string SecretPrefix = "gci_";

    public const int LongestName = 100;
    public const int LongestDays = 365;

    /// <summary>How many valid tokens an account may have at the same time.</summary>
    public const int MostAtOnce = 20;

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

    /// <summary>A new token with the secret that is shown once, or what is wrong with the wish.</summary>
    /// <param name="valid">How many valid tokens the account has.</param>
    public static (ApiToken? Token, string? Secret, Refusal? Refusal) Issue(Guid account, TokenDraft draft, int valid, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var refusal = draft.WhyNot() ?? (valid < MostAtOnce ? null : new Refusal("token-too-many", ("maximum", MostAtOnce)));
        if (refusal is not null)
        {
            return (null, null, refusal);
        }

        var secret = SecretPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account,
            Name = draft.Name!.Trim(),
            SecretHash = HashOf(secret),
            Scopes = string.Join(' ', Accounts.Scopes.All.Where(draft.Scopes.Contains)),
            CreatedAt = now,
            ExpiresAt = now.AddDays(draft.Days),
        };
        return (token, secret, null);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>The token that somebody wants.</summary>
/// <param name="Days">How long it works.</param>
public sealed record TokenDraft(string? Name, IReadOnlyCollection<string> Scopes, int Days)
{
    internal Refusal? WhyNot() =>
        string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > ApiToken.LongestName || Name.Any(char.IsControl) ? new Refusal("token-name", ("maximum", ApiToken.LongestName))
        : Scopes.Count == 0 || Scopes.Any(scope => !Accounts.Scopes.All.Contains(scope)) ? new("token-scopes")
        : Days is < 1 or > ApiToken.LongestDays ? new("token-days", ("maximum", ApiToken.LongestDays))
        : null;
}
