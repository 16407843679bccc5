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

    /// <summary>Why it cannot be attached to the question; null where it can.</summary>
    internal Refusal? WhyNot(Question question, IReadOnlyCollection<EvidenceItem> present, bool isFile)
    {
        var form = isFile ? EvidenceForm.File : EvidenceForm.Link;
        return question.Evidence is not { } policy ? new("evidence-not-asked", $"{question.Code} takes no evidence.")
            : !policy.Accept.Contains(form) ? new("evidence-form", $"{question.Code} takes no {(isFile ? "files" : "links")} as evidence.")
            : present.Count >= policy.Maximum ? new("evidence-full", $"{question.Code} takes at most {policy.Maximum} pieces of evidence; remove one first.")
            : !policy.Kinds.Contains(Kind) ? new("evidence-kind", $"Choose the kind of document; {question.Code} takes {string.Join(", ", policy.Kinds)}.")
            : string.IsNullOrWhiteSpace(Title) || Title.Length > LongestTitle ? new("evidence-title", $"Give the document a title of at most {LongestTitle} characters.")
            : Place?.Length > LongestTitle ? new("evidence-place", $"Say where in the document in at most {LongestTitle} characters.")
            : !isFile && !IsLink(Url) ? new("evidence-url", "Give a full address that begins with http:// or https://, without a user name in it.")
            : !isFile && present.Any(item => item.Url == Url) ? new("evidence-twice", "This link is already attached to the question.")
            : null;
    }

    /// <summary>Whether a text is an address that people may be sent to.</summary>
    public static bool IsLink(string? url) =>
        url is { Length: <= LongestUrl } && !url.Any(char.IsControl) && !url.Any(char.IsWhiteSpace)
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0 && address.Host.Contains('.', StringComparison.Ordinal);
}
