using Gci.Data.Accounts;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>
    /// Appends a revision of an answer, unless somebody changed it since <paramref name="baseRevision"/>. The draft was checked against
    /// its question before. The same content again needs no new revision, except to confirm what was pre-filled.
    /// </summary>
    /// <param name="current">The answer's last revision; null where it was never answered.</param>
    /// <param name="sameKey">The revision that was recorded under the same key, if any: the first result is given again.</param>
    public SaveOutcome Record(
        Actor actor, string question, AnswerDraft draft, int baseRevision, string key, AnswerRevision? current, AnswerRevision? sameKey, DateTimeOffset now,
        Provenance source = Provenance.Country, string? why = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        if (sameKey is not null)
        {
            return sameKey.Question == question
                ? new SaveOutcome.Saved(sameKey)
                : new SaveOutcome.Refused(new("key-reused"));
        }

        if (WhyClosed(question) is { } closed)
        {
            return new SaveOutcome.Refused(closed);
        }

        // What reviewers write in the country's place is marked as theirs, however it comes in.
        source = State == ResponseState.DeskResearch ? Provenance.DeskResearch : source;
        var same = draft == (current?.AsDraft() ?? AnswerDraft.Empty);
        if (same && (current is null || current.Source == source || !current.NeedsConfirmation))
        {
            return current is null ? new SaveOutcome.Saved(Nothing(question, actor, key, now)) : new SaveOutcome.Saved(current);
        }

        return baseRevision != (current?.Revision ?? 0)
            ? new SaveOutcome.Conflict(current)
            : new SaveOutcome.Saved(Appended(actor, question, draft, key, current, now, source, why));
    }

    /// <summary>The links that were appended since the response was loaded; they are saved with it.</summary>
    internal List<object> Added { get; } = [];

    private AnswerRevision Appended(
        Actor actor, string question, AnswerDraft draft, string key, AnswerRevision? current, DateTimeOffset now, Provenance source, string? why)
    {
        var revision = new AnswerRevision
        {
            ResponseId = Id,
            Question = question,
            Revision = (current?.Revision ?? 0) + 1,
            Value = draft.Value,
            IsNotApplicable = draft.IsNotApplicable,
            Reason = draft.Reason,
            Comment = draft.Comment,
            Source = source,
            Why = why,
            By = actor.Id,
            At = now,
            Key = key,
            AuditSequence = ChainLength + 1,
        };
        Added.Add(Append(actor, source == Provenance.PrefilledUnconfirmed ? "answer.prefilled" : "answer.saved", question, revision.ContentHash(), now));
        Added.Add(revision);
        return revision;
    }

    // Clearing what was never answered changes nothing.
    private AnswerRevision Nothing(string question, Actor actor, string key, DateTimeOffset now) => new()
    {
        ResponseId = Id,
        Question = question,
        Revision = 0,
        Source = Provenance.Country,
        By = actor.Id,
        At = now,
        Key = key,
        AuditSequence = ChainLength,
    };
}
