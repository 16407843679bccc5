using System.Globalization;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Auditing;

/// <summary>What stands in the database of one response, to be held against its chain: the chain proves the rows, not only itself.</summary>
internal sealed class WrittenContent
{
    // By link for answers, by id for the rest; taken out when its link was seen.
    private readonly Dictionary<string, WrittenRow> _rows;
    private readonly Dictionary<string, SuggestionState> _decisions;
    private readonly HashSet<string> _removed;
    private readonly Dictionary<string, string> _settled;
    private readonly Response _response;
    private readonly List<AnswerRevision> _answers;
    private readonly List<EvidenceItem> _evidence;
    private readonly Dictionary<Guid, StoredFile> _files;
    private bool _isSubmitted;
    private ResponseState _state;

    private WrittenContent(
        Dictionary<string, WrittenRow> rows, Dictionary<string, SuggestionState> decisions, HashSet<string> removed, Dictionary<string, string> settled, Response response,
        List<AnswerRevision> answers, List<EvidenceItem> evidence, Dictionary<Guid, StoredFile> files) =>
        (_rows, _decisions, _removed, _settled, _response, _answers, _evidence, _files) = (rows, decisions, removed, settled, response, answers, evidence, files);

    internal static async Task<WrittenContent> LoadAsync(GciDb db, Response of, CancellationToken cancel)
    {
        var response = of.Id;
        var answers = await db.Answers.AsNoTracking().Where(row => row.ResponseId == response).ToListAsync(cancel);
        var suggestions = await db.Suggestions.AsNoTracking().Where(row => row.ResponseId == response).ToListAsync(cancel);
        var evidence = await db.Evidence.AsNoTracking().Where(row => row.ResponseId == response).ToListAsync(cancel);
        var messages = await db.Messages.AsNoTracking().Where(row => row.ResponseId == response).ToListAsync(cancel);
        var assignments = await db.Assignments.AsNoTracking().Where(row => row.ResponseId == response).ToListAsync(cancel);
        var verdicts = await db.Verdicts.AsNoTracking().Where(row => row.ResponseId == response).ToListAsync(cancel);
        var judged = await db.EvidenceVerdicts.AsNoTracking().Where(row => row.ResponseId == response).ToListAsync(cancel);
        var returned = await db.Returned.AsNoTracking().Where(row => row.ResponseId == response).ToListAsync(cancel);
        var files = await db.Files.AsNoTracking().Where(row => row.ResponseId == response).ToDictionaryAsync(row => row.Id, cancel);
        var attached = evidence.Select(row => row.FileId).ToHashSet();
        var rows = answers.Select(row => (Key: Link(row.AuditSequence), Row: new WrittenRow($"revision {row.Revision} of {row.Question}", row.ContentHash())))
            .Concat(suggestions.Select(row => (Key: row.Id.ToString(), Row: new WrittenRow($"suggestion {row.Id}", row.ContentHash()))))
            .Concat(evidence.Select(row => (Key: row.Id.ToString(), Row: WrittenRow.Of(row, FileOf(files, row)))))
            .Concat(files.Keys.Where(id => !attached.Contains(id)).Select(id => (Key: id.ToString(), Row: new WrittenRow($"file {id}", ""))))
            .Concat(messages.Select(row => (Key: row.Id.ToString(), Row: new WrittenRow($"message {row.Id}", row.ContentHash()))))
            .Concat(assignments.Select(row => (Key: row.Id.ToString(), Row: new WrittenRow($"assignment {row.Id}", row.ContentHash()))))
            .Concat(verdicts.Select(row => (Key: Link(row.AuditSequence), Row: new WrittenRow($"verdict {row.Revision} on {row.Question}", row.ContentHash()))))
            .Concat(judged.Select(row => (Key: Link(row.AuditSequence), Row: new WrittenRow($"verdict {row.Revision} on evidence {row.EvidenceId}", row.ContentHash()))))
            .Concat(returned.Select(row => (Key: row.Id.ToString(), Row: new WrittenRow($"returned question {row.Id}", row.ContentHash()))));
        return new(
            rows.GroupBy(row => row.Key).ToDictionary(group => group.Key, group => group.Count() == 1 ? group.First().Row : group.Last().Row with { Hash = "twice" }),
            suggestions.Where(row => row.State != SuggestionState.Open).ToDictionary(row => row.Id.ToString(), row => row.State),
            [.. evidence.Where(row => row.RemovedAt is not null).Select(row => row.Id.ToString()), .. assignments.Where(row => row.EndedAt is not null).Select(row => row.Id.ToString())],
            returned.Where(row => row.Outcome != ReturnOutcome.Open).ToDictionary(row => row.Id.ToString(), row => row.DecisionHash()),
            of, answers, evidence, files);
    }

