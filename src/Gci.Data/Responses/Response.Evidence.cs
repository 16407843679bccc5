using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Editions.Questionnaires;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>Adds a link or a stored file to a question, within its evidence policy.</summary>
    /// <param name="present">The question's evidence that was not removed.</param>
    public Refusal? Attach(Actor actor, Question question, EvidenceDraft draft, IReadOnlyCollection<EvidenceItem> present, StoredFile? file, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(present);
        if ((WhyClosed(question.Code) ?? draft.WhyNot(question, present, file is not null)) is { } refusal)
        {
            return refusal;
        }

        var item = new EvidenceItem
        {
            Id = Guid.CreateVersion7(now),
            ResponseId = Id,
            Question = question.Code,
            Form = file is null ? EvidenceForm.Link : EvidenceForm.File,
            Kind = draft.Kind,
            Title = draft.Title,
            Place = draft.Place,
            Url = file is null ? draft.Url : null,
            FileId = file?.Id,
            By = actor.Id,
            At = now,
        };
        if (file is not null)
        {
            Added.Add(file);
        }

        Added.Add(Append(actor, AuditActions.EvidenceAdded, item.Id.ToString(), item.ContentHash(file), now));
        Added.Add(item);
        return null;
    }

    /// <summary>The piece that was attached last since the response was loaded.</summary>
    public EvidenceItem LastAttached() => Added.OfType<EvidenceItem>().Last();

    /// <summary>Takes a piece of evidence away from its question; it stays in the record.</summary>
    public Refusal? Remove(Actor actor, EvidenceItem item, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(item);
        if (WhyClosed(item.Question) is { } closed)
        {
            return closed;
        }

        if (item.RemovedAt is null)
        {
            (item.RemovedBy, item.RemovedAt) = (actor.Id, now);
            Added.Add(Append(actor, "evidence.removed", item.Id.ToString(), CanonicalHash.Of("evidence", item.Id.ToString(), "removed"), now));
        }

        return null;
    }
}
