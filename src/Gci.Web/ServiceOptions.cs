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

    /// <summary>How many PDFs are drawn at the same time; each takes some 350 MB of memory.</summary>
    public int PdfsAtOnce { get; init; } = 2;

    /// <summary>The folder of the PDF engine; null for the one that comes with the program.</summary>
    public string? Typst { get; init; }

    public string SqliteFile => Path.Combine(Data, "gci.db");

    public string SealKeyFile => Path.Combine(Data, "seal-key.pem");
}
