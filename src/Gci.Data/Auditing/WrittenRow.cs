using Gci.Data.Responses;

namespace Gci.Data.Auditing;

/// <summary>A row as a link of the chain speaks of it.</summary>
/// <param name="Hash">What its link must hold.</param>
/// <param name="Former">What the link holds where it was written before files were part of it; the link itself cannot be brought back to that.</param>
internal sealed record WrittenRow(string Name, string Hash, string? Former = null)
{
    internal static WrittenRow Of(EvidenceItem item, StoredFile? file) => file is null
        ? new($"evidence {item.Id}", item.ContentHash(null))
        : new($"evidence {item.Id} or its file {file.Id}", item.ContentHash(file), item.ContentHash(null));

    internal bool Is(string content) => content == Hash || content == Former;
}
