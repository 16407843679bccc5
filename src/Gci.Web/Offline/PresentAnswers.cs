using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Offline;

/// <summary>Who changed an answer or its evidence last.</summary>
public sealed record LastChange(string Name, DateTimeOffset At);

/// <summary>The answers and evidence of a response at one moment.</summary>
public sealed class PresentAnswers
{
    private readonly ImmutableDictionary<string, AnswerRevision> _answers;
    private readonly ILookup<string, EvidenceItem> _evidence;
    private readonly IReadOnlyDictionary<Guid, string> _names;

    private PresentAnswers(IEnumerable<AnswerRevision> answers, IEnumerable<EvidenceItem> evidence, IReadOnlyDictionary<Guid, string> names) =>
        (_answers, _evidence, _names) = (answers.ToImmutableDictionary(answer => answer.Question), evidence.ToLookup(item => item.Question), names);

    public static async Task<PresentAnswers> LoadAsync(GciDb db, Guid response, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var answers = await db.CurrentAnswers(response).AsNoTracking().ToListAsync(cancel);
        var evidence = await db.Evidence.AsNoTracking().Where(item => item.ResponseId == response).OrderBy(item => item.At).ThenBy(item => item.Id).ToListAsync(cancel);
        var people = answers.Select(answer => answer.By).Concat(evidence.Select(item => item.RemovedBy ?? item.By)).Distinct().ToArray();
        return new(answers, evidence, await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, cancel));
    }

    public IEnumerable<AnswerRevision> Answers => _answers.Values;

    /// <summary>Null where the question was never answered.</summary>
    public AnswerRevision? Answer(string question) => _answers.GetValueOrDefault(question);

    /// <summary>What was attached to the question and not removed, oldest first.</summary>
    public IReadOnlyList<EvidenceItem> Evidence(string question) => [.. _evidence[question].Where(item => item.RemovedAt is null)];

    /// <summary>Null where neither the answer nor its evidence was ever touched.</summary>
    public LastChange? LastChange(string question)
    {
        var changes = _evidence[question].Select(item => (By: item.RemovedBy ?? item.By, At: item.RemovedAt ?? item.At));
        var all = (Answer(question) is { } answer ? changes.Append((answer.By, answer.At)) : changes).ToArray();
        return all.Length == 0 ? null : all.MaxBy(change => change.At) is var last ? new(_names.GetValueOrDefault(last.By, ""), last.At) : null;
    }

    /// <summary>The answer as copies carry it.</summary>
    public CopiedAnswer Copied(string question)
    {
        ImmutableArray<CopiedLink> links = [.. Evidence(question).Where(item => item.Form == EvidenceForm.Link).Select(item => new CopiedLink(item.Url!, item.Title, item.Kind))];
        return Answer(question) is { } answer
            ? new(answer.Revision, answer.Value, answer.IsNotApplicable, answer.Reason, answer.Comment, answer.NeedsConfirmation, links)
            : CopiedAnswer.None with { Links = links };
    }

    /// <summary>A copy in a language with the answers that the person may see.</summary>
    public QuestionnaireCopy CopyFor(OpenedResponse opened, EditionShelf shelf, string language)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(shelf);
        var seen = opened.Pages().SelectMany(page => page.Questions()).Select(question => question.Code);
        return new(
            opened.Edition, opened.Edition.In(language), shelf.In(language), opened.Edition.Countries[opened.Response.Country], opened.Response.Id.ToString(),
            seen.ToImmutableSortedDictionary(code => code, Copied, StringComparer.Ordinal));
    }
}
