using System.Collections.Frozen;
using Gci.Editions.Translations;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Api;

/// <summary>
/// Every code that an error of the service can carry, with its HTTP status. Codes are stable for ever. What a code says is the interface text
/// <c>refusal.CODE</c>, its short title <c>problems.title.CODE</c>.
/// </summary>
internal static class ProblemCatalogue
{
    /// <summary>What a code that is not listed means; a test keeps the list whole.</summary>
    private const int Otherwise = StatusCodes.Status409Conflict;

    private static readonly FrozenDictionary<string, int> s_statuses = new (int Status, string[] Codes)[]
    {
        (400, [
            "bad-request", "anti-forgery", "idempotency-key", "if-match", "page-limit", "page-after", "language-unknown",
            "answer-and-not-applicable", "reason-missing", "reason-alone", "remark-length", "remark-control", "not-an-answer", "message-length", "message-audience",
            "evidence-not-asked", "evidence-no-links", "evidence-no-files", "evidence-kind", "evidence-title", "evidence-place", "evidence-url",
            "file-empty", "file-type", "file-password", "file-macros", "file-outside", "file-nested", "file-unpacked", "file-broken", "file-infected",
            "workbook-missing", "workbook-unreadable", "workbook-of-another-country", "workbook-of-another-response",
            "certify-name", "certify-office", "certify-unanswered", "certify-declaration",
            "token-name", "token-scopes", "token-days", "person-name", "person-email", "person-language", "person-rights",
            "account-name", "account-email", "account-role", "account-country",
            "run-dates-order", "run-return-days", "run-reminder-days", "run-note", "extension-past", "run-date", "spread-nothing", "return-nothing", "return-due", "verdict-without-answer", "verdict-proven", "verdict-note",
            "draft-id", "draft-title", "draft-from", "draft-reference-date", "draft-file-name", "draft-file-text", "draft-upload-missing", "draft-upload-name", "draft-step",
            "consultation-text", "consultation-proposal", "consultation-question", "consultation-answer", "class-lower",
        ]),
        (401, ["not-signed-in"]),
        (403, ["not-allowed", "scope-missing", "not-editor", "not-suggester", "not-focal-point", "not-focal-point-to-begin", "not-leader", "not-respondent", "invitation-not-for-account", "second-factor-missing",
            "run-not-yours", "draft-not-yours", "review-not-yours", "consultation-not-yours"]),
        (404, ["not-found", "invitation-unknown", "revision-unknown"]),
        (405, ["method-not-allowed"]),
        (409, [
            "changed-meanwhile", "changed-since-shown", "suggestion-decided", "evidence-full", "evidence-twice", "files-full", "not-complete", "token-too-many", "person-unsuitable",
            "invited-already", "invitations-full", "invitation-gone", "invitation-raced", "already-begun", "not-asked", "account-exists", "account-changed-meanwhile", "last-administrator",
            "not-yours-to-certify", "run-not-now", "run-archived", "run-needs-two", "run-needs-one", "run-nothing-proposed", "run-second-person", "run-changed-since", "run-exists", "freeze-nothing", "snapshot-damaged", "snapshot-definition",
            "extension-not-now", "reviewer-unsuitable", "reviewer-twice", "review-not-now", "review-not-settled", "verdict-changed", "return-no-proposal", "return-nothing-open",
            "return-decided", "return-undecided", "research-not-now", "consultation-withdrawn", "consultation-closed", "consultation-resolved",
            "run-due-past", "run-nobody-to-remind", "run-changed-meanwhile", "answering-not-open", "not-run",
            "edition-drafted", "draft-exists", "draft-on-disk", "draft-run-begun", "draft-given-up", "draft-consulted-on", "draft-problems", "draft-question-changed", "draft-file-changed", "draft-busy",
        ]),
        (410, ["copy-deleted", "invitation-used", "invitation-withdrawn", "invitation-expired"]),
        (413, ["too-large", "file-large", "draft-file-large", "workbook-too-large"]),
        (415, ["unsupported-media-type"]),
        (422, ["key-reused"]),
        (423, ["already-submitted", "answering-ended", "only-returned", "review-closed", "copy-closed", "file-waiting", "file-withheld"]),
        (429, ["too-many-requests"]),
        (500, ["failed"]),
        (503, ["pdf-unavailable"]),
    }.SelectMany(line => line.Codes.Select(code => (code, line.Status))).ToFrozenDictionary(pair => pair.code, pair => pair.Status);

    internal static IEnumerable<string> Codes => s_statuses.Keys.Order(StringComparer.Ordinal);

    internal static bool Has(string code) => s_statuses.ContainsKey(code);

    internal static int StatusOf(string code) => s_statuses.GetValueOrDefault(code, Otherwise);

    internal static ProblemEntry Entry(string code, InterfaceTexts texts) => new(
        code, StatusOf(code), texts[$"problems.title.{code}"], texts[SentenceKey(code, texts)], $"/problems/{code}");

    /// <summary>Where a sentence has plural forms, the general one.</summary>
    internal static string SentenceKey(string code, InterfaceTexts texts) => texts.Has($"refusal.{code}") ? $"refusal.{code}" : $"refusal.{code}.other";
}
