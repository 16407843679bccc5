using Gci.Web.Accounts;
using Gci.Web.Mail;

namespace Gci.Web;

/// <summary>How one instance of the service runs.</summary>
public sealed record ServiceOptions
{
    /// <summary>The folder that holds <c>questionnaires/</c> and <c>methodology/</c>.</summary>
    public required string Editions { get; init; }

    /// <summary>The folder of the embedded database, uploaded files, keys and mails.</summary>
    public required string Data { get; init; }

    /// <summary>A PostgreSQL connection string; null for the embedded SQLite.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>Where it listens, with semicolons between addresses.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>The address that people type and that mails carry, without a slash at its end.</summary>
    public string PublicAddress { get => field ?? Urls.Split(';')[0].TrimEnd('/'); init => field = value.TrimEnd('/'); }

    /// <summary>How often one network address may try to sign in within a minute.</summary>
    public int SignInAttempts { get; init; } = 20;

    /// <summary>Whether staff and experts must sign in with a second factor.</summary>
    public bool RequireSecondFactor { get; init; }

    /// <summary>A file of breached passwords as Have I Been Pwned gives it; null to check against common ones only.</summary>
    public string? BreachedPasswords { get; init; }

    /// <summary>Where people may sign in beside their password; null for nowhere.</summary>
    public SignInProvider? OpenIdConnect { get; init; }

    /// <summary>Where mails go; null to write them into <see cref="MailFolder"/>.</summary>
    public SmtpServer? Smtp { get; init; }

    /// <summary>The time that the service goes by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string MailFolder => Path.Combine(Data, "mails");

    public string SqliteFile => Path.Combine(Data, "gci.db");

    public string SealKeyFile => Path.Combine(Data, "seal-key.pem");
}
