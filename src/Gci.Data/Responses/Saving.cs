using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Gci.Data.Accounts;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Responses;

/// <summary>What a client sends to save one answer.</summary>
/// <param name="BaseRevision">The revision that the person saw; 0 where the question was never answered.</param>
/// <param name="Key">Made by the client, the same for every attempt to save this change.</param>
public sealed record SaveAnswer(string Question, AnswerDraft Draft, int BaseRevision, string Key, Provenance Source = Provenance.Country, string? Why = null);

/// <summary>Saves answers; every page, program and workbook comes through here.</summary>
public static class Saving
{
    public const int LongestKey = 80;

    // Made once an edition, because a definition never changes.
    private static readonly ConditionalWeakTable<Questionnaire, FrozenDictionary<string, Question>> s_questions = [];

    /// <summary>The outcome after the commit; null where there is no such response.</summary>
    /// <exception cref="ArgumentException">The question is not one of the edition's.</exception>
    public static Task<SaveOutcome?> SaveAsync(this GciDb db, Guid response, Actor actor, Edition edition, SaveAnswer save, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(save);
        var question = edition.QuestionOf(save.Question) ?? throw new ArgumentException($"{save.Question} is not a question.", nameof(save));
        var (draft, refusal) = AnswerChecks.Check(edition, question, save.Draft);
        return refusal is not null
            ? Task.FromResult<SaveOutcome?>(new SaveOutcome.Invalid(refusal))
            : db.ResponseAsync<SaveOutcome>(
                response,
                async (found, stop) =>
                {
                    var current = await db.Answers.AsNoTracking().Where(answer => answer.ResponseId == response && answer.Question == save.Question)
                        .OrderByDescending(answer => answer.Revision).FirstOrDefaultAsync(stop);
                    var sameKey = await db.Answers.AsNoTracking().FirstOrDefaultAsync(answer => answer.ResponseId == response && answer.Key == save.Key, stop);
                    return found.Record(actor, save.Question, draft, save.BaseRevision, save.Key, current, sameKey, Moment.Now(clock), save.Source, save.Why);
                },
                cancel);
    }

    public static Question? QuestionOf(this Edition edition, string code)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Questionnaire is { } questionnaire
            ? s_questions.GetValue(questionnaire, asked => asked.Questions().ToFrozenDictionary(question => question.Code, StringComparer.Ordinal)).GetValueOrDefault(code)
            : null;
    }
}
