using Gci.Web.Accounts;
using Gci.Web.Files;
using Gci.Web.Mail;
using Microsoft.Extensions.Logging;

namespace Gci.Web;

/// <summary>How one instance of the service runs.</summary>
public sealed record ServiceOptions
{
    /// <summary>The folder that holds <c>questionnaires/</c> and <c>methodology/</c>.</summary>
    public required string Editions { get; init; }

    /// <summary>The folder that holds <c>questionnaires/interface/</c>, the sentences of the service; the editions' own where they have some.</summary>
    public string? Sentences { get; init; }

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

    /// <summary>How many requests a minute a program may make with one token; as many may come at once.</summary>
    public int ApiRequests { get; init; } = 1200;

    /// <summary>The largest file that is taken, in bytes.</summary>
    public long LargestFile { get; init; } = 20_000_000;

    /// <summary>How many bytes of files one response may hold.</summary>
    public long LargestTotal { get; init; } = 1_000_000_000;

    /// <summary>Where files are kept instead of the folder; null for the folder.</summary>
    public BucketOptions? Bucket { get; init; }

    /// <summary>A ClamAV daemon: <c>host:port</c>, or the path of its socket; null for no scanner.</summary>
    public string? ClamAv { get; init; }

    /// <summary>A host that serves nothing but files, such as <c>https://files.example.org</c>; null where pages and files share one.</summary>
    public Uri? FilesAddress { get; init; }

    /// <summary>Whether this instance does the work that nobody waits for: seals, mails, checks, cleaning.</summary>
    public bool RunJobs { get; init; }

    /// <summary>Whether the links that countries give as evidence are tried from here.</summary>
    public bool CheckLinks { get; init; }

    /// <summary>Reads everything that is logged, down to what only helps to look for faults; null where nobody does.</summary>
    public ILoggerProvider? Log { get; init; }

    public string SealsFolder => Path.Combine(Data, "seals");

    public string FilesFolder => Path.Combine(Data, "files");

    /// <summary>Where a file lies while it is received; on the same disk as the files.</summary>
    public string IncomingFolder => Path.Combine(FilesFolder, "incoming");

    /// <summary>How many PDFs are drawn at the same time; each takes some 350 MB of memory.</summary>
    public int PdfsAtOnce { get; init; } = 2;

    /// <summary>The folder of the PDF engine; null for the one that comes with the program.</summary>
    public string? Typst { get; init; }

    public string SqliteFile => Path.Combine(Data, "gci.db");

    /// <summary>The certificate for which the keys of cookies and forms are encrypted.</summary>
    public string KeysCertificateFile => Path.Combine(Data, "keys-certificate.pem");

    public string SealKeyFile => Path.Combine(Data, "seal-key.pem");

    /// <summary>There in the folder of a demonstration, whose data are invented and whose passwords are known to all.</summary>
    public string DemonstrationFile => Path.Combine(Data, "demonstration.txt");

    /// <summary>Whether every page says that what it shows is invented.</summary>
    public bool IsDemonstration { get; init; }
}
