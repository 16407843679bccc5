namespace Gci.Data.Responses;

/// <summary>What is known of an uploaded file; its bytes lie in the file store under its id.</summary>
public sealed class StoredFile
{
    public Guid Id { get; init; }

    public required Guid ResponseId { get; init; }

    /// <summary>The name that the file had on the uploader's machine, for display only.</summary>
    public required string Name { get; init; }

    /// <summary>The type found in its content, never the one that was declared.</summary>
    public required string ContentType { get; init; }

    public required long Length { get; init; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required ScanState Scan { get; set; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What the virus scanner said.</summary>
public enum ScanState
{
    /// <summary>No scanner is configured.</summary>
    NotScanned,
    Clean,

    /// <summary>Something was found: the file is kept for the record and given to nobody.</summary>
    Infected,

    /// <summary>A scanner is configured and did not answer: the file is given to nobody until it did.</summary>
    Waiting,
}
