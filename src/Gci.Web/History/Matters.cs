using System.Globalization;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.History;

/// <summary>What some links of a chain are about: loaded for a batch of links at once.</summary>
internal sealed class Matters
{
    private Dictionary<int, AnswerRevision> _answers = [];
    private Dictionary<(string, int), AnswerRevision> _before = [];
    private Dictionary<Guid, Suggestion> _suggestions = [];
    private Dictionary<Guid, EvidenceItem> _evidence = [];
    private Dictionary<Guid, Message> _messages = [];
    private Dictionary<Guid, Invitation> _invitations = [];

    internal static async Task<Matters> LoadAsync(GciDb db, Guid response, IReadOnlyList<AuditEntry> entries, CancellationToken cancel)
    {
        var matters = new Matters();
        var links = Of(entries, "answer.").Select(entry => entry.Sequence).ToArray();
        if (links.Length > 0)
        {
            matters._answers = await db.Answers.AsNoTracking().Where(answer => answer.ResponseId == response && links.Contains(answer.AuditSequence))
                .ToDictionaryAsync(answer => answer.AuditSequence, cancel);
            var (questions, revisions) = (matters._answers.Values.Select(answer => answer.Question).Distinct().ToArray(), matters._answers.Values.Select(answer => answer.Revision - 1).Distinct().ToArray());
            matters._before = await db.Answers.AsNoTracking().Where(answer => answer.ResponseId == response && questions.Contains(answer.Question) && revisions.Contains(answer.Revision))
                .ToDictionaryAsync(answer => (answer.Question, answer.Revision), cancel);
        }

        var suggested = Ids(entries, "suggestion.").Concat(matters._answers.Values.Select(answer => SuggestionOf(answer.Key)).OfType<Guid>()).ToArray();
        var (proofs, messages, people) = (Ids(entries, "evidence."), Ids(entries, "message."), Ids(entries, "people."));
        matters._suggestions = suggested.Length == 0 ? [] : await db.Suggestions.AsNoTracking().Where(row => suggested.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        matters._evidence = proofs.Length == 0 ? [] : await db.Evidence.AsNoTracking().Where(row => proofs.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        matters._messages = messages.Length == 0 ? [] : await db.Messages.AsNoTracking().Where(row => messages.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        matters._invitations = people.Length == 0 ? [] : await db.Invitations.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return matters;
    }

    internal AnswerRevision? Answer(AuditEntry entry) => _answers.GetValueOrDefault(entry.Sequence);

    internal AnswerRevision? Before(AnswerRevision answer) => _before.GetValueOrDefault((answer.Question, answer.Revision - 1));

    internal Suggestion? Suggestion(AuditEntry entry) => Find(_suggestions, entry.Subject);

    /// <summary>The suggestion that an answer was made from.</summary>
    internal Suggestion? SuggestionBehind(AnswerRevision answer) => SuggestionOf(answer.Key) is { } id ? _suggestions.GetValueOrDefault(id) : null;

    internal EvidenceItem? Evidence(AuditEntry entry) => Find(_evidence, entry.Subject);

    internal Message? Message(AuditEntry entry) => Find(_messages, entry.Subject);

    internal Invitation? Invitation(AuditEntry entry) => Find(_invitations, entry.Subject);

    /// <summary>The code of the question that a link is about; null for the whole response.</summary>
    internal string? Question(AuditEntry entry, OpenedResponse opened) =>
        Suggestion(entry)?.Question ?? Evidence(entry)?.Question ?? Message(entry)?.Question ?? (opened.Edition.QuestionOf(entry.Subject) is null ? null : entry.Subject);

    /// <summary>All people who are named by the links.</summary>
    internal IEnumerable<Guid> People(IEnumerable<AuditEntry> entries) => entries.Select(entry => entry.Actor).Concat(_suggestions.Values.Select(row => row.By))
        .Concat(entries.Where(entry => entry.Action.StartsWith("people.", StringComparison.Ordinal)).Select(entry => Guid.TryParse(entry.Subject, out var id) ? id : Guid.Empty));

    internal static Guid? SuggestionOf(string key) =>
        key.StartsWith("suggestion-", StringComparison.Ordinal) && Guid.TryParse(key.AsSpan("suggestion-".Length), CultureInfo.InvariantCulture, out var id) ? id : null;

    private static IEnumerable<AuditEntry> Of(IEnumerable<AuditEntry> entries, string kind) => entries.Where(entry => entry.Action.StartsWith(kind, StringComparison.Ordinal));

    private static Guid[] Ids(IEnumerable<AuditEntry> entries, string kind) =>
        [.. Of(entries, kind).Select(entry => Guid.TryParse(entry.Subject, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    private static T? Find<T>(Dictionary<Guid, T> rows, string subject)
        where T : class => Guid.TryParse(subject, out var id) ? rows.GetValueOrDefault(id) : null;
}
