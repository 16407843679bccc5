using Gci.Editions.Questionnaires;

namespace Gci.Data.Responses;

/// <summary>What somebody wants to attach to a question.</summary>
/// <param name="Kind">A code of the questionnaire's kinds of document.</param>
/// <param name="Place">Where in the document, such as "article 12".</param>
/// <param name="Url">The address of a link; null for a file.</param>
public sealed record EvidenceDraft(string Kind, string Title, string? Place, string? Url)
{
    public const int LongestTitle = 300;
    public const int LongestUrl = 2000;

    /// <summary>Why no file can be attached to the question under this draft, as long as there is room; null where one can.</summary>
    public Refusal? WhyNoFile(Question question) => WhyNot(question, [], isFile: true);

    /// <summary>Why it cannot be attached to the question; null where it can.</summary>
    internal Refusal? WhyNot(Question question, IReadOnlyCollection<EvidenceItem> present, bool isFile)
    {
        var form = isFile ? EvidenceForm.File : EvidenceForm.Link;
        return question.Evidence is not { } policy ? new("evidence-not-asked", ("question", question.Code))
            : !policy.Accept.Contains(form) ? new(isFile ? "evidence-no-files" : "evidence-no-links", ("question", question.Code))
            : present.Count >= policy.Maximum ? new("evidence-full", ("question", question.Code), ("maximum", policy.Maximum))
            : !policy.Kinds.Contains(Kind) ? new("evidence-kind", ("question", question.Code))
            : string.IsNullOrWhiteSpace(Title) || Title.Length > LongestTitle ? new("evidence-title", ("maximum", LongestTitle))
            : Place?.Length > LongestTitle ? new("evidence-place", ("maximum", LongestTitle))
            : !isFile && !IsLink(Url) ? new("evidence-url")
            : !isFile && present.Any(item => item.Url == Url) ? new("evidence-twice")
            : null;
    }

    /// <summary>Whether a text is an address that people may be sent to.</summary>
    public static bool IsLink(string? url) =>
        url is { Length: <= LongestUrl } && !url.Any(char.IsControl) && !url.Any(char.IsWhiteSpace)
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0 && address.Host.Contains('.', StringComparison.Ordinal);
}
