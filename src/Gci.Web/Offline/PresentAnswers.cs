using Gci.Data;
using Gci.Data.Responses;
using Gci.Reports.Questionnaires;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Offline;

/// <summary>Who changed an answer or its evidence last.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="At">When it was changed.</param>
public sealed record LastChange(string Name, DateTimeOffset At);

/// <summary>The answers and evidence of a response at one moment, and who changed each of them last.</summary>
public sealed class PresentAnswers
{
    private readonly Dossier _dossier;
    private readonly Dictionary<string, AnswerRevision> _answers;
    private readonly Dictionary<string, LastChange> _lastChanges;

    private PresentAnswers(Dossier dossier, Dictionary<string, LastChange> lastChanges) =>
        (_dossier, _answers, _lastChanges) = (dossier, dossier.Answers.ToDictionary(answer => answer.Question, StringComparer.Ordinal), lastChanges);

    public static async Task<PresentAnswers> LoadAsync(GciDb db, OpenedResponse opened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(opened);
        var (response, dossier) = (opened.Response.Id, await Dossier.LoadAsync(db, opened.Sight, cancel));
        var removed = await db.Evidence.AsNoTracking().Where(item => item.ResponseId == response && item.RemovedAt != null).ToListAsync(cancel);
        var last = dossier.Answers.Select(answer => (answer.Question, answer.By, answer.At))
            .Concat(dossier.Evidence.Select(item => (item.Question, item.By, item.At)))
            .Concat(removed.Select(item => (item.Question, By: item.RemovedBy ?? item.By, At: item.RemovedAt ?? item.At)))
            .GroupBy(change => change.Question, StringComparer.Ordinal).Select(changes => changes.MaxBy(change => change.At)).ToArray();
        var people = last.Select(change => change.By).Distinct().ToArray();
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, cancel);
        return new(dossier, last.ToDictionary(change => change.Question, change => new LastChange(names.GetValueOrDefault(change.By, ""), change.At), StringComparer.Ordinal));
    }

    /// <summary>Null where the question was never answered.</summary>
    public AnswerRevision? Answer(string question) => _answers.GetValueOrDefault(question);

    /// <summary>What was attached to the question and not removed, oldest first.</summary>
    public IReadOnlyList<EvidenceItem> Evidence(string question) => [.. _dossier.Evidence.Where(item => item.Question == question)];

    /// <summary>Null where neither the answer nor its evidence was ever touched.</summary>
    public LastChange? LastChange(string question) => _lastChanges.GetValueOrDefault(question);

    /// <summary>A copy in a language with the answers that the person may see.</summary>
    public QuestionnaireCopy CopyFor(OpenedResponse opened, EditionShelf shelf, string language) => opened.CopyOf(shelf, _dossier, language);
}
