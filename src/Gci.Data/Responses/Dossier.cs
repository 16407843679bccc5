using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Responses;

/// <summary>All that a response holds at one moment.</summary>
/// <param name="Answers">The revisions that count, one a question.</param>
/// <param name="Evidence">What was attached and not removed.</param>
/// <param name="Files">The files among it.</param>
/// <param name="Suggestions">Those that nobody decided on yet.</param>
public sealed record Dossier(
    IReadOnlyCollection<AnswerRevision> Answers,
    IReadOnlyCollection<EvidenceItem> Evidence,
    IReadOnlyCollection<StoredFile> Files,
    IReadOnlyCollection<Suggestion> Suggestions)
{
    /// <summary>One hash over all answers and evidence: who certifies names it, so that what is certified is what was shown.</summary>
    public string Content() => Response.ContentOf(Answers, Evidence, FileOf);

    public StoredFile? FileOf(EvidenceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Files.FirstOrDefault(file => file.Id == item.FileId);
    }

    /// <summary>All of it, for the rules and for nobody to read.</summary>
    public static Task<Dossier> LoadAsync(GciDb db, Guid response, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return LoadAsync(db, response, db.CurrentAnswers(response), db.Evidence.Where(item => item.ResponseId == response && item.RemovedAt == null), cancel);
    }

    /// <summary>What counts for a reader. What is shown of it goes through <paramref name="sight"/> once more, since what is asked depends on all answers.</summary>
    public static Task<Dossier> LoadAsync(GciDb db, AnswerSight sight, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sight);
        return LoadAsync(db, sight.Response, db.CurrentAnswers(sight), db.Present(sight), cancel);
    }

    private static async Task<Dossier> LoadAsync(GciDb db, Guid response, IQueryable<AnswerRevision> answers, IQueryable<EvidenceItem> present, CancellationToken cancel)
    {
        var evidence = await present.AsNoTracking().OrderBy(item => item.At).ThenBy(item => item.Id).ToListAsync(cancel);
        var files = evidence.Select(item => item.FileId).OfType<Guid>().ToArray();
        return new(
            await answers.AsNoTracking().ToListAsync(cancel),
            evidence,
            files.Length == 0 ? [] : await db.Files.AsNoTracking().Where(file => files.Contains(file.Id)).ToListAsync(cancel),
            await db.Suggestions.AsNoTracking().Where(suggestion => suggestion.ResponseId == response && suggestion.State == SuggestionState.Open).ToListAsync(cancel));
    }
}
