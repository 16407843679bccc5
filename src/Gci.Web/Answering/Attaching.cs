using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Answering;

/// <summary>Evidence is attached and removed here, whether a page or a program asks for it.</summary>
public static class Attaching
{
    /// <summary>The attached piece. What the same person has just attached in the same words is not attached twice, so that a form may be sent again.</summary>
    public static async Task<Outcome<EvidenceItem>?> AttachAsync(
        this GciDb db, OpenedResponse opened, Question question, EvidenceDraft draft, StoredFile? file, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(draft);
        var id = opened.Response.Id;
        return await db.ResponseAsync(
            id,
            async (response, stop) =>
            {
                var present = await db.Present(id).Where(item => item.Question == question.Code).AsNoTracking().ToListAsync(stop);
                if (await AgainAsync(db, present, opened.Actor.Id, draft, file, stop) is { } again)
                {
                    return Outcome<EvidenceItem>.Done(again);
                }

                return response.Attach(opened.Actor, question, draft, present, file, Moment.Now(clock)) is { } refusal
                    ? Outcome<EvidenceItem>.Not(refusal)
                    : Outcome<EvidenceItem>.Done(response.LastAttached());
            },
            cancel);
    }

    /// <summary>Takes a piece away; one that was removed before stays so. Null where the response has no such piece.</summary>
    public static async Task<Outcome<EvidenceItem>?> RemoveAsync(this GciDb db, OpenedResponse opened, Guid evidence, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var id = opened.Response.Id;
        return await db.ResponseAsync(
            id,
            async (response, stop) =>
            {
                var item = await db.Evidence.FirstAsync(item => item.Id == evidence && item.ResponseId == id, stop);
                return response.Remove(opened.Actor, item, Moment.Now(clock)) is { } refusal ? Outcome<EvidenceItem>.Not(refusal) : Outcome<EvidenceItem>.Done(item);
            },
            cancel);
    }

    /// <summary>The evidence of a response that was not removed.</summary>
    public static IQueryable<EvidenceItem> Present(this GciDb db, Guid response)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Evidence.Where(item => item.ResponseId == response && item.RemovedAt == null);
    }

    private static async Task<EvidenceItem?> AgainAsync(
        GciDb db, IReadOnlyCollection<EvidenceItem> present, Guid by, EvidenceDraft draft, StoredFile? file, CancellationToken cancel)
    {
        var same = present.Where(item => item.By == by && item.Kind == draft.Kind && item.Title == draft.Title && item.Place == draft.Place).ToArray();
        if (file is null)
        {
            return same.FirstOrDefault(item => item.Url is not null && item.Url == draft.Url);
        }

        var files = same.Select(item => item.FileId).ToArray();
        var twin = await db.Files.AsNoTracking().FirstOrDefaultAsync(stored => files.Contains(stored.Id) && stored.Sha256 == file.Sha256, cancel);
        return twin is null ? null : same.First(item => item.FileId == twin.Id);
    }
}
