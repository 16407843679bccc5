using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Web.Answering;
using Gci.Web.Messages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.History;

/// <summary>An answer as it stood at one time.</summary>
/// <param name="Notes">Where it comes from.</param>
/// <param name="Hash">The hash of its link in the audit chain.</param>
public sealed record RevisionRow(AnswerRevision Answer, string Words, string By, IReadOnlyList<string> Notes, string Hash);

/// <summary>Everything about the answer to one question: its revisions, newest first, its evidence and what was suggested.</summary>
/// <param name="Current">The revision that counts; null where it was never answered.</param>
public sealed record QuestionStory(
    Question Question, AnswerRevision? Current, IReadOnlyList<RevisionRow> Revisions, IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<(Suggestion Suggestion, string Words)> Suggestions,
    IReadOnlyDictionary<Guid, string> Files, Authors Authors)
{
    public const int PageSize = 20;

    /// <summary>Null where the person does not read the question's answer. The secretariat reads what was submitted, without the drafts before.</summary>
    /// <param name="before">Only revisions before this one.</param>
    public static async Task<QuestionStory?> LoadAsync(GciDb db, OpenedResponse opened, string code, int before, int size, InterfaceTexts texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        if (opened.Edition.QuestionOf(code) is not { } question || opened.RightOf(QuestionPage.Holding(opened.Edition.Questionnaire!, code)) < Right.View || !opened.Sight.Reads(code))
        {
            return null;
        }

        var (id, isStaff) = (opened.Response.Id, opened.Actor.Role.IsSecretariat());
        var revisions = isStaff
            ? db.CurrentAnswers(opened.Sight).AsNoTracking().Where(answer => answer.Question == code)
            : db.Answers.AsNoTracking().Where(answer => answer.ResponseId == id && answer.Question == code);
        var shown = await revisions.Where(answer => answer.Revision < before).OrderByDescending(answer => answer.Revision).Take(size).ToListAsync(cancel);
        var current = await db.CurrentAnswers(opened.Sight).AsNoTracking().FirstOrDefaultAsync(answer => answer.Question == code, cancel);
        var attached = isStaff ? db.Present(opened.Sight) : db.Evidence.Where(item => item.ResponseId == id);
        var evidence = await attached.AsNoTracking().Where(item => item.Question == code).OrderBy(item => item.At).ToListAsync(cancel);
        var suggestions = isStaff ? [] : await db.Suggestions.AsNoTracking().Where(row => row.ResponseId == id && row.Question == code).OrderByDescending(row => row.At).ToListAsync(cancel);
        var authors = await Authors.LoadAsync(db, People(shown, evidence, suggestions), opened.Actor, texts, cancel);
        var (words, links) = (new AnswerWords(opened.Edition, texts), shown.Select(answer => answer.AuditSequence).ToArray());
        var hashes = await db.Audit.AsNoTracking().Where(entry => entry.ResponseId == id && links.Contains(entry.Sequence)).ToDictionaryAsync(entry => entry.Sequence, entry => entry.Hash, cancel);
        return new(
            question, current,
            [
                .. shown.Select(answer => new RevisionRow(
                    answer, words.Of(question, answer.AsDraft()), authors.Of(answer.By),
                    [.. HistoryRow.Origin(answer, suggestions.FirstOrDefault(row => row.Id == Matters.SuggestionOf(answer.Key)), authors, texts, !isStaff)],
                    hashes.GetValueOrDefault(answer.AuditSequence, ""))),
            ],
            evidence, [.. suggestions.Select(row => (row, words.Of(question, row.AsDraft())))], await FilesAsync(db, evidence, cancel), authors);
    }

    private static IEnumerable<Guid> People(IEnumerable<AnswerRevision> answers, IEnumerable<EvidenceItem> evidence, IEnumerable<Suggestion> suggestions) =>
        answers.Select(answer => answer.By).Concat(evidence.SelectMany(item => new[] { item.By, item.RemovedBy ?? item.By }))
            .Concat(suggestions.SelectMany(row => new[] { row.By, row.DecidedBy ?? row.By }));

    private static async Task<IReadOnlyDictionary<Guid, string>> FilesAsync(GciDb db, IEnumerable<EvidenceItem> evidence, CancellationToken cancel)
    {
        var ids = evidence.Select(item => item.FileId).OfType<Guid>().ToArray();
        return ids.Length == 0 ? new Dictionary<Guid, string>() : await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, file => file.Name, cancel);
    }
}