    /// <summary>What does not agree with a link; null where all does.</summary>
    internal string? Mistake(AuditEntry entry)
    {
        _state = ResponseStates.After(entry.Action, _state);
        return Of(entry);
    }

    private string? Of(AuditEntry entry) => entry.Action switch
    {
        ReviewActions.Opened => entry.Content == _response.OpenedContent() ? null : "the response is said to be of another country, edition or kind",
        _ when _response.IsErased => null, // what its links recorded is gone, and anything that is still there is found as unrecorded
        "answer.saved" or "answer.prefilled" => Compare(Link(entry.Sequence), entry),
        "suggestion.made" or "evidence.added" or "message.written" => Compare(entry.Subject, entry),
        "evidence.removed" => _removed.Remove(entry.Subject) ? null : $"evidence {entry.Subject} was removed and is there again",
        ReviewActions.Judged or ReviewActions.EvidenceJudged => Compare(Link(entry.Sequence), entry),
        ReviewActions.Assigned or ReviewActions.Questioned => Compare(entry.Subject, entry),
        ReviewActions.Unassigned => _removed.Remove(entry.Subject) ? null : $"the end of assignment {entry.Subject} is missing",
        ReviewActions.ReturnSettled => _settled.Remove(entry.Subject, out var hash) && hash == entry.Content ? null : $"what became of returned question {entry.Subject} was changed",
        "suggestion.accepted" or "suggestion.declined" or "suggestion.withdrawn" => Decided(entry),
        Response.Submission => Certified(entry),
        _ => null,
    };

    /// <summary>Something that no link speaks of; null where there is none.</summary>
    internal string? Unrecorded() =>
        _rows.Values.Select(row => row.Name).FirstOrDefault()
        ?? _decisions.Keys.Select(id => $"a decision on suggestion {id}").FirstOrDefault()
        ?? _removed.Select(id => $"the removal of {id}").FirstOrDefault()
        ?? _settled.Keys.Select(id => $"what became of returned question {id}").FirstOrDefault()
        ?? (_isSubmitted || _response is { SubmittedAt: null, SubmittedBy: null, CertifiedHash: null } ? null : "a submission")
        ?? (Begun(_state) == Begun(_response.State) ? null : $"the state {_response.State}");

    // What is taken over from an earlier edition begins nothing.
    private static ResponseState Begun(ResponseState state) => state == ResponseState.NotStarted ? ResponseState.InProgress : state;

    private string? Compare(string key, AuditEntry entry) =>
        !_rows.Remove(key, out var row) ? "what it recorded is missing"
        : !row.Is(entry.Content) ? $"{row.Name} was changed after it was recorded"
        : null;

    private string? Certified(AuditEntry entry)
    {
        _isSubmitted = true;
        return _response.SubmittedAt != entry.At || _response.SubmittedBy != entry.Actor
            || _response.CertifiedContent() != entry.Content ? "the certificate was changed after it was recorded"
            : _response.CertifiedHash != ContentBefore(entry, item => FileOf(_files, item)) && _response.CertifiedHash != ContentBefore(entry, _ => null) ? "the answers are not those that were certified"
            : null;
    }

    // Links are looked at in their order: what was added before has left the rows, and what is removed later still stands among the removed.
    private string ContentBefore(AuditEntry entry, Func<EvidenceItem, StoredFile?> fileOf) => Response.ContentOf(
        _answers.Where(row => row.AuditSequence < entry.Sequence).GroupBy(row => row.Question).Select(revisions => revisions.MaxBy(row => row.Revision)!),
        _evidence.Where(row => !_rows.ContainsKey(row.Id.ToString()) && (row.RemovedAt is null || _removed.Contains(row.Id.ToString()))),
        fileOf);

    private string? Decided(AuditEntry entry) =>
        _decisions.Remove(entry.Subject, out var state) && CanonicalHash.Of("suggestion", entry.Subject, state.ToString()) == entry.Content
            ? null
            : $"the decision on suggestion {entry.Subject} was changed";

    private static StoredFile? FileOf(Dictionary<Guid, StoredFile> files, EvidenceItem item) => item.FileId is { } id ? files.GetValueOrDefault(id) : null;

    private static string Link(int sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
