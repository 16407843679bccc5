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

    /// <summary>The largest file that is taken, in bytes.</summary>
    public long LargestFile { get; init; } = 20_000_000;

    /// <summary>How many bytes of files one response may hold.</summary>
    public long LargestTotal { get; init; } = 1_000_000_000;

    public string FilesFolder => Path.Combine(Data, "files");

    /// <summary>Where a file lies while it is received; on the same disk as the files.</summary>
    public string IncomingFolder => Path.Combine(FilesFolder, "incoming");

    /// <summary>How many requests a minute a program may make with one token; as many may come at once.</summary>
    public int ApiRequests { get; init; } = 1200;

    public string SqliteFile => Path.Combine(Data, "gci.db");

    public string SealKeyFile => Path.Combine(Data, "seal-key.pem");
}
