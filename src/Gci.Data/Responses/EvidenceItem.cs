using Gci.Data.Auditing;
using Gci.Editions.Questionnaires;

namespace Gci.Data.Responses;

/// <summary>A link or a file that proves an answer. A removed one stays in the record.</summary>
public sealed class EvidenceItem
{
    public Guid Id { get; init; }

    public required Guid ResponseId { get; init; }

    public required string Question { get; init; }

    public required EvidenceForm Form { get; init; }

    /// <summary>A code of the questionnaire's kinds of document.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Where in the document, such as "article 12".</summary>
    public string? Place { get; init; }

    /// <summary>An address beginning with http or https; null for a file.</summary>
    public string? Url { get; init; }

    /// <summary>Null for a link.</summary>
    public Guid? FileId { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? RemovedBy { get; set; }

    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>When the link was last tried; null for never.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>What came back: an HTTP status, or a word such as <c>unreachable</c> or <c>refused</c>.</summary>
    public string? CheckResult { get; set; }

    public DateTimeOffset? LastSeenAt { get; set; }

    /// <summary>SHA-256 of the content last seen.</summary>
    public string? Sha256 { get; set; }

    /// <summary>What the chain keeps of it, and of its file the bytes as well: whoever changes either is found out.</summary>
    /// <param name="file">The file that it is; null for a link.</param>
    internal string ContentHash(StoredFile? file)
    {
        var own = (ReadOnlySpan<string?>)["evidence", Id.ToString(), Question, Form.ToString(), Kind, Title, Place, Url, FileId?.ToString()];
        return CanonicalHash.Of(file is null ? own : [.. own, file.Name, file.ContentType, CanonicalHash.Number(file.Length), file.Sha256]);
    }
}
