using Gci.Editions.Drafting;

namespace Gci.Data.Drafts;

/// <summary>A file of a draft edition as somebody left it. Revisions are appended and never changed, so that every earlier text can be had back.</summary>
public sealed class DraftFile
{
    public required string Edition { get; init; }

    /// <summary>Where it belongs, such as <c>questionnaires/2028/legal.yaml</c>.</summary>
    public required string Name { get; init; }

    /// <summary>1, 2, 3, … of this file.</summary>
    public required int Revision { get; init; }

    /// <summary>The version of the draft that it came with; files of one step share it.</summary>
    public required int Version { get; init; }

    /// <summary>Null where the file was removed.</summary>
    public required string? Text { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was done, in one word, such as <c>reword</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The code or the file that it was done to.</summary>
    public required string Subject { get; init; }

    public const int LongestName = 120;

    public const int LongestText = 1 << 20;

    public const int LongestSubject = 200;

    /// <summary>Why a draft cannot hold a file; null where it can.</summary>
    public static Refusal? WhyNot(string edition, string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        return Refusal.Unless(name.Length <= LongestName && DraftEdition.IsFileOf(edition, name), "draft-file-name", ("name", name), ("edition", edition))
            ?? Refusal.If(text.Length > LongestText, "draft-file-large", ("name", name), ("maximum", LongestText >> 20))
            ?? Refusal.If(text.Contains('\0'), "draft-file-text", ("name", name));
    }
}
